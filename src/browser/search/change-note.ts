import { rich } from '../../words/words.ts';
import { madeOf, make } from '../dom.ts';
import type { Results } from '../../search/query/index.ts';

/** Says which words were not searched for as they were typed, and offers that. */
export function changeNote(changes: Results['repairs'], asTyped: HTMLElement): HTMLElement {
  const italic = (words: string): HTMLElement => make('i', {}, words);
  const replaced = changes.filter(({ used }) => used !== '');
  const leftOut = changes.filter(({ used }) => used === '').map(({ asked }) => asked);
  const instead = replaced.map(({ asked, used }) =>
    madeOf(rich('search.instead', { asked, used }), { asked: italic, used: italic }),
  );
  const without =
    leftOut.length > 0 ? [madeOf(rich('search.without', { asked: leftOut.join(', ') }), { asked: italic })] : [];
  const parts = [...instead, ...without].flatMap((part) => [...part, ' ']);
  return make('p', { className: 'detail repair' }, ...parts, asTyped, '.');
}
