import type { Asked } from './ask.ts';
import type { Found } from './find.ts';
import type { OpenIndex } from './open-index.ts';
import { wordsOfLength } from './postings.ts';

/** A record that has only another form of a word ranks as if it had this many more words in between. */
const OTHER_FORM = 24;
/** The length class of a record whose length is not known, since only its speaker matches: 16 words and more. */
const USUAL_LENGTH = 4;

/**
 * Ranks records by their distance from the query, in words: other forms, words in between, length. The lowest are best.
 */
export async function rank(
  { lists }: OpenIndex,
  { required }: Asked,
  { records, exact, rarest }: Found,
): Promise<Map<number, number>> {
  const isExact = new Set(exact);
  const near = closeness(records, await Promise.all(required.map((condition) => condition.places(records, lists))));
  const lengths = await rarest?.lengths(records, lists);
  return new Map(
    Array.from(records, (record) => {
      const otherForm = isExact.has(record) ? 0 : OTHER_FORM;
      return [
        record,
        otherForm + (near.get(record) ?? 0) + wordsOfLength(lengths?.get(record) ?? USUAL_LENGTH),
      ] as const;
    }),
  );
}

/**
 * How close together the words of a query are in each record: the length of the shortest window that contains each of
 * them. Words whose places are not known are ignored.
 */
function closeness(records: Uint32Array, places: readonly ReadonlyMap<number, number[]>[]): Map<number, number> {
  return new Map(
    Array.from(records, (record) => {
      const lists = places.map((map) => map.get(record) ?? []).filter((list) => list.length > 0);
      return [record, lists.length > 1 ? shortestWindow(lists) : 0] as const;
    }),
  );
}

function shortestWindow(lists: readonly number[][]): number {
  const stops = lists.flatMap((list, word) => list.map((place) => ({ place, word }))).sort((a, b) => a.place - b.place);
  const held = new Map<number, number>();
  let shortest = Infinity;
  let first = 0;
  for (const { place, word } of stops) {
    held.set(word, (held.get(word) ?? 0) + 1);
    while (held.size === lists.length) {
      const start = stops[first++];
      if (!start) break;
      shortest = Math.min(shortest, place - start.place + 1);
      const left = (held.get(start.word) ?? 0) - 1;
      if (left > 0) held.set(start.word, left);
      else held.delete(start.word);
    }
  }
  return shortest;
}
