import { formatMonths, formatPeriod } from '../../text/dates.ts';
import { monthRanges } from '../../text/periods.ts';
import type { Coverage } from '../../search/query/index.ts';
import { t } from '../../words/words.ts';

/** Up to this many gaps between articles are listed; of more the months are only counted. */
const MOST_GAPS = 12;

/**
 * A description of what was searched, to be cited with a result: "4,312 statements, 2 January 1990 to 30 December 2024,
 * version abc123; no articles from May 1998".
 */
export function describeCoverage({ statements: count, days, gaps, version }: Coverage): string {
  const covered = { statements: t('count.statements', { count }), version, gaps: describeGaps(gaps) };
  if (!days) return t('search.coverageOfNone', covered);
  const [first, last] = days;
  return t('search.coverage', { ...covered, period: formatPeriod({ first, last }) });
}

function describeGaps(gaps: readonly string[]): string {
  const ranges = monthRanges(gaps);
  if (ranges.length === 0) return '';
  if (ranges.length > MOST_GAPS) return t('search.manyGaps', { count: gaps.length });
  return t('search.gaps', { months: ranges.map(formatMonths).join(', ') });
}
