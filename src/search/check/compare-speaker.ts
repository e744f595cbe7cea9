import { formsOf } from '../../text/words.ts';
import { FUNCTION_WORDS } from '../../text/function-words.ts';
import type { IndexedStatement } from '../query/index.ts';

/**
 * How a given name compares with the archived speaker. `same`: the same name, as far as it is given; `alike`: another
 * person of the same last name; `other`: somebody else; `open`: the archive names nobody who could be compared.
 */
export type SameSpeaker = 'same' | 'alike' | 'other' | 'open';

/** Words before or after a name that do not tell people apart. */
const TITLES = new Set(
  `mr mrs ms miss dr prof professor sen senator rep representative congressman congresswoman gov governor lt general gen
  president pres vice secretary minister prime foreign chancellor judge justice chief speaker mayor attorney ambassador
  sir lord lady dame king queen prince princess pope captain capt colonel col sheriff officer deputy director chairman
  chairwoman chair spokesman spokeswoman spokesperson councillor councilor mp mep pm fm vp ag secdef sec of state
  defense defence former the`.split(/\s+/),
);

/** Words after a name that tell a son from his father. */
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii']);

/** Short forms of first names, with those that they stand for. */
const SHORT_FORMS = new Set(
  `joe/joseph bill/william will/william bob/robert rob/robert mike/michael jim/james jimmy/james tom/thomas dan/daniel
  dave/david steve/steven steve/stephen ben/benjamin sam/samuel sam/samantha matt/matthew tony/anthony ed/edward
  ted/edward ted/theodore ken/kenneth ron/ronald don/donald chris/christopher chris/christine nick/nicholas greg/gregory
  jeff/jeffrey andy/andrew alex/alexander alex/alexandra dick/richard rick/richard rich/richard chuck/charles
  charlie/charles larry/lawrence pat/patrick pat/patricia liz/elizabeth beth/elizabeth betsy/elizabeth kate/katherine
  kathy/katherine sue/susan maggie/margaret peggy/margaret jen/jennifer jenny/jennifer debbie/deborah barb/barbara
  cathy/catherine vicky/victoria becky/rebecca mandy/amanda tim/timothy phil/philip pete/peter fred/frederick
  gene/eugene hank/henry harry/henry jack/john nate/nathan stan/stanley walt/walter ray/raymond doug/douglas
  terry/terence jerry/gerald`.split(/\s+/),
);

/**
 * Compares a name that was given for a quotation with the archived one. Titles, the archived role and initials in the
 * middle are ignored; `Joe` is `Joseph`, `J.` may be; an organisation may be given by its initials.
 *
 * @returns `null` if no name was given
 */
export function compareSpeaker(name: string, { speaker }: Pick<IndexedStatement, 'speaker'>): SameSpeaker | null {
  const given = formsOf(name);
  if (given.length === 0) return null;
  if (!speaker || speaker.id.startsWith('~')) return 'open';
  const held = formsOf(speaker.name.replace(/\b(\p{Lu})\.(?=\p{Lu})/gu, '$1. '));
  const role = new Set(formsOf(speaker.role));
  const last = held.findLast((form) => !TITLES.has(form) && !SUFFIXES.has(form)) ?? '';
  const isOwn = (form: string): boolean =>
    !TITLES.has(form) && !SUFFIXES.has(form) && (held.includes(form) || !role.has(form));
  const own = given.filter(isOwn);
  if (own.length === 0) return 'open';
  const isIn = (form: string): boolean => held.some((other) => isSameName(form, other));
  if (given.some((form) => SUFFIXES.has(form) && !held.includes(form))) return own.includes(last) ? 'alike' : 'other';
  // A speaker of one name may have any first name.
  if (own.every(isIn) || (held.length === 1 && own.includes(last))) return 'same';
  const initials = held
    .filter((form) => !FUNCTION_WORDS.has(form))
    .map((form) => form[0])
    .join('');
  if (own.length === 1 && own[0] === initials) return 'same';
  if (own.at(-1) !== last && !own.includes(last)) return 'other';
  const [first = ''] = own;
  // Initials in the middle, and middle names that only one of the two gives, do not tell people apart.
  return first !== last && isIn(first) ? 'same' : 'alike';
}

function isSameName(form: string, other: string): boolean {
  if (form === other || (form.length === 1 && other.startsWith(form)) || (other.length === 1 && form[0] === other)) {
    return true;
  }
  return SHORT_FORMS.has(`${form}/${other}`) || SHORT_FORMS.has(`${other}/${form}`);
}
