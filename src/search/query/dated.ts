import { anyOf } from './alternatives.ts';
import type { Condition } from './conditions.ts';
import type { Range } from './lists.ts';
import type { OpenIndex } from './open-index.ts';
import { rangeOf } from './ask.ts';
import type { MonthFile } from './format.ts';
import { allOf, within } from './sets.ts';
import type { Period, Query } from './statement-search.ts';

/**
 * That a statement was published at a date or contains its words.
 *
 * @param inWords the condition that it contains the words
 */
export const datedIn = async (
  index: OpenIndex,
  { period }: Query['dates'][number],
  inWords: readonly Condition[],
): Promise<Condition> => anyOf([...inWords, publishedIn(await recordsOf(index, period))]);

/** The records of a period. Those of a day are found among those of its month by reading a few. */
export async function recordsOf({ entry, files, records }: OpenIndex, period: Period): Promise<Range> {
  const [year = '', month = '', day] = period.split('-');
  if (month === '') return rangeOf(entry, { from: Number(year), to: Number(year) });
  const months = await files.json<MonthFile>(entry.months);
  const firstOf = (isReached: (other: string) => boolean): number =>
    months.find(([other]) => isReached(other))?.[1] ?? entry.statements;
  const range = {
    from: firstOf((other) => other >= `${year}-${month}`),
    to: firstOf((other) => other > `${year}-${month}`),
  };
  if (day === undefined) return range;
  /** The first record that was not published before. */
  const firstFrom = async (isBefore: (published: string) => boolean): Promise<number> => {
    let [low, high] = [range.from, range.to];
    while (low < high) {
      const middle = (low + high) >> 1;
      const [statement] = await records.load([middle]);
      if (statement && isBefore(statement.published)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { from: await firstFrom((other) => other < period), to: await firstFrom((other) => other <= period) };
}

/** That a statement was published in a period. */
const publishedIn = (range: Range): Condition => ({
  count: range.to - range.from,
  sift(among) {
    const records = among instanceof Uint32Array ? within(among, range) : allOf(range);
    return Promise.resolve({ records, exact: records, isSettled: true });
  },
  holds: ({ record }) => (record >= range.from && record < range.to ? 'exact' : null),
  places: () => Promise.resolve(new Map()),
  lengths: () => Promise.resolve(new Map()),
  marks: () => [],
});
