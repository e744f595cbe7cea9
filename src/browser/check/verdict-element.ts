import { make } from '../dom.ts';
import { statementItem } from '../search/hit-item.ts';
import { counted } from '../../text/numbers.ts';
import { wordsOf } from '../../text/words.ts';
import type { Nearest, Verdict } from '../../search/check/check-quote.ts';
import type { Piece } from '../../search/check/compare-words.ts';

/** A longer cut is shown by its first and last words. */
const LONGEST_CUT = 14;
const ENDS = 4;

/** A verdict as elements; `coverage` says what was searched. */
export function verdictElements(verdict: Verdict, coverage: string, root: string): HTMLElement[] {
  const { kind, nearest, words, name } = verdict;
  if (kind === 'absent') {
    return [
      make('h2', {}, 'Not in this archive'),
      make('p', {}, `No statement contains these words or similar ones: “${words}”${name ? ` (${name})` : ''}.`),
      make('p', { className: 'citable' }, `0 found in ${coverage}.`),
      make(
        'p',
        { className: 'detail' },
        'This does not mean that nobody said it, only that it is not among the statements that were searched.',
      ),
    ];
  }
  const title = kind === 'verbatim' ? 'Verbatim' : 'Altered';
  const list = make('ul', { className: 'items' }, ...nearest.map((near) => nearestItem(near, verdict, root)));
  return [
    make('h2', {}, title),
    make('p', {}, kind === 'verbatim' ? 'The archive contains exactly these words.' : explain(nearest[0])),
    list,
    make('p', { className: 'detail' }, `Searched: ${coverage}.`),
  ];
}

function explain(nearest: Nearest | undefined): string {
  const count = (kind: Piece['kind'], place: 'said' | 'quoted'): number =>
    (nearest?.pieces ?? [])
      .filter((piece) => piece.kind === kind)
      .reduce((sum, piece) => sum + piece[place][1] - piece[place][0], 0);
  const parts = [
    [count('changed', 'quoted'), 'changed'],
    [count('added', 'quoted'), 'added'],
    [count('left out', 'said'), 'left out'],
  ] as const;
  const named = parts.filter(([number]) => number > 0).map(([number, what]) => `${counted(number, 'word')} ${what}`);
  return `The closest words in the archive differ: ${named.join(', ')}.`;
}

function nearestItem(near: Nearest, verdict: Verdict, root: string): HTMLElement {
  const { statement, speaker } = near;
  const held = statement.speaker ? `says ${statement.speaker.name}` : 'does not name the speaker';
  const notes = {
    same: `You named ${verdict.name}, and so does the archive.`,
    alike: `You named ${verdict.name}; the archive ${held}, who has the same last name.`,
    other: `You named ${verdict.name}; the archive ${held}.`,
  };
  const note = speaker && make('p', { className: speaker === 'same' ? 'detail' : 'detail warning' }, notes[speaker]);
  return statementItem(statement, differences(near, verdict), note, root);
}

/**
 * The words of a statement: those that were quoted are marked, and differences are shown as deletions and insertions.
 */
function differences({ statement, said, pieces }: Nearest, { words: quote }: Verdict): (Node | string)[] {
  const { shown } = statement;
  const quoted = wordsOf(quote);
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
    const is = stretch(quote, quoted, there);
    if (kind === 'same') nodes.push(make('mark', {}, was));
    if (kind === 'left out')
      nodes.push(make('del', { title: 'said, but left out' }, shortened(was, here[1] - here[0])));
    if (kind === 'changed')
      nodes.push(make('del', { title: 'said' }, was), ' ', make('ins', { title: 'quoted instead' }, is));
    if (kind === 'added') {
      const added = make('ins', { title: 'not said here' }, is);
      nodes.push(...(place === 0 ? [added, ' '] : [' ', added]));
    }
  }
  nodes.push(shown.slice(at));
  return nodes;
}

function shortened(words: string, count: number): string {
  if (count <= LONGEST_CUT) return words;
  const parts = words.split(/\s+/);
  return `${parts.slice(0, ENDS).join(' ')} … [${count - 2 * ENDS} more words] … ${parts.slice(-ENDS).join(' ')}`;
}
