import type { Span } from '../../text/canonical-text.ts';
import { guessEnd } from './guess-end.ts';
import type { Mark } from './marks.ts';

/** A pair of marks, or one whose partner is missing, and what it encloses. */
export interface Pair {
  from: number;
  to: number;
  outer: Span;
  goesOn: boolean;
}

/**
 * Pairs the marks of a paragraph. Of nested pairs the outer one counts; if a mark has no partner, the end is guessed.
 */
export function pairMarks(text: string, paragraph: Span, marks: readonly Mark[], opensNext: boolean): Pair[] {
  const nested = pairNested(marks);
  if (nested) return nested;
  const pairs: Pair[] = [];
  let open: number | null = null;
  /** A mark that closes nothing: if another one follows, it opened what that one closes, `reporters." For those`. */
  let stray: number | null = null;
  const closeAt = (end: number): void => {
    if (open === null) return;
    pairs.push({ from: open + 1, to: end, outer: { start: open, end }, goesOn: false });
    open = null;
  };
  for (const { at, role } of marks) {
    if (role === 'opens') {
      if (open !== null) closeAt(guessEnd(text, open + 1, at));
      open = at;
      stray = null;
    } else if (open !== null || stray !== null) {
      const start = open ?? stray ?? at;
      pairs.push({ from: start + 1, to: at, outer: { start, end: at + 1 }, goesOn: false });
      open = stray = null;
    } else stray = at;
  }
  if (open !== null && opensNext) {
    const outer = { start: open, end: paragraph.end };
    pairs.push({ from: open + 1, to: paragraph.end, outer, goesOn: true });
  } else if (open !== null) {
    closeAt(guessEnd(text, open + 1, paragraph.end));
  }
  return pairs;
}

/** The outer pairs of marks that are properly nested; `null` if they are not. */
function pairNested(marks: readonly Mark[]): Pair[] | null {
  const pairs: Pair[] = [];
  let depth = 0;
  let open = 0;
  for (const { at, role } of marks) {
    if (role === 'opens') {
      if (depth++ === 0) open = at;
    } else if (--depth === 0) {
      pairs.push({ from: open + 1, to: at, outer: { start: open, end: at + 1 }, goesOn: false });
    }
    if (depth < 0 || depth > 2) return null;
  }
  return depth === 0 ? pairs : null;
}
