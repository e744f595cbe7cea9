import { getISODay } from 'date-fns/getISODay';
import { subDays } from 'date-fns/subDays';
import { subMonths } from 'date-fns/subMonths';
import { subWeeks } from 'date-fns/subWeeks';
import { subYears } from 'date-fns/subYears';
import type { Span } from '../../text/canonical-text.ts';
import { type Day, dateOf, dayOf, MONTHS, parseDay } from '../../base/day.ts';
import { type Edtf, parseEdtf } from '../../base/edtf.ts';

/**
 * Words that say when, such as "on Wednesday" or "last fall", and the date that they meant on the day of publication.
 */
export interface FoundDate extends Span {
  date: Edtf;
  /** Whether a reader needs the day of publication to understand them. */
  isRelative: boolean;
}

const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
/** The EDTF code of each season and its first month, in the northern hemisphere. */
const SEASONS: Record<string, { code: number; from: number }> = {
  spring: { code: 21, from: 3 },
  summer: { code: 22, from: 6 },
  autumn: { code: 23, from: 9 },
  fall: { code: 23, from: 9 },
  winter: { code: 24, from: 12 },
};

type Parts = Record<string, string | undefined>;
type Resolve = (parts: Parts, published: Day) => string | null;

interface Rule {
  pattern: RegExp;
  resolve: Resolve;
  isRelative: boolean;
}

const MONTH = String.raw`(?<month>${MONTHS.join('|')}|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)`;
const WEEKDAY = `(?<weekday>${WEEKDAYS.join('|')})`;
const SEASON = `(?<season>${Object.keys(SEASONS).join('|')})`;
const YEAR = String.raw`(?<year>(?:1[89]|20)\d\d)(?![\d-])`;
const DATE = String.raw`(?<date>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])`;
const PART = String.raw`(?: (?:morning|afternoon|evening|night))?`;
/** Verbs after which a bare weekday is that of the telling: "said Friday there were". */
const TELLS =
  '(?:said|says|told [\\p{L} ]{2,30}|announced|disclosed|reported|confirmed|added|declared|denied|warned|accused|issued|released|wrote|testified|spoke|tweeted)';
/** "early", "late Wednesday": allowed in the phrase, but without effect on the date. */
const ABOUT = '(?:(?:early|late|mid)[- ])?';

