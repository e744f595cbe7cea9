import { t } from '../../words/words.ts';
import { make } from '../dom.ts';
import type { Nearest, Verdict } from '../../search/check/verdict.ts';

/** A longer cut is shown by its first and last words. */
const LONGEST_CUT = 14;
const ENDS = 4;

/**
 * The words of a statement: those that were quoted are marked, and differences are shown as deletions and insertions.
 */
export function differences({ statement, said, pieces }: Nearest, { quotation, quoted }: Verdict): (Node | string)[] {
  const { shown } = statement;
  const stretch = (
    source: string,
    of: readonly { start: number; end: number }[],
    [from, to]: [number, number],
  ): string => (to > from ? source.slice(of[from]?.start ?? 0, of[to - 1]?.end ?? 0) : '');
  const nodes: (Node | string)[] = [];
  let at = said[pieces[0]?.said[0] ?? 0]?.start ?? 0;
  nodes.push(shown.slice(0, at));
  for (const [place, { kind, said: here, quoted: there }] of pieces.entries()) {
    const start = said[here[0]]?.start;
    if (start !== undefined && here[1] > here[0]) {
      nodes.push(shown.slice(at, start));
      at = said[here[1] - 1]?.end ?? at;
    }
    const was = stretch(shown, said, here);
    const is = stretch(quotation.words, quoted, there);
    switch (kind) {
      case 'same':
        nodes.push(make('mark', {}, was));
        break;
      case 'respelled':
        nodes.push(make('mark', { title: t('check.quotedAs', { words: is }) }, was));
        break;
      case 'left out':
        nodes.push(make('del', { title: t('check.leftOut') }, shortened(was, here[1] - here[0])));
        break;
      case 'changed':
        nodes.push(
          make('del', { title: t('check.said') }, was),
          ' ',
          make('ins', { title: t('check.quotedInstead') }, is),
        );
        break;
      case 'added': {
        const added = make('ins', { title: t('check.notSaid') }, is);
        nodes.push(...(place === 0 ? [added, ' '] : [' ', added]));
      }
    }
  }
  nodes.push(shown.slice(at));
  return nodes;
}

function shortened(words: string, count: number): string {
  if (count <= LONGEST_CUT) return words;
  const parts = words.split(/\s+/);
  const more = t('check.moreWords', { count: count - 2 * ENDS });
  return `${parts.slice(0, ENDS).join(' ')} … ${more} … ${parts.slice(-ENDS).join(' ')}`;
}
