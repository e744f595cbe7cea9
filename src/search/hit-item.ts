import { formatDay, make } from './element.ts';
import type { Fragment, Hit } from './statement-search.ts';

const TYPES: Record<string, string> = { direct: 'Quoted', partial: 'Quoted in part', reported: 'Reported' };

/** A statement as an item of a list; `root` is the address of the archive's root. */
export function hitItem(hit: Hit, root: string): HTMLLIElement {
  const { id, fragments, isVerbatim, type, speaker, sure, said, published, article } = hit;
  const who = speaker ? [`${sure ? '' : 'probably '}${speaker.name}`, speaker.role] : ['speaker not known'];
  const place = `${under(root, article.url)}#s-${id}`;
  const words = make('p', { className: 'item-words' }, make('a', { href: place }, ...marked(fragments)));
  if (article.language) words.lang = article.language;
  return make(
    'li',
    { className: 'item' },
    words,
    make(
      'p',
      { className: 'detail' },
      make('b', {}, `${who.filter(Boolean).join(', ')}.`),
      ` ${TYPES[type] ?? ''}${said ? `, said ${said}` : ''}; published ${formatDay(published)} in `,
      make('a', { href: place }, article.title),
      '. ',
      make('a', { href: `${root}s/${id}/`, ariaLabel: `The statement alone, by ${who[0]}` }, 'Alone'),
    ),
    make('p', { className: 'detail form' }, isVerbatim ? 'Verbatim' : 'Other form of these words'),
  );
}

/** A path from the archive's root as a link. */
export const under = (root: string, path: string): string => root.replace(/\/$/, '') + path;

/** Fragments with those that match marked. */
export function marked(fragments: readonly Fragment[]): (Node | string)[] {
  return fragments.map(({ text, isMatch }) => (isMatch ? make('mark', {}, text) : text));
}
