import type { Coverage } from './statement-search.ts';
import type { Entry } from './format.ts';
import { yearsOf } from './count-years.ts';

/** The period and the number of statements that an index covers. */
export function coverageOf(entry: Entry): Coverage {
  const { statements, days, gaps, version } = entry;
  const [first, last] = days;
  return {
    statements,
    days: first && last ? [first, last] : null,
    gaps,
    version,
    years: yearsOf(entry).map(([year]) => year),
  };
}
