import { format } from 'date-fns/format';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { utc } from '@date-fns/utc';

/** A calendar day as `YYYY-MM-DD`. Days compare and sort as strings; they have no time zone. */
export type Day = string & { readonly brand: 'Day' };

/** Parses a real calendar day written `YYYY-MM-DD`; returns `null` for anything else (`2023-02-30`, `2023-5-1`). */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  return isValid(dateOf(text)) ? (text as Day) : null;
}

/** The UTC date of a `YYYY-MM-DD` day, for date-fns. */
export function dateOf(day: string): Date {
  return parseISO(day, { in: utc });
}

/** The day of a date, in UTC. */
export function dayOf(date: Date): Day {
  return format(date, 'yyyy-MM-dd', { in: utc }) as Day;
}

/** `2023-05-17` -> `17 May 2023`. */
export function formatDay(day: Day): string {
  return format(dateOf(day), 'd MMMM yyyy', { in: utc });
}

/** `2023-05-17` -> `Wednesday, 17 May 2023`. */
export function formatWeekday(day: Day): string {
  return format(dateOf(day), 'EEEE, d MMMM yyyy', { in: utc });
}

/** A period as words: `2 January 1990 to 17 May 2023`, or its one day. */
export function formatPeriod({ first, last }: { first: Day; last: Day }): string {
  return first === last ? formatDay(first) : `${formatDay(first)} to ${formatDay(last)}`;
}

export const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Month 1 to 12 -> `January` to `December`. */
export const monthName = (month: number): string => MONTHS[month - 1] ?? '';
