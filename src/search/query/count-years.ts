import type { Entry } from './format.ts';
import type { Found } from './find.ts';
import { monthNumber, MONTHS } from './periods.ts';
import { within } from './sets.ts';
import type { Count } from './statement-search.ts';

/** Counts what was found, by year. */
export function countYears(entry: Entry, { records, exact }: Found): Count {
  const years = yearsOf(entry);
  const ranges = years.map(([year, from], place) => ({ year, from, to: years[place + 1]?.[1] ?? Infinity }));
  return {
    total: records.length,
    verbatim: exact.length,
    years: new Map(ranges.map(({ year, ...range }) => [year, within(records, range).length])),
  };
}

/** The first record of each year that has any, in order. */
export function yearsOf({ from, months }: Pick<Entry, 'from' | 'months'>): [year: number, first: number][] {
  const years = new Map<number, number>();
  let record = 0;
  for (const [place, count] of months.entries()) {
    const year = Math.floor((monthNumber(from) + place) / MONTHS);
    if (count > 0 && !years.has(year)) years.set(year, record);
    record += count;
  }
  return [...years];
}
