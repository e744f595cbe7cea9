import type { Entry } from './format.ts';
import type { Range } from './lists.ts';

/** In a year. */
export const MONTHS = 12;

/** The number of a month, `2023-05` or a day in it, counted from the year 0. */
export const monthNumber = (date: string): number => Number(date.slice(0, 4)) * MONTHS + Number(date.slice(5, 7)) - 1;

/**
 * The records of a period.
 *
 * @param first the first year or month, `2019` or `2019-03`
 * @param last the last one
 */
export function rangeOf({ from, months }: Pick<Entry, 'from' | 'months'>, first: string, last: string): Range {
  const start = monthNumber(from);
  const before = (month: number): number =>
    months.slice(0, Math.max(0, month - start)).reduce((sum, count) => sum + count, 0);
  const isYear = (date: string): boolean => date.length === 4;
  return {
    from: before(monthNumber(isYear(first) ? `${first}-01` : first)),
    to: before(monthNumber(isYear(last) ? `${last}-12` : last) + 1),
  };
}
