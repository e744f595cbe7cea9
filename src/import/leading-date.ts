import { isValid } from 'date-fns/isValid';
import { parse } from 'date-fns/parse';
import { type Day, dayOf, parseDay } from '../base/day.ts';
import { utc } from '@date-fns/utc';

/** A date at the beginning of a line, and what follows it there. */
export interface LeadingDate {
  day: Day;
  rest: string;
}

const LABEL = /^(?:date|published|publication date)\s*:?\s+/i;
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+/i;

/** Dates that fill a line, with English names of months, and the format of each. */
const WRITTEN: readonly (readonly [RegExp, string])[] = [
  [/^(\d{1,2}) ([a-z]+),? (\d{4})$/i, 'd MMMM yyyy'],
  [/^([a-z]+) (\d{1,2}),? (\d{4})$/i, 'MMMM d yyyy'],
];

/**
 * Reads the date at the beginning of a line: an ISO date, which text may follow, or a date such as "17 May 2023" that
 * fills the line. "Date" and a weekday may come before both.
 *
 * @returns the date, `null` if the line does not begin with one, or a sentence that says why it cannot be read
 */
export function readLeadingDate(line: string): LeadingDate | string | null {
  const unlabelled = line.trim().replace(LABEL, '').replace(WEEKDAY, '');
  const [iso, written = ''] =
    /^(\d{4}-\d{1,2}-\d{1,2})(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])/.exec(unlabelled) ?? [];
  if (iso) {
    const day = parseDay(written);
    const rest = unlabelled.slice(iso.length).trim();
    return day ? { day, rest } : `\`${written}\` is not a calendar day. Write it as YYYY-MM-DD.`;
  }

  const [, first, second, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(unlabelled) ?? [];
  if (first && second && year) return readNumbers(unlabelled, Number(first), Number(second), year);

  for (const [form, pattern] of WRITTEN) {
    const parts = form.exec(unlabelled);
    if (!parts) continue;
    const date = parse(parts.slice(1).join(' '), pattern, new Date(0), { in: utc });
    const short = parse(parts.slice(1).join(' '), pattern.replace('MMMM', 'MMM'), new Date(0), { in: utc });
    const valid = [date, short].find(isValid);
    if (valid) return { day: dayOf(valid), rest: '' };
  }
  return null;
}

/** `17/05/2023` can only mean one day; `03/04/2023` can mean two, so it is refused. */
function readNumbers(text: string, first: number, second: number, year: string): LeadingDate | string {
  const form = (month: number, day: number): Day | null =>
    parseDay(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  const dayFirst = form(second, first);
  const monthFirst = form(first, second);
  if (dayFirst && monthFirst && dayFirst !== monthFirst) {
    return `The date \`${text}\` is ambiguous: it can be ${dayFirst} or ${monthFirst}. Write it as YYYY-MM-DD.`;
  }
  const day = dayFirst ?? monthFirst;
  return day ? { day, rest: '' } : `\`${text}\` is not a calendar day. Write it as YYYY-MM-DD.`;
}
