import { make } from '../dom.ts';
import { counted, formatDay, formatMonth } from '../../text/numbers.ts';
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
  const linkTo = ({ kind, id, name, count }: Lead): HTMLElement | string => {
    if (kind === 'topic') return make('a', { href: `${root}topics/${id}/` }, `Topic: ${name}`);
    if (kind === 'speaker') {
      return WITHOUT_PAGE.test(id) ? searchFor(id, name) : make('a', { href: `${root}speakers/${id}/` }, name);
    }
    const month = id.split('-').slice(0, 2).join('/');
    // A period without statements may have no page.
    return count === 0 ? periodName(id) : make('a', { href: `${root}${month}/` }, periodName(id));
  };
  const items = leads.map((lead) => {
    const count = lead.count === 0 ? 'no statements' : counted(lead.count, 'statement');
    return leadItem(linkTo(lead), `${lead.role ? `, ${lead.role}` : ''}: ${count}`);
  });
  return make('ul', { className: 'leads', ariaLabel: 'Pages for these words' }, ...items);
}

/** A lead as an item: a link and what it is. */
export const leadItem = (link: Node | string, what: string): HTMLElement => make('li', {}, link, what);

/** `2016` -> `2016`, `2016-11` -> `November 2016`, `2016-11-08` -> `8 November 2016`. */
function periodName(period: string): string {
  const [, month, day] = period.split('-');
  return day ? formatDay(period) : month ? formatMonth(period) : period;
}
