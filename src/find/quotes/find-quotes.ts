import type { Span } from '../../article/canonical-text.ts';
import { DOUBLE, type Mark, type MarkSet, marksOf, SINGLE } from './marks.ts';
import { guessEnd } from './guess-end.ts';

/** The words between two marks in one paragraph, marks and outer white space left out. */
export interface Quotation extends Span {
  /** With its marks. */
  outer: Span;
  paragraph: number;
  /** Whether its closing mark is missing because the next paragraph goes on with it. */
  goesOn: boolean;
  /** Whether both ends are marked, or the custom for several paragraphs says where it ends. */
  isRegular: boolean;
  /** Whether it stands in double marks. */
  isDouble: boolean;
}

/** Finds the paragraphs of a text: lines that hold anything. */
export function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') paragraphs.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return paragraphs;
}

/** Finds every quotation of a text, paragraph by paragraph, in double marks; in single ones where it has no others. */
export function findQuotes(text: string, paragraphs: readonly Span[]): Quotation[] {
  const double = quotesIn(text, paragraphs, DOUBLE);
  return double.length > 0 ? double : quotesIn(text, paragraphs, SINGLE);
}

function quotesIn(text: string, paragraphs: readonly Span[], set: MarkSet): Quotation[] {
  const marks = paragraphs.map((paragraph) => marksOf(text, paragraph, set));
  return paragraphs.flatMap((paragraph, index) => {
    const next = paragraphs[index + 1];
    const opensNext = next && opensWithMark(text, next, marks[index + 1] ?? []);
    return pair(text, paragraph, marks[index] ?? [], opensNext ?? false).flatMap((found) => {
      const inner = trim(text, found.from, found.to, set);
      if (inner.start >= inner.end) return [];
      return [
        {
          ...inner,
          outer: found.outer,
          paragraph: index,
          goesOn: found.goesOn,
          isRegular: found.isRegular,
          isDouble: set === DOUBLE,
        },
      ];
    });
  });
}

interface Pair {
  from: number;
  to: number;
  outer: Span;
  goesOn: boolean;
  isRegular: boolean;
}

/** Pairs the marks of a paragraph. Of nested ones the outer pair counts; for a mark without its partner the end is guessed. */
function pair(text: string, paragraph: Span, marks: readonly Mark[], opensNext: boolean): Pair[] {
  const nested = pairNested(marks);
  if (nested) return nested;
  const pairs: Pair[] = [];
  let open: number | null = null;
  const closeAt = (end: number): void => {
    if (open === null) return;
    pairs.push({ from: open + 1, to: end, outer: { start: open, end }, goesOn: false, isRegular: false });
    open = null;
  };
  for (const { at, role } of marks) {
    if (role === 'opens') {
      if (open !== null) closeAt(guessEnd(text, open + 1, at));
      open = at;
    } else if (open !== null) {
      pairs.push({ from: open + 1, to: at, outer: { start: open, end: at + 1 }, goesOn: false, isRegular: true });
      open = null;
    }
  }
  if (open !== null && opensNext) {
    const outer = { start: open, end: paragraph.end };
    pairs.push({ from: open + 1, to: paragraph.end, outer, goesOn: true, isRegular: true });
  } else if (open !== null) {
    closeAt(guessEnd(text, open + 1, paragraph.end));
  }
  return pairs;
}

/** The outer pairs of marks that nest and all have partners; `null` where they do not. */
function pairNested(marks: readonly Mark[]): Pair[] | null {
  const pairs: Pair[] = [];
  let depth = 0;
  let open = 0;
  for (const { at, role } of marks) {
    if (role === 'opens') {
      if (depth++ === 0) open = at;
    } else if (--depth === 0) {
      pairs.push({ from: open + 1, to: at, outer: { start: open, end: at + 1 }, goesOn: false, isRegular: true });
    }
    if (depth < 0 || depth > 2) return null;
  }
  return depth === 0 ? pairs : null;
}

function opensWithMark(text: string, paragraph: Span, marks: readonly Mark[]): boolean {
  const [first] = marks;
  return first?.role === 'opens' && text.slice(paragraph.start, first.at).trim() === '';
}

function trim(text: string, from: number, to: number, { openers, closers, straight }: MarkSet): Span {
  const isOuter = (character: string): boolean =>
    /\s/.test(character) || openers.includes(character) || closers.includes(character) || character === straight;
  let [start, end] = [from, to];
  while (start < end && isOuter(text.charAt(start))) start++;
  while (end > start && isOuter(text.charAt(end - 1))) end--;
  return { start, end };
}
