import type { Entry } from './format.ts';
import type { Found } from './find.ts';
import { within } from './sets.ts';
import type { Count } from './statement-search.ts';

/** Counts what was found, by year. */
export function countYears({ years }: Entry, { records, exact }: Found): Count {
  const ranges = years.map(([year, from], place) => ({ year, from, to: years[place + 1]?.[1] ?? Infinity }));
  return {
    total: records.length,
    verbatim: exact.length,
    years: new Map(ranges.map(({ year, ...range }) => [year, within(records, range).length])),
  };
}
