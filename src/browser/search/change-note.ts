import { make } from '../dom.ts';
import type { Results } from '../../search/query/index.ts';

/** Says which words were not searched for as they were typed, and offers that. */
export function changeNote(changes: Results['repairs'], asTyped: HTMLElement): HTMLElement {
  const listed = (words: readonly string[]): (Node | string)[] =>
    words.flatMap((word, place) => [place === 0 ? '' : ', ', make('i', {}, word)]);
  const replaced = changes.filter(({ used }) => used !== '');
  const leftOut = changes.filter(({ used }) => used === '').map(({ asked }) => asked);
  const instead = replaced.flatMap(({ asked, used }, place) => [
    place === 0 ? 'Searched for ' : ', ',
    make('i', {}, used),
    ' instead of ',
    make('i', {}, asked),
  ]);
  const without = leftOut.length > 0 ? ['Searched without ', ...listed(leftOut)] : [];
  const parts = [instead, without].filter(({ length }) => length > 0).map((part) => [...part, '. ']);
  return make('p', { className: 'detail repair' }, ...parts.flat(), asTyped, '.');
}