const rule = (pattern: string, resolve: Resolve, isRelative = true): Rule => ({
  pattern: new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${pattern})(?![\p{L}\p{N}])`, 'dgu'),
  resolve,
  isRelative,
});

/** The grammar. Of two phrases that begin at the same place, the longer one counts. */
const RULES: readonly Rule[] = [
  rule(String.raw`(?<iso>\d{4}-\d\d-\d\d)`, ({ iso = '' }) => iso, false),
  rule(`${MONTH} ${DATE},? ${YEAR}`, ({ month, date, year }) => dayIn(year, month, date), false),
  rule(`${DATE} ${MONTH},? ${YEAR}`, ({ month, date, year }) => dayIn(year, month, date), false),
  rule(`${ABOUT}${MONTH}(?: of)? ${YEAR}`, ({ month, year }) => `${year}-${monthNumber(month)}`, false),
  rule(`(?:in|during|of) ${YEAR}`, ({ year = '' }) => year, false),
  rule(
    `(?:the )?${SEASON}(?: of)? ${YEAR}`,
    ({ season, year = '' }) => `${year}-${SEASONS[season ?? '']?.code}`,
    false,
  ),
  rule(`${MONTH} ${DATE}(?! (?:percent|people))`, ({ month, date }, day) => latestDay(month, date, day)),
  rule(`${DATE} ${MONTH}`, ({ month, date }, day) => latestDay(month, date, day)),
  rule(`(?<=[Ii]n |[Dd]uring |[Ss]ince |[Uu]ntil |[Bb]y |[Ff]rom )${ABOUT}${MONTH}`, ({ month }, day) =>
    latestMonth(month, day),
  ),
  rule(`${ABOUT}(?:last|this past) ${MONTH}`, ({ month }, day) => latestMonth(month, monthBefore(day))),
  rule(`${ABOUT}this ${MONTH}`, ({ month }, day) =>
    day.slice(5, 7) >= monthNumber(month) ? `${day.slice(0, 4)}-${monthNumber(month)}` : null,
  ),
  rule(`(?<=[Oo]n |[Bb]y |[Uu]ntil |[Ss]ince |[Ff]rom )${ABOUT}${WEEKDAY}${PART}`, ({ weekday }, day) =>
    latestWeekday(weekday, day),
  ),
  rule(`(?:late|early) ${WEEKDAY}${PART}`, ({ weekday }, day) => latestWeekday(weekday, day)),
  rule(`(?:this )?${WEEKDAY} (?:morning|afternoon|evening|night)`, ({ weekday }, day) => latestWeekday(weekday, day)),
  rule(
    `(?<=\\p{Ll} |^)${WEEKDAY}(?=[.,;]|$| (?:that|in|at|to|by|he|she|they|after|during|as|and|night)(?!\\p{L}))`,
    ({ weekday }, day) => latestWeekday(weekday, day),
  ),
  rule(`(?<=${TELLS} )${WEEKDAY}(?! \\p{Lu})`, ({ weekday }, day) => latestWeekday(weekday, day)),
  rule(`(?:last|this past) ${WEEKDAY}${PART}`, ({ weekday }, day) =>
    latestWeekday(weekday, dayOf(subDays(dateOf(day), 1))),
  ),
  rule(`[Tt]oday|(?:earlier|later) today|[Tt]onight|[Tt]his (?:morning|afternoon|evening)`, (_, day) => day),
  rule(`[Yy]esterday${PART}|[Ll]ast night`, (_, day) => dayOf(subDays(dateOf(day), 1))),
  rule(
    `(?:[Ee]arlier |[Ll]ater )?[Tt]his week`,
    (_, day) => `${dayOf(subDays(dateOf(day), getISODay(dateOf(day)) - 1))}~`,
  ),
  rule(`[Ll]ast week|[Tt]he past week`, (_, day) => `${dayOf(subWeeks(dateOf(day), 1))}~`),
  rule(`(?:[Ee]arlier |[Ll]ater )?[Tt]his month`, (_, day) => day.slice(0, 7)),
  rule(`(?:[Ee]arlier |[Ll]ate |[Ee]arly )?[Ll]ast month`, (_, day) => monthBefore(day).slice(0, 7)),
  rule(`(?:[Ee]arlier |[Ll]ater )?[Tt]his year`, (_, day) => day.slice(0, 4)),
  rule(`(?:[Ee]arlier |[Ll]ate |[Ee]arly )?[Ll]ast year`, (_, day) => yearsBefore(day, 1)),
  rule(`[Ll]ast ${SEASON}|(?<=in the |during the |over the )${SEASON}(?! of)`, ({ season }, day) =>
    latestSeason(season, day, true),
  ),
  rule(`(?:[Ee]arlier )?[Tt]his ${SEASON}`, ({ season }, day) => latestSeason(season, day, false)),
  rule(
    String.raw`(?<number>an?|\d{1,2}|${NUMBERS.join('|')}) (?<unit>day|week|month|year|decade)s? ago`,
    ({ number, unit }, day) => ago(number, unit, day),
  ),
];

/** What comes: "will testify on Monday", "the vote due on Sunday". In characters, how far before its date such a verb may be. */
const COMING =
  /(?:\b(?:will|won't|shall|is to|are to|be|next|coming|upcoming)|['’]ll|\b(?:due|set|scheduled|slated|expected|planned|plans|planning|hopes|going)(?: to\b)?)(?: \p{L}+){0,6} (?:(?:on|in|at|for|this|early|late) )*$/iu;
const FARTHEST_VERB = 80;

/**
 * The dates in an English text and what they meant on its day of publication, in order. A weekday, month or season is
 * the latest one up to that day, since news reports what has happened; no date is later than publication. Phrases that
 * name no date ("the next day", "soon") are ignored.
 */
export function findDates(text: string, published: Day): FoundDate[] {
  const matches = RULES.flatMap(({ pattern, resolve, isRelative }) =>
    [...text.matchAll(pattern)].map((match) => {
      const date = parseEdtf(resolve(match.groups ?? {}, published) ?? '');
      return { start: match.index, end: match.index + match[0].length, date, isRelative };
    }),
  );
  const coming = matches.filter(({ start }) => COMING.test(text.slice(Math.max(0, start - FARTHEST_VERB), start)));
  for (const match of coming) if (match.isRelative) match.date = null;
  matches.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return matches.flatMap(({ date, ...match }) => {
    if (match.start < end) return [];
    end = match.end;
    return date && isPast(date, published) ? [{ ...match, date }] : [];
  });
}

/**
 * Whether a date is not after publication. Seasons are compared by year: they were already resolved to ones that had
 * begun.
 */
function isPast(date: Edtf, published: Day): boolean {
  const known = date.replace(/~$/, '').replace(/-2[1-4]$/, '');
  return known <= published.slice(0, known.length);
}

function monthNumber(name = ''): string {
  return String(MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1).padStart(2, '0');
}

const dayIn = (year = '', month = '', date = ''): string | null =>
  parseDay(`${year}-${monthNumber(month)}-${date.padStart(2, '0')}`);

const monthBefore = (day: Day): Day => dayOf(subMonths(dateOf(day), 1));
const yearsBefore = (day: Day, years: number): string => String(Number(day.slice(0, 4)) - years);

/** The latest 5 March up to a day. */
function latestDay(month: string | undefined, date: string | undefined, published: Day): string | null {
  const inYear = (years: number): string | null => dayIn(yearsBefore(published, years), month, date);
  const thisYear = inYear(0);
  return thisYear && thisYear <= published ? thisYear : inYear(1);
}

/** The latest March up to a day's month. */
function latestMonth(name: string | undefined, published: Day): string {
  const month = monthNumber(name);
  return `${yearsBefore(published, month <= published.slice(5, 7) ? 0 : 1)}-${month}`;
}

/** The latest Wednesday up to a day. */
function latestWeekday(name: string | undefined, published: Day): string {
  const back = (getISODay(dateOf(published)) - WEEKDAYS.indexOf(name ?? '') - 1 + 7) % 7;
  return dayOf(subDays(dateOf(published), back));
}

/** The autumn that a day is in or, once over, the latest one. A winter belongs to the year in which it began. */
function latestSeason(name: string | undefined, published: Day, isOver: boolean): string | null {
  const season = SEASONS[name ?? ''];
  if (!season) return null;
  const latest = isOver ? subMonths(dateOf(published), 3) : dateOf(published);
  const [year, month] = [latest.getFullYear(), latest.getMonth() + 1];
  const begun = month >= season.from ? year : year - 1;
  const months = (year - begun) * 12 + month - season.from;
  return isOver || months < 3 ? `${begun}-${season.code}` : null;
}

/** "three days ago" is an exact day; longer ago is approximate. */
function ago(number: string | undefined, unit: string | undefined, published: Day): string | null {
  const word = number?.toLowerCase() ?? '';
  const count = /^an?$/.test(word) ? 1 : /^\d/.test(word) ? Number(word) : NUMBERS.indexOf(word);
  const known = dateOf(published);
  switch (unit) {
    case 'day':
      return dayOf(subDays(known, count));
    case 'week':
      return `${dayOf(subWeeks(known, count))}~`;
    case 'month':
      return `${dayOf(subMonths(known, count)).slice(0, 7)}~`;
    default:
      return `${dayOf(subYears(known, unit === 'decade' ? count * 10 : count)).slice(0, 4)}~`;
  }
}
