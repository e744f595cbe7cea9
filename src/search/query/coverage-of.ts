import type { Coverage } from './statement-search.ts';
import type { Entry } from './format.ts';

/** The period and the number of statements that an index covers. */
export function coverageOf({ statements, days, gaps, version, years }: Entry): Coverage {
  const [first, last] = days;
  return { statements, days: first && last ? [first, last] : null, gaps, version, years: years.map(([year]) => year) };
}
