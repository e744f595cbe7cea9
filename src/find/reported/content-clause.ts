import { phraseAt, startsPhrase } from '../grammar/noun-phrases.ts';
import { type Token, tokenAt } from '../grammar/tokens.ts';
import { isAdverb, isAuxiliary, isNoun, isPast, isTimeWord } from '../grammar/word-classes.ts';
import { CUE_VERBS, DETERMINERS, PRONOUNS } from '../grammar/words.ts';

/** What is reported: tokens `from` to `to` (exclusive) of a sentence. */
export interface Content {
  from: number;
  to: number;
}

/** In tokens: the shortest content that counts as a statement. */
export const SHORTEST = 4;
/** In tokens: how far "that" may be from its verb, "told the teachers who had come to the statehouse that". */
const FARTHEST_THAT = 14;
/** In tokens: the longest object of "told" without "that": "told a news conference". */
const LONGEST_LISTENER = 4;

/** Verbs that take an object as easily as a clause, so that only "that" marks the clause. */
const THAT_ONLY = new Set(
  `estimate acknowledge reiterate stress conclude concede admit add maintain allege warn announce confirm deny promise
  recall report write point state declare explain reveal disclose indicate note tweet predict testify demand decide rule
  hint argue complain recommend propose`.split(/\s+/),
);

/** Verbs by which the reporter goes on, "and warned"; others go on with what is reported, "and expects". */
const SPEAKING = new Set(
  'say tell add warn note argue insist claim deny vow urge pledge promise stress accuse explain suggest'.split(' '),
);

/** Where the content clause begins: after "that", or where a noun phrase follows the verb; `null` if it does not. */
export function startOfContent(tokens: readonly Token[], cue: number, lemma: string): number | null {
  const that = thatAfter(tokens, cue);
  if (that !== null) return that + 1;
  if (lemma === 'tell') return afterListener(tokens, cue + 1);
  if (THAT_ONLY.has(lemma)) return null;
  let at = cue + 1;
  const isSkipped = (token: Token): boolean => isTime(token) || (isAdverb(token) && token.lower !== 'there');
  while (isSkipped(tokenAt(tokens, at))) at++;
  const next = tokenAt(tokens, at);
  return next.lower === 'there' || (startsPhrase(next) && phraseAt(tokens, at) !== null) ? at : null;
}

/** The "that" of a verb, before any other verb or mark. */
function thatAfter(tokens: readonly Token[], cue: number): number | null {
  let isRelative = false;
  for (let at = cue + 1; at <= cue + FARTHEST_THAT; at++) {
    const token = tokenAt(tokens, at);
    if (token.lower === 'that' && token.kind === 'word') return at;
    isRelative ||= /^(?:who|which)$/.test(token.lower);
    const isVerb = !isRelative && CUE_VERBS.get(token.lower)?.form === 'finite' && !isNoun(tokens, at);
    if (isEnd(token) || token.kind === 'comma' || isVerb || (!isRelative && isAuxiliary(token))) return null;
  }
  return null;
}

/** Where a clause begins after whom somebody told: "told Reuters the search", "told a news conference his party". */
function afterListener(tokens: readonly Token[], from: number): number | null {
  let at = from;
  const first = tokenAt(tokens, at);
  if (first.kind !== 'word') return null;
  if (PRONOUNS.has(first.lower) || /^(?:him|her|them|us|me)$/.test(first.lower)) at++;
  else {
    if (DETERMINERS.has(first.lower)) at++;
    const isCapital = tokenAt(tokens, at).isCapital;
    while (at - from < LONGEST_LISTENER && isListener(tokenAt(tokens, at), isCapital)) at++;
  }
  while (isTime(tokenAt(tokens, at)) || isAdverb(tokenAt(tokens, at))) at++;
  const next = tokenAt(tokens, at);
  const begins = DETERMINERS.has(next.lower) || PRONOUNS.has(next.lower) || next.isCapital;
  return at > from && begins && startsPhrase(next) ? at : null;
}

