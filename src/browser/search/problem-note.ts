import { make } from '../dom.ts';
import { IndexProblem } from '../../search/query/index.ts';

const CAUSES: Record<IndexProblem['kind'], string> = {
  unreachable: 'The search index cannot be reached. Check the connection, then try again.',
  missing:
    'A part of the search index is missing: the archive may have been published again since this page was loaded.',
  damaged: 'A part of the search index arrived damaged or cut short.',
  version: 'The search index is of another version than this page.',
};

/** What was wrong with the index, as a sentence. */
export const causeOf = (error: unknown): string => CAUSES[error instanceof IndexProblem ? error.kind : 'unreachable'];

/** Says that nothing was searched, why, and where to go on. It is never taken for "nothing was said". */
export function problemNote(error: unknown, root: string): { summary: string; ways: HTMLElement } {
  return {
    summary: `Nothing was searched. ${causeOf(error)}`,
    ways: make(
      'p',
      { className: 'detail' },
      make('a', { href: location.href }, 'Load the page again'),
      ', or browse ',
      make('a', { href: root }, 'all articles by year'),
      ' and ',
      make('a', { href: `${root}speakers/` }, 'all speakers'),
      '.',
    ),
  };
}
