import { subDays, subMonths } from 'date-fns';
import { type Day, dateOf, dayOf } from '../base/day.ts';
import type { Edtf } from '../base/edtf.ts';
import type { Span } from './canonical-text.ts';

/** Words such as "Wednesday" or "last fall", and the date that they meant on the day they were published. */
export interface RelativeDate extends Span {
  date: Edtf;
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** The first month of each season, northern hemisphere, and its EDTF code. */
const SEASONS: Record<string, { code: number; from: number }> = {
  spring: { code: 21, from: 3 },
  summer: { code: 22, from: 6 },
  autumn: { code: 23, from: 9 },
  fall: { code: 23, from: 9 },
  winter: { code: 24, from: 12 },
};

type Resolve = (words: string[], published: Day) => Edtf | null;

/** Each kind of phrase, with the date that it means; the first group of a pattern is what stands before the phrase. */
const PHRASES: readonly (readonly [RegExp, Resolve])[] = [
  [
    new RegExp(`(\\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince|[Ff]rom|late|early)\\s)(${WEEKDAYS.join('|')})\\b(?!,? \\d)`, 'g'),
    ([, weekday = ''], published) => lastWeekday(weekday, published),
  ],
  [
    new RegExp(`(\\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|early|late)\\s)(${MONTHS.join('|')})\\b(?!,? \\d)`, 'g'),
    ([, month = ''], published) => lastMonthNamed(month, published, true),
  ],
  [
    new RegExp(`()\\b(last (${MONTHS.join('|')}))\\b(?!,? \\d)`, 'g'),
    ([, , month = ''], published) => lastMonthNamed(month, published, false),
  ],
  [
    new RegExp(`()\\b(last (${Object.keys(SEASONS).join('|')}))\\b`, 'gi'),
    ([, , season = ''], published) => lastSeason(season.toLowerCase(), published),
  ],
  [/()\b(yesterday)\b/gi, (_, published) => dayOf(subDays(dateOf(published), 1)) as string as Edtf],
  [/()\b(last month)\b/gi, (_, published) => dayOf(subMonths(dateOf(published), 1)).slice(0, 7) as Edtf],
  [/()\b(last year)\b/gi, (_, published) => String(Number(published.slice(0, 4)) - 1) as Edtf],
];

/**
 * The relative dates of an English text and what they meant on its day of publication. A weekday or month is the
 * latest one up to that day, since news tells what has happened. Dates that name their own year need no explaining.
 */
export function relativeDates(text: string, published: Day): RelativeDate[] {
  const found = PHRASES.flatMap(([pattern, resolve]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [, before = '', phrase = ''] = match;
      const date = resolve(match.slice(1), published);
      const start = match.index + before.length;
      return date ? [{ start, end: start + phrase.length, date }] : [];
    }),
  );
  return found.toSorted((a, b) => a.start - b.start);
}

function lastWeekday(name: string, published: Day): Edtf {
  const back = (dateOf(published).getDay() - WEEKDAYS.indexOf(name) + 7) % 7;
  return dayOf(subDays(dateOf(published), back)) as string as Edtf;
}

function lastMonthNamed(name: string, published: Day, thisMonthCounts: boolean): Edtf {
  const month = MONTHS.indexOf(name) + 1;
  const [year, current] = [Number(published.slice(0, 4)), Number(published.slice(5, 7))];
  const isThisYear = month < current || (thisMonthCounts && month === current);
  return `${isThisYear ? year : year - 1}-${String(month).padStart(2, '0')}` as Edtf;
}

function lastSeason(name: string, published: Day): Edtf | null {
  const season = SEASONS[name];
  if (!season) return null;
  const [year, month] = [Number(published.slice(0, 4)), Number(published.slice(5, 7))];
  const isOver = month >= season.from + 3;
  return `${isOver ? year : year - 1}-${season.code}` as Edtf;
}
