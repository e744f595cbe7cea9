import { type Edtf, partsOfEdtf } from '../base/edtf.ts';
import { words } from '../words/chosen.ts';
import { ofLocale, t } from '../words/words.ts';

/** `2023-05-17` -> `17 May 2023`. */
export const formatDay = (day: string): string => filled(words().days, day);

/** `2023-05` -> `May 2023`. */
export const formatMonth = (month: string): string => filled(words().months, month);

function filled(patterns: readonly string[], date: string): string {
  const [year = '', month, day] = date.split('-');
  return (patterns[Number(month) - 1] ?? '')
    .replace('{day}', digits(Number(day)))
    .replace('{year}', digits(Number(year)));
}

/** Days and years as the interface writes them, which may have digits of its own. */
const digits = (number: number): string => plain()?.format(number) ?? String(number);
const plain = ofLocale((locale) =>
  Intl.NumberFormat.supportedLocalesOf(locale).length > 0
    ? new Intl.NumberFormat(locale, { useGrouping: false })
    : null,
);

/** A format of days that only pages need, not scripts. */
const inPages = (options: Intl.DateTimeFormatOptions): ((date: string) => string) => {
  const formats = ofLocale((locale) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));
  return (date) => formats().format(new Date(date));
};

/** `2023-05-17` -> `Wednesday 17 May 2023`. */
export const formatWeekday = inPages({ dateStyle: 'full' });
/** `2023-05` -> `May`. */
export const formatMonthName = inPages({ month: 'long' });

const [shortWeekday, narrowWeekday] = [inPages({ weekday: 'short' }), inPages({ weekday: 'narrow' })];
/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const MILLISECONDS = 86_400_000;

/** The days of a week from Monday on, in short and in a letter. */
export const weekdays = (): { short: string; narrow: string }[] =>
  Array.from({ length: 7 }, (_, index) => {
    const day = new Date(MONDAY + index * MILLISECONDS).toISOString();
    return { short: shortWeekday(day), narrow: narrowWeekday(day) };
  });

/** A period as words: `2 January 1990 to 17 May 2023`, or its one day. */
export const formatPeriod = ({ first, last }: { first: string; last: string }): string =>
  first === last ? formatDay(first) : t('date.period', { first: formatDay(first), last: formatDay(last) });

/** Months that follow one another as words: `May 1998`, `May 1998 to July 1999`. */
export const formatMonths = ([first, last]: readonly [string, string]): string =>
  first === last ? formatMonth(first) : t('date.period', { first: formatMonth(first), last: formatMonth(last) });

/** `2023`, `2023-05` or `2023-05-17` as words. */
export function formatDate(date: string): string {
  if (date.length === 'YYYY'.length) return date;
  return date.length === 'YYYY-MM'.length ? formatMonth(date) : formatDay(date);
}

const DOUBTS = { '?': 'date.probably', '~': 'date.about', '%': 'date.probablyAbout' } as const;

/** `2023-05-17?` -> `probably 17 May 2023`, `2023-03` -> `March 2023`, `2022-23` -> `autumn 2022`. */
export function formatEdtf(edtf: Edtf): string {
  const { date, year, season, doubt } = partsOfEdtf(edtf);
  const day = season ? t(`date.${season}`, { year }) : formatDate(date);
  return doubt ? t(DOUBTS[doubt], { day }) : day;
}
