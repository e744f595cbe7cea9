import { FIELDS, type Query } from './statement-search.ts';
import { formsOf } from '../../text/words.ts';

/** The state of the search page, as its address encodes it. */
export interface Search {
  /** What is typed in the box. */
  text: string;
  /** What the controls restrict the search to; empty if nothing. Years are `2019` or `2019..2023`. */
  speaker: string;
  year: string;
  type: string;
  named: string;
  order: Query['order'];
  /** Whether words are searched as typed, even if nobody said them. */
  isAsTyped: boolean;
}

/** Quotation marks that open a phrase, each with the marks that may close it. */
const CLOSING: Record<string, string> = {
  '"': '"”',
  '“': '”“"',
  '”': '”"',
  '„': '“”"',
  '«': '»"',
  '»': '«»',
  '‹': '›',
};
const OPENING = Object.keys(CLOSING).join('');
const PHRASES = Object.entries(CLOSING).map(([open, close]) => `${open}([^${close}]*)(?:[${close}]|$)`);

/** An optional minus and field, then a phrase or a word. */
const PART = new RegExp(
  `(?<minus>(?<!\\S)-)?(?:(?<field>${[...FIELDS, 'year'].join('|')}):)?(?:${PHRASES.join('|')}|(?<word>[^\\s${OPENING}]+))`,
  'giu',
);

/** Reads a search from the query of an address, `?q=…&year=2023`. */
export function readSearch(address: string): Search {
  const parameters = new URLSearchParams(address);
  const value = (name: string): string => parameters.get(name)?.trim() ?? '';
  return {
    text: value('q'),
    speaker: value('speaker'),
    year: value('year'),
    type: value('type'),
    named: value('named'),
    order: value('order') === 'newest' ? 'newest' : 'best',
    isAsTyped: value('words') === 'as-typed',
  };
}

/** A search as the query of an address; an empty text for an empty search. */
export function writeSearch({ text, speaker, year, type, named, order, isAsTyped }: Search): string {
  const parameters = new URLSearchParams();
  const values = {
    q: text,
    speaker,
    year,
    type,
    named,
    order: order === 'newest' ? order : '',
    words: isAsTyped ? 'as-typed' : '',
  };
  for (const [name, value] of Object.entries(values)) if (value) parameters.set(name, value);
  return parameters.size > 0 ? `?${parameters}` : '';
}

/** Whether a search is empty. */
export const isEmpty = ({ text, speaker, year, type, named }: Search): boolean =>
  !(text || speaker || year || type || named);

/**
 * The query of a search: the words in the box with its operators, and the controls, which take precedence.
 *
 *   peace "exact words" -war speaker:"Ada Quill" year:2019..2023 type:direct
 */
export function queryOf({ text, speaker, year, type, named, order, isAsTyped }: Search): Query {
  const query: Query = {
    words: [],
    phrases: [],
    any: [],
    dates: [],
    without: [],
    only: {},
    years: null,
    order,
    repairs: !isAsTyped,
  };
  for (const match of text.matchAll(PART)) {
    const { minus, word, ...rest } = match.groups as Partial<Record<'minus' | 'field' | 'word', string>>;
    const asked = rest.field?.toLowerCase();
    const field = FIELDS.find((known) => known === asked) ?? null;
    const phrase = (match.slice(3, 3 + PHRASES.length) as (string | undefined)[]).find((part) => part !== undefined);
    const value = (phrase ?? word ?? '').trim();
    const years = asked === 'year' && !minus ? parseYears(value) : null;
    if (formsOf(value).length === 0) continue;
    if (years) query.years = years;
    else if (minus) query.without.push({ text: value, isExact: phrase !== undefined, field });
    else if (field) query.only[field] = value;
    else if (phrase !== undefined) query.phrases.push(value);
    else query.words.push(value);
  }
  if (speaker) query.only.speaker = speaker;
  if (type) query.only.type = type;
  if (named) query.only.named = named;
  query.years = parseYears(year) ?? query.years;
  return query;
}

/** Parses `2019` and `2019..2023`, either end of which may be omitted. */
function parseYears(text: string): Query['years'] {
  const [, from, range, to] = /^(\d{4})?(?:(\.\.|…|[-–])(\d{4})?)?$/.exec(text) ?? [];
  if (!from && !to) return null;
  const first = from ? Number(from) : 0;
  return { from: first, to: to ? Number(to) : range ? 9999 : first };
}

/** Whether a query has no condition at all. */
export function asksNothing({ words, phrases, any, dates, without, only, years }: Query): boolean {
  const conditions = [words, phrases, any, dates, without, Object.keys(only)];
  return conditions.every(({ length }) => length === 0) && years === null;
}

/** Whether the words of a query may mean more than themselves: a date, alternatives, a question. */
export const mayMeanMore = ({ words, repairs }: Query): boolean =>
  repairs &&
  words.length > 0 &&
  (words.some((word) => /\d{4}|^(?:OR|or|NOT)$|\?$/.test(word)) || QUESTION.test(words[0] ?? ''));

/** How a question begins. */
const QUESTION = /^(?:who|whom|whose|what|when|where|which|why|how|did|does|do|is|are|was|were|has|have)$/i;
