import { type Condition, isMoreExpensive, lengthsOf, recordsOf, unsettled } from './conditions.ts';
import type { KnownWord } from './lexicon.ts';
import type { Lists, Term } from './lists.ts';
import type { LoadedStatement } from './records.ts';
import { intersect } from './sets.ts';

/** A phrase: words exactly as they are, one after the other. */
export function phraseCondition(words: readonly KnownWord[]): Condition {
  const forms = words.map(({ form }) => form);
  const parts = words.map(({ exact }, offset) => ({ terms: exact, offset, count: sumOf(exact) }));
  parts.sort((a, b) => a.count - b.count);
  const starts = ({ words: held }: LoadedStatement): number[] =>
    held.flatMap((_, start) => (forms.every((form, offset) => held[start + offset]?.form === form) ? [start] : []));
  return {
    count: parts[0]?.count ?? 0,
    async sift(among, lists, reading) {
      let records = among;
      let begins: Map<number, number[]> | null = null;
      for (const { terms, offset } of parts) {
        if (isMoreExpensive(terms, records, lists, reading, true)) return unsettled(records as Uint32Array);
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

async function placesOf(terms: readonly Term[], among: Uint32Array, lists: Lists): Promise<Map<number, number[]>> {
  const maps = await Promise.all(terms.map((term) => lists.places(term, among)));
  return new Map(maps.flatMap((map) => [...map]));
}

/** The places where a phrase may begin: those found so far that also fit the places of this word, minus its offset. */
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
