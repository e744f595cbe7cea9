import { formatDay } from '../../text/numbers.ts';
import { counted, formatMonth } from '../../text/numbers.ts';
import { monthRanges } from '../../text/periods.ts';
import type { Coverage } from '../../search/query/index.ts';

/** Up to this many gaps between articles are listed; of more the months are only counted. */
const MOST_GAPS = 12;

/**
 * A description of what was searched, to be cited with a result: "4,312 statements, 2 January 1990 to 30 December 2024,
 * version abc123; no articles from May 1998".
 */
export function describeCoverage({ statements, days, gaps, version }: Coverage): string {
  const period = days ? `, ${days[0] === days[1] ? formatDay(days[0]) : days.map(formatDay).join(' to ')}` : '';
  return `${counted(statements, 'statement')}${period}, version ${version}${describeGaps(gaps)}`;
}

function describeGaps(gaps: readonly string[]): string {
  const ranges = monthRanges(gaps);
  if (ranges.length === 0) return '';
  if (ranges.length > MOST_GAPS) return `; ${gaps.length} months without an article`;
  return `; no articles from ${ranges.map(nameOf).join(', ')}`;
}

const nameOf = ([first, last]: [string, string]): string =>
  first === last ? formatMonth(first) : `${formatMonth(first)} to ${formatMonth(last)}`;
