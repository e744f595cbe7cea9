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

/** The months in English. */
export const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
