import { agrees, isOtherForm, type Piece } from './compare-words.ts';

/** The least and the greatest weight of a word, so that neither common words nor unknown ones decide alone. */
const LIGHTEST = 0.6;
const HEAVIEST = 4;
/** The part of the number of agreeing words in the similarity; the rest is their weight. */
const BY_NUMBER = 0.4;
/** How much another form of a word counts, against the same form. */
const OTHER_FORM = 0.5;
/** What a cut takes away, for each word of the quotation. */
const CUT = 0.6;
/** The same share of words tells more if there are more of them: what e times as many words add, from `USUAL` on. */
const BY_LENGTH = 0.1;
const USUAL = 8;

/** From this similarity on, a quotation is an alteration of what was said. */
export const ALTERED = 0.58;
/** From this one on it is near, in an archive of `SMALL` statements; more are similar by chance in a larger one. */
const NEAR = 0.46;
const SMALL = 250;
const BY_SIZE = 0.037;

/**
 * The similarity from which a quotation is near a statement, in an archive with this many. It and the numbers above were
 * chosen on PolNeAR's training quotations, paraphrased, altered and kept out (`bench/search/labelled-quotes.ts`).
 */
export const nearFrom = (statements: number): number =>
  Math.min(ALTERED, NEAR + BY_SIZE * Math.max(0, Math.log(statements / SMALL)));

/**
 * The weight of each quoted word: the rarer, the more it tells (the inverse document frequency).
 *
 * @param forms the quoted words
 * @param counts in how many statements the rarest of them appear; the others are common
 * @param statements how many statements there are
 */
export function weighing(forms: readonly string[], counts: ReadonlyMap<string, number>, statements: number): number[] {
  return forms.map((form) => {
    const count = counts.get(form);
    const rarity = count === undefined ? 0 : Math.log((1 + statements) / (1 + count));
    return Math.min(HEAVIEST, Math.max(LIGHTEST, rarity));
  });
}

/**
 * How much of a quotation a statement says in the same order, roughly 0 to 1: the number and the weight of the words
 * that agree, less for each cut.
 *
 * @param pieces how the two compare
 * @param weights the weight of each quoted word
 * @param quoted the forms of the quoted words
 * @param said the forms of the words that were said
 */
export function similarity(
  pieces: readonly Piece[],
  weights: readonly number[],
  quoted: readonly string[],
  said: readonly string[],
): number {
  const sum = (numbers: readonly number[]): number => numbers.reduce((whole, one) => whole + one, 0);
  const agreement = pieces.flatMap((piece) => {
    const places = Array.from({ length: piece.quoted[1] - piece.quoted[0] }, (_, place) => place);
    if (piece.kind !== 'changed') return places.map(() => (agrees(piece) ? 1 : 0));
    const isForm = (place: number): boolean =>
      isOtherForm(quoted[piece.quoted[0] + place] ?? '', said[piece.said[0] + place] ?? '');
    return places.map((place) => (isForm(place) ? OTHER_FORM : 0));
  });
  const weight = sum(agreement.map((share, place) => share * (weights[place] ?? 0)));
  const cuts = pieces.filter(({ kind }) => kind === 'left out').length;
  const { length } = quoted;
  const share = BY_NUMBER * (sum(agreement) / length) + (1 - BY_NUMBER) * (weight / sum(weights));
  return share - (CUT * cuts) / length + BY_LENGTH * Math.log(length / USUAL);
}
