import { rich, t } from '../../words/words.ts';
import { madeOf, make } from '../dom.ts';
import { IndexProblem } from '../../search/query/index.ts';

/** The cause of a failure of the index, as a sentence. */
export const causeOf = (error: unknown): string =>
  t(`problem.${error instanceof IndexProblem ? error.kind : 'unreachable'}`);

/** How to continue when nothing was searched. It must not be mistaken for "nothing was said". */
export function waysOn(root: string): HTMLElement {
  const link = (href: string) => (words: string) => make('a', { href }, words);
  const ways = madeOf(rich('problem.ways'), {
    reload: link(location.href),
    front: link(root),
    speakers: link(`${root}speakers/`),
  });
  return make('p', { className: 'detail' }, ...ways);
}
