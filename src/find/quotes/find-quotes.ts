import type { Span } from '../../text/canonical-text.ts';
import { DOUBLE, type Mark, type MarkSet, marksOf, SINGLE } from './marks.ts';
import { pairMarks } from './pair-marks.ts';
import { findUnmarked } from './unmarked-quotes.ts';

/** Quoted words within one paragraph, without marks and outer white space. */
export interface Quotation extends Span {
  /** The same with its marks. */
  outer: Span;
  paragraph: number;
  /** Whether it continues in the next paragraph. */
  goesOn: boolean;
  /** What shows that it is one: double marks, single ones, or none (a block quotation, a transcript's line). */
  marks: 'double' | 'single' | 'none';
  /** Whether it answers a question of an interview. */
  isAnswer?: boolean;
}

/** How an article sets paragraphs apart. */
export interface Layout {
  /** Those set as block quotations. */
  blocks: readonly Span[];
  /** Those set wholly in bold: the questions of an interview, if they are some. */
  questions: readonly Span[];
}

export const PLAIN_LAYOUT: Layout = { blocks: [], questions: [] };

/** Finds the paragraphs of a text: lines that are not blank. */
export function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') paragraphs.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return paragraphs;
}

/**
 * Finds every quotation of a text, paragraph by paragraph: in double marks, or in single ones if the text has no double
 * ones; then whole paragraphs of block quotations, the lines of a transcript, and the answers of an interview.
 */
export function findQuotes(text: string, paragraphs: readonly Span[], layout = PLAIN_LAYOUT): Quotation[] {
  const marked = quotesInMarks(text, paragraphs);
  const unmarked = findUnmarked(text, paragraphs, layout);
  if (unmarked.length === 0) return marked;
  const own = new Set(unmarked.map(({ paragraph }) => paragraph));
  return [...marked.filter(({ paragraph }) => !own.has(paragraph)), ...unmarked].sort((a, b) => a.start - b.start);
}

function quotesInMarks(text: string, paragraphs: readonly Span[]): Quotation[] {
  const double = quotesIn(withTwinMarks(text), paragraphs, DOUBLE);
  if (double.length > 0) return double;
  // Two single marks in place of a double one, as typewriters and wire services write it.
  const plain = text.replace(/''(?=\S)/g, ' "').replace(/''/g, '" ');
  const twice = plain === text ? [] : quotesIn(plain, paragraphs, DOUBLE);
  const single = twice.length > 0 ? twice : quotesIn(text, paragraphs, SINGLE);
  return single.map((quote) => ({ ...quote, marks: 'single' }));
}

/** Two right single marks that close a double one, as one mark in the same place: `“The tide is in,’’ he said`. */
const withTwinMarks = (text: string): string =>
  text.includes('’’') ? text.replace(/(?<=“[^“”\n]*)’’/g, `${WORD_JOINER}”`) : text;

/** A character that nobody sees. */
const WORD_JOINER = '\u2060';

function quotesIn(text: string, paragraphs: readonly Span[], set: MarkSet): Quotation[] {
  const marks = paragraphs.map((paragraph) => marksOf(text, paragraph, set));
  return paragraphs.flatMap((paragraph, index) => {
    const next = paragraphs[index + 1];
    const opensNext = next !== undefined && opensWithMark(text, next, marks[index + 1] ?? []);
    return pairMarks(text, paragraph, marks[index] ?? [], opensNext).flatMap(
      ({ from, to, outer, goesOn }): Quotation[] => {
        const inner = trimMarks(text, from, to, set);
        return /[\p{L}\p{N}]/u.test(text.slice(inner.start, inner.end))
          ? [{ ...inner, outer, paragraph: index, goesOn, marks: 'double' }]
          : [];
      },
    );
  });
}

function opensWithMark(text: string, paragraph: Span, marks: readonly Mark[]): boolean {
  const [first] = marks;
  return first?.role === 'opens' && text.slice(paragraph.start, first.at).trim() === '';
}

/** A span without the white space and marks at its ends. */
function trimMarks(text: string, from: number, to: number, { openers, closers, straight }: MarkSet): Span {
  const isOuter = (character: string): boolean =>
    /[\s\u2060]/.test(character) ||
    openers.includes(character) ||
    closers.includes(character) ||
    character === straight;
  let [start, end] = [from, to];
  while (start < end && isOuter(text.charAt(start))) start++;
  while (end > start && isOuter(text.charAt(end - 1))) end--;
  return { start, end };
}
