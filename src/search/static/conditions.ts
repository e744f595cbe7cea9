import type { Term } from './block.ts';
import type { KnownWord } from './lexicon.ts';
import type { Lists, Range } from './lists.ts';
import type { Shown } from './records.ts';
import { intersect, union } from './sets.ts';

/** Records that may meet a condition. */
export interface Sifted {
  records: Uint32Array;
  /** Those of them that meet it as typed. */
  exact: Uint32Array;
  /** Whether all of them meet it; else they must be read to know. */
  isSettled: boolean;
}

/** What a statement must meet. It is decided by lists or by reading the statements, whichever costs less. */
export interface Condition {
  /** At most so many records meet it. */
  count: number;
  /**
   * Sifts records by lists.
   *
   * @param reading what reading records would cost instead
   */
  sift(among: Uint32Array | Range, lists: Lists, reading: (records: Uint32Array) => number): Promise<Sifted>;
  /** Decides for a statement that was read. */
  holds(statement: Shown): 'exact' | 'other' | null;
  /** Where it is met in records, as far as that is read already. */
  places(among: Uint32Array, lists: Lists): Promise<Map<number, number[]>>;
  /** The classes of the lengths of records, which are all among those it was sifted from by lists. */
  lengths(among: Uint32Array, lists: Lists): Promise<Map<number, number>>;
  /** Which words of a statement to mark. */
  marks(statement: Shown): number[];
}

/** A word in any of its forms. */
export function wordCondition({ form, exact, others }: KnownWord): Condition {
  const terms = [...exact, ...others];
  const forms = new Set(terms.map((term) => term.form));
  return {
    ...factCondition(terms, ({ words }) =>
      words.some((word) => word.form === form) ? 'exact' : words.some((word) => forms.has(word.form)) ? 'other' : null,
    ),
    async sift(among, lists, reading) {
      if (isDearer(terms, among, lists, reading, false)) return unsettled(among as Uint32Array);
      const [same, other] = await Promise.all([recordsOf(exact, among, lists), recordsOf(others, among, lists)]);
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

/** Any of some facts, such as two speakers of one name. */
export function factCondition(terms: readonly Term[], holds: Condition['holds']): Condition {
  return {
    count: terms.reduce((sum, { count }) => sum + count, 0),
    holds,
    async sift(among, lists, reading) {
      if (isDearer(terms, among, lists, reading, false)) return unsettled(among as Uint32Array);
      const records = await recordsOf(terms, among, lists);
      return { records, exact: records, isSettled: true };
    },
    places: () => Promise.resolve(new Map()),
    lengths: () => Promise.resolve(new Map()),
    marks: () => [],
  };
}

/** Words exactly as they are, one after the other. */
export function phraseCondition(words: readonly KnownWord[]): Condition {
  const forms = words.map(({ form }) => form);
  const parts = words.map(({ exact }, offset) => ({ terms: exact, offset, count: sumOf(exact) }));
  parts.sort((a, b) => a.count - b.count);
  const starts = ({ words: held }: Shown): number[] =>
    held.flatMap((_, start) => (forms.every((form, offset) => held[start + offset]?.form === form) ? [start] : []));
  return {
    count: parts[0]?.count ?? 0,
    async sift(among, lists, reading) {
      let records = among;
      let begins: Map<number, number[]> | null = null;
      for (const { terms, offset } of parts) {
        if (isDearer(terms, records, lists, reading, true)) return unsettled(records as Uint32Array);
        const found = await recordsOf(terms, records, lists);
        const both: Uint32Array = records instanceof Uint32Array ? intersect(records, found) : found;
        begins = meeting(begins, await placesOf(terms, both, lists), offset);
        const left = begins;
        records = both.filter((record) => left.has(record));
        if (records.length === 0) break;
      }
      const settled = records instanceof Uint32Array ? records : new Uint32Array();
      return { records: settled, exact: settled, isSettled: true };
    },
    holds: (statement) => (starts(statement).length > 0 ? 'exact' : null),
    places: () => Promise.resolve(new Map()),
    lengths: (among, lists) => lengthsOf(parts[0]?.terms ?? [], among, lists),
    marks: (statement) => starts(statement).flatMap((start) => forms.map((_, offset) => start + offset)),
  };
}

const sumOf = (terms: readonly Term[]): number => terms.reduce((sum, { count }) => sum + count, 0);

const unsettled = (records: Uint32Array): Sifted => ({ records, exact: new Uint32Array(), isSettled: false });

function isDearer(
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

async function recordsOf(terms: readonly Term[], among: Uint32Array | Range, lists: Lists): Promise<Uint32Array> {
  return union(await Promise.all(terms.map((term) => lists.records(term, among))));
}

async function placesOf(terms: readonly Term[], among: Uint32Array, lists: Lists): Promise<Map<number, number[]>> {
  const maps = await Promise.all(terms.map((term) => lists.places(term, among)));
  return new Map(maps.flatMap((map) => [...map]));
}

async function lengthsOf(terms: readonly Term[], among: Uint32Array, lists: Lists): Promise<Map<number, number>> {
  const maps = await Promise.all(terms.map((term) => lists.lengths(term, among)));
  return new Map(maps.flatMap((map) => [...map]));
}

/** Where a phrase may begin: where its other words say, and this word's places, less its offset. */
function meeting(
  begins: ReadonlyMap<number, number[]> | null,
  places: ReadonlyMap<number, number[]>,
  offset: number,
): Map<number, number[]> {
  const met = new Map<number, number[]>();
  for (const [record, at] of places) {
    const before = begins?.get(record);
    if (begins && !before) continue;
    const starts = at.map((place) => place - offset).filter((start) => start >= 0 && (before?.includes(start) ?? true));
    if (starts.length > 0) met.set(record, starts);
  }
  return met;
}