const isListener = (token: Token, isCapital: boolean): boolean =>
  token.kind === 'word' &&
  token.isCapital === isCapital &&
  !DETERMINERS.has(token.lower) &&
  !PRONOUNS.has(token.lower) &&
  !isAuxiliary(token) &&
  !/^(?:to|of|about|in|on|at|for|and|with|from|by)$/.test(token.lower);

/**
 * Where a content clause ends: at the end of the sentence, at a quotation, or where the reporter speaks again: ", but he
 * warned", " and vowed", ", adding".
 */
export function endOfContent(tokens: readonly Token[], from: number): number {
  const last = endOfSentence(tokens);
  for (let at = from + 1; at < last; at++) {
    const token = tokenAt(tokens, at);
    const next = tokenAt(tokens, at + 1);
    if (isEnd(token)) return trimmed(tokens, from, at);
    if (at < from + SHORTEST) continue;
    if (token.kind === 'comma' && isReporterAgain(tokens, at + 1)) return at;
    if (token.lower === 'but' && isAuxiliary(next)) return trimmed(tokens, from, at);
    const verb = CUE_VERBS.get(next.lower);
    const speaksAgain = verb?.form === 'finite' && SPEAKING.has(verb.lemma) && !isNoun(tokens, at + 1);
    if (/^(?:and|but)$/.test(token.lower) && speaksAgain) return trimmed(tokens, from, at);
  }
  return trimmed(tokens, from, last);
}

/** Whether the reporter speaks again after a comma: ", but he warned", ", adding", ", according to". */
export function isReporterAgain(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokenAt(tokens, at);
  const verb = CUE_VERBS.get(lower);
  if (lower === 'according' || (verb?.form === 'participle' && SPEAKING.has(verb.lemma))) return true;
  return /^(?:but|and|while|although|though)$/.test(lower) && speaksWithin(tokens, at + 1);
}

/** In tokens: how far a verb of speech may be, ", but White House spokesman Ben Tern said". */
const FARTHEST_VERB = 9;

function speaksWithin(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + FARTHEST_VERB; at++) {
    const token = tokenAt(tokens, at);
    if (token.kind !== 'word' && token.kind !== 'possessive') return false;
    const verb = CUE_VERBS.get(token.lower);
    if (verb?.kind === 'speech' && verb.form === 'finite' && !isNoun(tokens, at)) return true;
  }
  return false;
}

/** The end of a content without what is left hanging: a comma, "and", "in a". */
function trimmed(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (end > from) {
    const { kind, lower } = tokenAt(tokens, end - 1);
    const isLoose =
      kind === 'comma' || /^(?:and|but|or|the|an?|in|on|of|for|to|that|as|with|because|by|at)$/.test(lower);
    if (!isLoose) break;
    end--;
  }
  return end;
}

/** Marks that a content does not cross: a quotation, a colon, a semicolon, a dash; parentheses and hyphens may be in it. */
export const isEnd = ({ kind, isTerm, text }: Token): boolean =>
  (kind === 'quote' && !isTerm) || kind === 'colon' || /^(?:[;—–|?]|--)$/.test(text);

/** A clause has a verb: an auxiliary, or a form that is not a noun's. */
export const isClause = (tokens: readonly Token[]): boolean =>
  /^(?:he|she|they|it|there|we|i)$/.test(tokenAt(tokens, 0).lower) ||
  tokens.some(
    (token, at) =>
      isAuxiliary(token) ||
      (at > 0 && token.kind === 'word' && !token.isCapital && /[^s]s$/.test(token.lower)) ||
      isPast(token.lower) ||
      FINITE.test(token.lower),
  );

/** Common verbs that no ending gives away. */
const FINITE = /^(?:said|put|need|want|expect|believe|differ|remain|seem|make|take|plan|support|agree)$/;

export const isTime = (token: Token): boolean => isTimeWord(token) || token.lower === 'on';

export function endOfSentence(tokens: readonly Token[]): number {
  return tokens.at(-1)?.kind === 'stop' ? tokens.length - 1 : tokens.length;
}
