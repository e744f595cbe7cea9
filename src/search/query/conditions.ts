import { formsOf } from '../../text/words.ts';
import { wordOfSpeakerForm } from './format.ts';
import type { KnownWord } from './lexicon.ts';
import type { Lists, Range, Term } from './lists.ts';
import type { LoadedStatement } from './records.ts';
import { union } from './sets.ts';

/** Records that may meet a condition. */
export interface Sifted {
  records: Uint32Array;
  /** Those of them that meet it as typed. */
  exact: Uint32Array;
  /** Whether all of them meet it; if not, they must be read to decide. */
  isSettled: boolean;
}

/** A condition of a query. It is decided by lists or by reading the statements, whichever costs less. */
export interface Condition {
  /** At most this many records meet it. */
  count: number;
  /**
   * Narrows records down by lists.
   *
   * @param reading returns the cost of reading the records instead
   */
  sift(among: Uint32Array | Range, lists: Lists, reading: (records: Uint32Array) => number): Promise<Sifted>;
  /** Decides for a statement that has been read. */
  holds(statement: LoadedStatement): 'exact' | 'other' | null;
  /** The places of its words in records, if the lists of places are already loaded. */
  places(among: Uint32Array, lists: Lists): Promise<Map<number, number[]>>;
  /** The length classes of records, all of which must be in the lists of this condition. */
  lengths(among: Uint32Array, lists: Lists): Promise<Map<number, number>>;
  /** The indices of a statement's words that should be highlighted. */
  marks(statement: LoadedStatement): number[];
}

/** A word in any of its forms, in the text or among the words for the speaker. */
export function wordCondition({ form, exact, others, ofSpeaker }: Omit<KnownWord, 'leads'>): Condition {
  const terms = [...exact, ...others];
  const isTyped = ({ form: other }: Term): boolean => wordOfSpeakerForm(other) === form;
  const [asTyped, otherwise] = [
    [...exact, ...ofSpeaker.filter(isTyped)],
    [...others, ...ofSpeaker.filter((term) => !isTyped(term))],
  ];
  const forms = new Set(terms.map((term) => term.form));
  const forSpeaker = new Set(ofSpeaker.map((term) => wordOfSpeakerForm(term.form)));
  return {
    ...factCondition([...asTyped, ...otherwise], ({ words, speaker }) => {
      if (words.some((word) => word.form === form)) return 'exact';
      const ofName = forSpeaker.size > 0 ? wordsForSpeaker(speaker).filter((word) => forSpeaker.has(word)) : [];
      if (ofName.includes(form)) return 'exact';
      return ofName.length > 0 || words.some((word) => forms.has(word.form)) ? 'other' : null;
    }),
    async sift(among, lists, reading) {
      if (isMoreExpensive([...asTyped, ...otherwise], among, lists, reading, false)) {
        return unsettled(among as Uint32Array);
      }
      const [same, other] = await Promise.all([recordsOf(asTyped, among, lists), recordsOf(otherwise, among, lists)]);
      return { records: union([same, other]), exact: same, isSettled: true };
    },
    async places(among, lists) {
      if (costOf(terms, among, lists, true) > 0) return new Map();
      const all = new Map<number, number[]>();
      for (const places of await Promise.all(terms.map((term) => lists.places(term, among)))) {
        for (const [record, at] of places) all.set(record, [...(all.get(record) ?? []), ...at]);
      }
      return all;
    },
    lengths: (among, lists) => lengthsOf(terms, among, lists),
    marks: ({ words }) => words.flatMap((word, index) => (forms.has(word.form) ? [index] : [])),
  };
}

/** The words of a speaker's name or description, and role. */
export const wordsForSpeaker = (speaker: LoadedStatement['speaker']): string[] =>
  speaker ? formsOf(`${speaker.name} ${speaker.role}`) : [];

/** Any of several facts, such as two speakers of the same name. */
export function factCondition(terms: readonly Term[], holds: Condition['holds']): Condition {
  return {
    count: terms.reduce((sum, { count }) => sum + count, 0),
    holds,
    async sift(among, lists, reading) {
      if (isMoreExpensive(terms, among, lists, reading, false)) return unsettled(among as Uint32Array);
      const records = await recordsOf(terms, among, lists);
      return { records, exact: records, isSettled: true };
    },
    places: () => Promise.resolve(new Map()),
    lengths: () => Promise.resolve(new Map()),
    marks: () => [],
  };
}

/** A result that is left to be decided by reading. */
export const unsettled = (records: Uint32Array): Sifted => ({ records, exact: new Uint32Array(), isSettled: false });

/** Whether reading the lists costs more than reading the records that they would decide about. */
export function isMoreExpensive(
  terms: readonly Term[],
  among: Uint32Array | Range,
  lists: Lists,
  reading: (records: Uint32Array) => number,
  withPlaces: boolean,
): boolean {
  if (!(among instanceof Uint32Array)) return false;
  const cost = costOf(terms, among, lists, withPlaces);
  return cost > 0 && reading(among) < cost;
}

function costOf(terms: readonly Term[], among: Uint32Array, lists: Lists, withPlaces: boolean): number {
  return terms.reduce((sum, term) => sum + lists.cost(term, among, withPlaces), 0);
}

/** The records of any of these terms, among other records or in a range. */
export async function recordsOf(
  terms: readonly Term[],
  among: Uint32Array | Range,
  lists: Lists,
): Promise<Uint32Array> {
  return union(await Promise.all(terms.map((term) => lists.records(term, among))));
}

/** The length classes of the records of any of these terms. */
export async function lengthsOf(
  terms: readonly Term[],
  among: Uint32Array,
  lists: Lists,
): Promise<Map<number, number>> {
  const maps = await Promise.all(terms.map((term) => lists.lengths(term, among)));
  return new Map(maps.flatMap((map) => [...map]));
}
