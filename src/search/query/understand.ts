import { FUNCTION_WORDS } from '../../text/function-words.ts';
import { formsOf } from '../../text/words.ts';
import { asksNothing } from './read-search.ts';
import type { Query } from './statement-search.ts';

/** A query as it is meant. */
export interface Understood {
  query: Query;
  /** The words of a question that are not searched for. */
  leftOut: string[];
}

const MONTH_NAMES = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
const MONTHS = Array.from({ length: 12 }, (_, month) => MONTH_NAMES.format(Date.UTC(2000, month)).toLowerCase());
/** Month names are recognised by this many letters. */
const SHORT_MONTH = 3;
const MONTH = `(?:${MONTHS.map((name) => `${name}|${name.slice(0, SHORT_MONTH)}\\.?|${name.slice(0, 4)}\\.?`).join('|')})`;
const DAY = '(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?';
const YEAR = '(?:1[5-9]|20)\\d{2}';
/** `2015-03-10`, `10 March 2015`, `March 10, 2015`, `November 2016`, `2016-11`, `2016`. */
const DATE = new RegExp(
  [
    `(?<isoYear>${YEAR})-(?<isoMonth>0[1-9]|1[0-2])(?:-(?<isoDay>0[1-9]|[12]\\d|3[01]))?`,
    `(?:(?<before>${DAY})\\s+)?(?<month>${MONTH})(?:\\s+(?<after>${DAY}))?,?\\s+(?<year>${YEAR})`,
    `(?<alone>${YEAR})`,
  ]
    .map((pattern) => `(?<![\\w,.-])${pattern}(?![\\w-]|[.,]\\d)`)
    .join('|'),
  'giu',
);

/** Words for saying, which a question about statements contains but the statements need not. */
const SAYING = new Set(
  `say says said saying tell tells told think thinks thought talk talks talked talking comment comments commented
  mention mentions mentioned state states stated statement statements quote quotes quoted quotation quotations opinion
  view views remark remarks ever anything something anyone somebody people`.split(/\s+/),
);

/**
 * Understands the words of a query: dates, `bridge OR ferry`, and questions, of which only the words for their subject
 * are searched for.
 */
export function understand(query: Query): Understood {
  const { words, dates } = readDates(query.words.join(' '));
  const { single, any, without } = readOperators(words);
  const { asked, leftOut } = readSubject(single, query, dates.length + any.length > 0);
  const meant = { ...query, words: asked, any: [...query.any, ...any], dates, without: [...query.without, ...without] };
  // `OR` alone is a word.
  return asksNothing(meant) ? { query, leftOut: [] } : { query: meant, leftOut };
}

function readDates(text: string): { words: string[]; dates: Query['dates'] } {
  const dates: Query['dates'] = [];
  const rest = text.replace(DATE, (found, ...matched) => {
    const groups = matched.at(-1) as Record<string, string | undefined>;
    const { isoYear, isoMonth, isoDay, before, month, after, year, alone } = groups;
    const number = month
      ? MONTHS.findIndex((name) => name.startsWith(month.slice(0, SHORT_MONTH).toLowerCase())) + 1
      : 0;
    const two = (part: string | number): string => String(parseInt(String(part), 10)).padStart(2, '0');
    const day = isoDay ?? before ?? after;
    const parts = [isoYear ?? year ?? alone ?? '', isoMonth ?? (month ? two(number) : ''), day ? two(day) : ''];
    dates.push({ text: found, period: parts.filter(Boolean).join('-') });
    return ' ';
  });
  return { words: rest.split(/\s+/).filter((word) => formsOf(word).length > 0), dates };
}

/** Splits words into single ones, groups that are joined by `OR`, and those after `NOT`. */
function readOperators(words: readonly string[]): { single: string[]; any: string[][]; without: Query['without'] } {
  const groups: string[][] = [];
  const without: Query['without'] = [];
  const isOr = (place: number): boolean =>
    words[place] === 'OR' ||
    (words[place] === 'or' && [place - 1, place + 1].every((beside) => isTelling(words[beside] ?? '')));
  for (const [place, word] of words.entries()) {
    if (isOr(place) || word === 'NOT') continue;
    if (words[place - 1] === 'NOT') without.push({ text: word, isExact: false, field: null });
    else if (isOr(place - 1) && groups.length > 0) groups.at(-1)?.push(word);
    else groups.push([word]);
  }
  return {
    single: groups.filter(({ length }) => length === 1).flat(),
    any: groups.filter(({ length }) => length > 1),
    without,
  };
}

/** Whether a word says what a search is about. */
const isTelling = (word: string): boolean =>
  formsOf(word).some((form) => !FUNCTION_WORDS.has(form.replace(/'s$/, '')) && !SAYING.has(form));

/**
 * The words of a question, or beside a date or alternatives, that tell what it is about; all words of other queries, and
 * of a question that has no other subject.
 */
function readSubject(
  words: readonly string[],
  { words: typed, phrases }: Query,
  isDatedOrEither: boolean,
): { asked: string[]; leftOut: string[] } {
  const isQuestion = typed.at(-1)?.endsWith('?') || FUNCTION_WORDS.has(formsOf(typed[0] ?? '')[0] ?? '');
  const asked = words.filter(isTelling);
  const hasSubject = asked.length + phrases.length > 0 || isDatedOrEither;
  if (!(isQuestion || isDatedOrEither) || !hasSubject) return { asked: [...words], leftOut: [] };
  const leftOut = words.filter((word) => !isTelling(word));
  return { asked, leftOut: leftOut.map((word) => word.replace(/[^\p{L}\p{N}]+$/u, '')) };
}
