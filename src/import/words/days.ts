import { type Day, parseDay } from '../../base/day.ts';
import { MONTH_NUMBERS } from './months.ts';

/** A day in a text, or why it cannot be read, with its place there. */
export interface FoundDay {
  day: Day | null;
  problem: string | null;
  start: number;
  end: number;
}

const MONTH = String.raw`(?<month>\p{L}{3,}?)\.?`;
const NUMBER = String.raw`(?<day>\d{1,2})`;
const YEAR = String.raw`(?<year>1[4-9]\d\d|20\d\d)`;
const ORDINAL = String.raw`(?:\s?(?:st|nd|rd|th|er|º|ª|\.))?`;
const YEAR_WORD = String.raw`(?:\s?(?:թ|г)\.?)?`;

/** The forms of days that can only be read in one way. */
const FORMS = [
  // 2015-03-10, 2015/3/10, 2015.03.10, and date-times such as 2015-03-10T23:30:00-05:00: the day where it was published
  String.raw`(?<![\d-])${YEAR}(?<mark>[-/.])(?<number>\d{1,2})\k<mark>${NUMBER}(?!\d)`,
  // 20150310
  String.raw`(?<!\d)${YEAR}(?<number>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?!\d)`,
  // 10 March 2015, 3rd of November 2018, 10. März 2015, 10 de marzo de 2015, 10 марта 2015 г.
  String.raw`(?<!\d)${NUMBER}${ORDINAL}[\s-]+(?:(?:of|de)\s+)?${MONTH}(?:\s+(?:de|del))?[\s,-]+${YEAR}${YEAR_WORD}(?!\d)`,
  // March 10th, 2015; Mar. 10 2015; մարտի 10, 2015
  String.raw`(?<!\p{L})${MONTH}\s+${NUMBER}${ORDINAL},?\s+${YEAR}${YEAR_WORD}(?!\d)`,
  // 2015 թ. մարտի 10
  String.raw`(?<!\d)${YEAR}${YEAR_WORD},?\s+${MONTH}\s+${NUMBER}(?!\d)`,
].map((form) => new RegExp(form, 'giu'));

/** 10/03/2015, 10.3.2015, 10-03-2015: read only if it can mean one day. */
const NUMBERS = /(?<![\d./-])(?<first>\d{1,2})(?<mark>[/.-])(?<second>\d{1,2})\k<mark>(?<year>\d{4})(?!\d)/gu;

/** The days that a text names, in their order; those that cannot be read have a problem. */
export function findDays(text: string): FoundDay[] {
  const found: FoundDay[] = [];
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const { year = '', month, number, day = '' } = match.groups ?? {};
      const ordinal = month === undefined ? number : MONTH_NUMBERS.get(month.toLowerCase());
      if (ordinal === undefined) continue;
      found.push(dated(match, dayFrom(year, Number(ordinal), Number(day))));
    }
  }
  for (const match of text.matchAll(NUMBERS)) found.push(readNumbers(match));
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((one, index, all) => !all.slice(0, index).some((other) => one.start < other.end));
}

/** The first day that can be read in a text; `null` if there is none. */
export const firstDay = (text: string): Day | null => findDays(text).find(({ day }) => day !== null)?.day ?? null;

/** The day of a date, a date-time (as its own zone has it) or a time stamp in seconds or milliseconds. */
export function timestampDay(text: string): Day | null {
  const seconds = /^\d{9,10}$/.test(text) ? Number(text) : /^\d{12,13}$/.test(text) ? Number(text) / 1000 : null;
  return firstDay(seconds === null ? text : new Date(seconds * 1000).toISOString());
}

