import type { Hit } from './statement-search.ts';

const TYPES: Record<string, string> = { direct: 'Quoted', partial: 'Quoted in part', reported: 'Reported' };
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A hit as an item of a list; `root` is the address of the archive's root. Texts are only ever set as texts. */
export function hitElement(hit: Hit, root: string): HTMLLIElement {
  const isStatement = hit.type !== '';
  const href = root.replace(/\/$/, '') + hit.place;
  const day = DAY.format(new Date(hit.place.split('/').slice(1, 4).join('-')));
  const words = hit.words.flatMap(({ text, isMatch }) => [isMatch ? make('mark', {}, text) : text, ' ']);
  const item = make('li', { className: 'item' });
  if (isStatement) {
    const id = hit.place.split('#s-')[1] ?? '';
    const who = [hit.title, hit.role].filter(Boolean).join(', ');
    item.append(
      make('p', { className: 'item-words' }, make('a', { href }, ...words)),
      make(
        'p',
        { className: 'detail' },
        make('b', {}, `${who}.`),
        ` ${TYPES[hit.type] ?? ''}; published ${day}. `,
        make('a', { href: `${root}s/${id}/`, ariaLabel: `The statement alone, by ${hit.title}` }, 'Alone'),
      ),
    );
  } else {
    item.append(
      make('p', { className: 'dateline' }, day),
      make('a', { className: 'item-title', href }, hit.title),
      make('p', { className: 'detail' }, ...words),
    );
  }
  return item;
}

/** Makes an element with properties and children. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}
