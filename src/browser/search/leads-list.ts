import { formatDate } from '../../text/dates.ts';
import { type Part, rich, t } from '../../words/words.ts';
import { madeOf, make } from '../dom.ts';
import type { Lead } from '../../search/query/index.ts';

/** Speakers without a page have ids that begin with one of these. */
const WITHOUT_PAGE = /^[~?]/;

/**
 * What the words of a search lead to besides statements: pages of speakers, topics and months, each with its number of
 * statements.
 *
 * @param root the address of the archive's root
 * @param searchFor a link to the search for a speaker's statements
 */
export function leadsList(
  leads: readonly Lead[],
  root: string,
  searchFor: (speaker: string, name: string) => HTMLElement,
): HTMLElement {
  const linkTo = ({ kind, id, count }: Lead, words: string): HTMLElement | string => {
    if (kind === 'topic') return make('a', { href: `${root}topics/${id}/` }, words);
    if (kind === 'speaker') {
      return WITHOUT_PAGE.test(id) ? searchFor(id, words) : make('a', { href: `${root}speakers/${id}/` }, words);
    }
    const month = id.split('-').slice(0, 2).join('/');
    // A period without statements may have no page.
    return count === 0 ? words : make('a', { href: `${root}${month}/` }, words);
  };
  const items = leads.map((lead) => leadItem(lineOf(lead), (words) => linkTo(lead, words)));
  return make('ul', { className: 'leads', ariaLabel: t('search.leads') }, ...items);
}

/** `Ada Quill, Harbour Master: 12 statements` */
function lineOf({ kind, id, name, role, count: found }: Lead): Part<'page'>[] {
  const shown = kind === 'topic' ? t('search.topic', { name }) : kind === 'speaker' ? name : formatDate(id);
  const count = found === 0 ? t('search.noStatements') : t('count.statements', { count: found });
  return role ? rich('search.leadWithRole', { name: shown, role, count }) : rich('search.lead', { name: shown, count });
}

/** A lead as an item: a link, and what it is. */
export const leadItem = (line: readonly Part<'page'>[], link: (words: string) => Node | string): HTMLElement =>
  make('li', {}, ...madeOf(line, { page: link }));
