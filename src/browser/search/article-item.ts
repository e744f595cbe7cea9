import { make } from '../dom.ts';
import { formatDay } from '../../text/dates.ts';
import { marked, under } from './hit-item.ts';
import type { ArticleHit } from './search-articles.ts';

/** An article as an item of a list. */
export function articleItem({ place, title, published, fragments }: ArticleHit, root: string): HTMLLIElement {
  return make(
    'li',
    { className: 'item' },
    make('p', { className: 'dateline' }, formatDay(published)),
    make('a', { className: 'item-title', href: under(root, place) }, title),
    make('p', { className: 'detail' }, ...marked(fragments)),
  );
}
