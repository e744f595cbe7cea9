import { h } from 'hastscript';
import type { Day } from '../../base/day.ts';
import { machineDate } from '../../base/edtf.ts';
import { formatEdtf } from '../../text/dates.ts';
import type { CanonicalText } from '../../text/canonical-text.ts';
import { type FoundDate, findDates } from '../../find/dates/find-dates.ts';
import type { TextWrapper } from '../../text/wrap-text.ts';

/**
 * Explains the relative dates of an English body.
 *
 * `on Wednesday` -> `on <time class="when" datetime="2023-05-17" title="17 May 2023">Wednesday</time>`
 *
 * @returns the explained dates, for the notes beside the text
 */
export function markDates(
  wrapper: TextWrapper,
  { text }: CanonicalText,
  published: Day,
  language: string,
): FoundDate[] {
  if (!/^en\b/.test(language)) return [];
  const dates = findDates(text, published).filter(({ isRelative }) => isRelative);
  for (const { date, ...span } of dates) {
    wrapper.wrap(span, (children) => {
      const datetime = machineDate(date);
      const title = formatEdtf(date);
      return datetime
        ? h('time', { className: ['when'], dateTime: datetime, title }, children)
        : h('span', { className: ['when'], title }, children);
    });
  }
  return dates;
}