function dayFrom(year: string, month: number, day: number): Day | null {
  return parseDay([year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-'));
}

function dated(match: RegExpExecArray, day: Day | null): FoundDay {
  const problem = day ? null : `\`${match[0].trim()}\` is not a calendar day. Write it as YYYY-MM-DD.`;
  return { day, problem, start: match.index, end: match.index + match[0].length };
}

/** `17/05/2023` can only mean one day; `03/04/2023` can mean two, so it is refused. */
function readNumbers(match: RegExpExecArray): FoundDay {
  const { first = '', second = '', year = '' } = match.groups ?? {};
  const dayFirst = dayFrom(year, Number(second), Number(first));
  const monthFirst = dayFrom(year, Number(first), Number(second));
  if (!dayFirst || !monthFirst || dayFirst === monthFirst) return dated(match, dayFirst ?? monthFirst);
  const problem = `The date \`${match[0]}\` is ambiguous: it can be ${dayFirst} or ${monthFirst}. Write it as YYYY-MM-DD.`;
  return { day: null, problem, start: match.index, end: match.index + match[0].length };
}

/** What stands beside a day on a line of its own: labels, weekdays, times, time zones, reading times. */
const BESIDE = [
  String.raw`(?:first|last|originally)?\s*(?:published|posted|updated|modified|created|issued|uploaded|filed|printed)(?:\s+(?:on|at))?`,
  'date(?:\\s+of\\s+publication)?|publication\\s+date|pub\\s?date|release\\s+date|dateline|on|at|the',
  'опубликовано|дата(?:\\s+публикации)?|обновлено|հրապարակվել\\s+է|հրապարակված|ամսաթիվ|թարմացվել\\s+է',
  weekdays(),
  String.raw`t?\d{1,2}(?:[:.h]\d{2}){1,2}(?:[.,]\d+)?\s*(?:[ap]\.?\s?m\b\.?)?|\d{1,2}\s*[ap]\.?\s?m\b\.?`,
  String.raw`z|utc|gmt|[a-z]{1,4}[sd]?t|[+-]\d{2}:?\d{2}|(?:local|eastern|central|pacific|mountain)(?:\s+(?:standard|daylight))?(?:\s+time)?`,
  String.raw`\d+\s*min(?:ute)?s?\s+(?:read|ago)`,
].map((form) => new RegExp(String.raw`(?<![\p{L}\d])(?:${form})(?![\p{L}\d])`, 'giu'));

/** A label of a day that is not the day of publication. */
const CHANGED = /(?:updated|modified|обновлено|թարմացվել|accessed|retrieved|printed)[^\d]{0,24}$/iu;

/** A line with a day, taken apart. */
export interface DateLine {
  /** The day of publication, as the line has it. */
  found: FoundDay;
  /** What else the line says; empty if it is about the day alone. */
  rest: string;
}

/** Reads a line that gives a day, such as `Published: Tues., Mar. 10, 2015 at 6:14 p.m.`; `null` if it names none. */
export function readDateLine(line: string): DateLine | null {
  const all = findDays(line);
  const found = all.find(({ start }) => !CHANGED.test(line.slice(0, start))) ?? all[0];
  if (!found) return null;
  const parts = all.toReversed().reduce((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, line);
  return { found, rest: withoutLabels(parts) };
}

/** Whether a text is a day or a time and nothing else, even without a year: `March 10`, `8:05 AM`. */
export function isTimeOnly(text: string): boolean {
  const bare = withoutLabels(
    text.replaceAll(/\p{L}{3,}/gu, (word) => (MONTH_NUMBERS.has(word.toLowerCase()) ? ' ' : word)),
  );
  return /\d/.test(text) && !/\p{L}/u.test(bare);
}

/** A line without what stands beside a day. */
function withoutLabels(text: string): string {
  const bare = BESIDE.reduce((left, form) => left.replaceAll(form, ' '), text);
  return /[\p{L}\p{N}]/u.test(bare) ? bare.replace(/\s+/g, ' ').trim() : '';
}

function weekdays(): string {
  const names = ['en', 'ru', 'hy', 'de', 'fr', 'es'].flatMap((language) =>
    (['long', 'short'] as const).flatMap((weekday) => {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
      return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2001, 0, day + 1)).replaceAll('.', ''));
    }),
  );
  const longestFirst = [...new Set([...names, 'Tues', 'Thurs', 'Thur', 'Weds'])].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.join('|')})\\.?`;
}
