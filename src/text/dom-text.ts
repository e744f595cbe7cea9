import type { Root, Text } from 'hast';
import { visit } from 'unist-util-visit';
import type { Span } from './canonical-text.ts';

/** A stretch of canonical text that is contiguous in the DOM: the same characters in both. */
export interface DomPiece {
  /** Where it starts in the canonical text. */
  canonical: number;
  /** Where it starts in the text of the DOM. */
  dom: number;
  length: number;
}

/** The text of a rendered body as a script reads it from the page: all text nodes, in document order. */
export interface DomText {
  text: string;
  /**
   * The parts that are canonical text, in document order: one piece for each block, more if something interrupts it.
   */
  pieces: readonly DomPiece[];
}

/**
 * Reads the text of a rendered body.
 *
 * @param placeOf returns the span of canonical text in a text node; `null` for a note, a number or white space between
 *   blocks
 */
export function domText(tree: Root, placeOf: (node: Text) => Span | null): DomText {
  let text = '';
  const pieces: DomPiece[] = [];
  visit(tree, 'text', (node) => {
    const place = placeOf(node);
    const last = pieces.at(-1);
    const [dom, length] = [text.length, node.value.length];
    text += node.value;
    if (!place) return;
    const isNext = last && last.dom + last.length === dom && last.canonical + last.length === place.start;
    if (isNext) last.length += length;
    else pieces.push({ canonical: place.start, dom, length });
  });
  return { text, pieces };
}

/** The pieces of a span of canonical text, except those that are only white space. */
export function piecesIn({ text, pieces }: DomText, { start, end }: Span): DomPiece[] {
  const found: DomPiece[] = [];
  for (let at = firstAfter(pieces, start); at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece || piece.canonical >= end) break;
    const from = Math.max(start, piece.canonical);
    const dom = piece.dom + from - piece.canonical;
    const length = Math.min(end, piece.canonical + piece.length) - from;
    if (text.slice(dom, dom + length).trim() !== '') found.push({ canonical: from, dom, length });
  }
  return found;
}

/** The index of the first piece that ends after a place of the canonical text. */
function firstAfter(pieces: readonly DomPiece[], place: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const { canonical = 0, length = 0 } = pieces[middle] ?? {};
    if (canonical + length > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
