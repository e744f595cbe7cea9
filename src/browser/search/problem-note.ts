import { make } from '../dom.ts';
import { IndexProblem } from '../../search/query/index.ts';

const CAUSES: Record<IndexProblem['kind'], string> = {
  unreachable: 'The search index cannot be reached. Check the connection, then try again.',
  missing:
    'A part of the search index is missing: the archive may have been published again since this page was loaded.',
  damaged: 'A part of the search index arrived damaged or cut short.',
  version: 'The search index and this page have different versions.',
};

/** The cause of a failure of the index, as a sentence. */
export const causeOf = (error: unknown): string => CAUSES[error instanceof IndexProblem ? error.kind : 'unreachable'];

/** Says that nothing was searched, why, and how to continue. It must not be mistaken for "nothing was said". */
export function problemNote(error: unknown, root: string): { summary: string; ways: HTMLElement } {
  return {
    summary: `Nothing was searched. ${causeOf(error)}`,
    ways: make(
      'p',
      { className: 'detail' },
      make('a', { href: location.href }, 'Reload the page'),
      ', or browse ',
      make('a', { href: root }, 'all articles by year'),
      ' and ',
      make('a', { href: `${root}speakers/` }, 'all speakers'),
      '.',
    ),
  };
}
