import type { Span } from '../../text/canonical-text.ts';

/** A quotation mark in a text, and its role there. */
export interface Mark {
  at: number;
  role: 'opens' | 'closes';
}

/** The marks that enclose statements, in the conventions of all languages and typesetters. */
export interface MarkSet {
  openers: string;
  closers: string;
  /** The mark that has the same shape for both. */
  straight: string;
}

export const DOUBLE: MarkSet = { openers: '“„‟«', closers: '”»', straight: '"' };
export const SINGLE: MarkSet = { openers: '‘‚‛‹', closers: '’›', straight: "'" };

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/;
const SPACE = /\s/;
const BEFORE_OPENING = /[\s([{—–\-/'‘"“„«:*_]/;
const AFTER_CLOSING = /[\s,.;:!?)\]}—–\-…'’*_]/;
const LETTER = /\p{L}/u;
const DIGIT = /\d/;

/**
 * The quotation marks of one paragraph, in order. The role of a mark is decided by its surroundings if these leave no
 * doubt, then by its shape, then by turn: so straight marks, marks of the wrong shape (`“so“`) and those with which
 * other languages close (`„so“`, `»so«`) are all understood. A mark after a number that opens nothing is an inch mark.
 */
export function marksOf(text: string, paragraph: Span, set: MarkSet): Mark[] {
  const marks: Mark[] = [];
  const all = set.openers + set.closers + set.straight;
  let open = '';
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const mark = text.charAt(at);
    if (!all.includes(mark)) continue;
    const before = neighbour(text, at, -1, paragraph);
    const after = neighbour(text, at, 1, paragraph);
    // Feet and inches: 6" wide.
    if (set.straight === mark && open !== mark && DIGIT.test(before) && !LETTER.test(after)) continue;
    if (set === SINGLE && isApostrophe(before, after, open !== '')) continue;
    const role = roleOf(mark, before, after, open !== '', set);
    marks.push({ at, role });
    open = role === 'opens' ? mark : '';
  }
  return marks;
}

function roleOf(mark: string, before: string, after: string, isOpen: boolean, set: MarkSet): Mark['role'] {
  if (before === '') return 'opens';
  const canOpen = BEFORE_OPENING.test(before) && !SPACE.test(after) && after !== '';
  const canClose = !SPACE.test(before);
  if (canOpen && !canClose) return 'opens';
  if (canClose && !canOpen && (after === '' || AFTER_CLOSING.test(after))) return 'closes';
  if (set.openers.includes(mark)) return 'opens';
  if (set.closers.includes(mark)) return 'closes';
  // `accused him of"squabbling"`: what closes nothing opens, if a word follows.
  if (!isOpen && LETTER.test(after)) return 'opens';
  if (canClose !== canOpen) return canClose ? 'closes' : 'opens';
  return isOpen ? 'closes' : 'opens';
}

/** A single mark inside a word, or one that opens nothing: "don't", "the 1990s'", "'em". */
function isApostrophe(before: string, after: string, isOpen: boolean): boolean {
  const isInWord = LETTER.test(before) && LETTER.test(after);
  return isInWord || (!isOpen && before !== '' && !BEFORE_OPENING.test(before)) || DIGIT.test(after);
}

/** The visible character beside a mark; '' at the edge of the paragraph, not counting leading white space. */
function neighbour(text: string, mark: number, step: 1 | -1, { start, end }: Span): string {
  let at = mark + step;
  while (at >= start && at < end && INVISIBLE.test(text.charAt(at))) at += step;
  if (at < start || at >= end) return '';
  const isLeading = step < 0 && SPACE.test(text.charAt(at)) && text.slice(start, at).trim() === '';
  return isLeading ? '' : text.charAt(at);
}
