import type { Element, ElementContent, Root, Text } from 'hast';
import { countFirst } from '../base/sorted.ts';

/** A stretch of text, from `start` to `end` (exclusive), as indices of a JavaScript string. */
export interface Span {
  start: number;
  end: number;
}

/** Whether two stretches have a character in common. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Returns a function that tells whether a span overlaps any of these. */
export function overlapsAny(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  // The furthest end of the spans up to each one: they may overlap one another.
  const reach: number[] = [];
  for (const { end } of sorted) reach.push(Math.max(end, reach.at(-1) ?? 0));
  return (span) => {
    const next = countFirst(sorted, ({ start }) => start < span.end);
    return (reach[next - 1] ?? 0) > span.start;
  };
}

/** The place of a text node of the tree in the canonical text. */
export interface Piece extends Span {
  node: Text;
}

/** One paragraph of the canonical text and the element it came from. */
export interface Paragraph extends Span {
  element: Element;
  /** Whether it is in a block quotation. */
  isQuoted: boolean;
  pieces: Piece[];
}

interface OpenParagraph {
  element: Element;
  words: string;
  /** Tracked separately: reading the end of a long string while it grows costs as much as copying it. */
  endsInSpace: boolean;
  pieces: Piece[];
}

/** The text of an article to which all quotations, offsets and searches refer. */
export interface CanonicalText {
  text: string;
  paragraphs: Paragraph[];
}

/** Separates the paragraphs of the canonical text. */
export const PARAGRAPH_BREAK = '\n\n';

/** White space that is folded: all of it except no-break spaces. */
const FOLDED = /[\t\n\v\f\r \u0085\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+/g;

const BLOCKS = new Set(
  'p h1 h2 h3 h4 h5 h6 li ul ol dl dt dd pre blockquote table thead tbody tfoot tr th td hr section div'.split(' '),
);

/** Text with every run of white space folded to one space; no-break spaces are kept. */
export function foldSpace(text: string): string {
  return text.normalize('NFC').replace(FOLDED, ' ');
}

/**
 * The canonical text of a body: each leaf block is a paragraph, white space inside it is folded, images and footnote
 * marks are dropped. The text nodes of the tree are folded in the same way (except in `pre`), so that a position in the
 * text is also a position in the tree.
 */
export function canonicalText(tree: Root): CanonicalText {
  const paragraphs: Paragraph[] = [];
  let text = '';
  let open: OpenParagraph | null = null;
  let quotes = 0;

  const close = (): void => {
    if (!open) return;
    const { element, pieces } = open;
    const words = open.endsInSpace ? trimLast(open) : open.words;
    open = null;
    if (words === '') return;
    const start = text === '' ? 0 : text.length + PARAGRAPH_BREAK.length;
    text = text === '' ? words : text + PARAGRAPH_BREAK + words;
    const moved = pieces.map(({ node, ...piece }) => ({ node, start: start + piece.start, end: start + piece.end }));
    paragraphs.push({ element, isQuoted: quotes > 0, start, end: text.length, pieces: moved });
  };

  const add = (value: string, block: Element, node: Text | null): string => {
    open ??= { element: block, words: '', endsInSpace: false, pieces: [] };
    const folded = foldSpace(value);
    const atSpace = open.words === '' || open.endsInSpace;
    const kept = atSpace && folded.startsWith(' ') ? folded.slice(1) : folded;
    const start = open.words.length;
    open.words += kept;
    if (kept !== '') open.endsInSpace = kept.endsWith(' ');
    if (node) open.pieces.push({ node, start, end: start + kept.length });
    return kept;
  };

  const walk = (nodes: readonly (Root['children'][number] | ElementContent)[], block: Element | null): void => {
    for (const node of nodes) {
      if (node.type === 'text' && block) {
        const kept = add(node.value, block, block.tagName === 'pre' ? null : node);
        if (block.tagName !== 'pre') node.value = kept;
      } else if (node.type === 'element' && !isFootnoteMark(node)) {
        const isBlock = BLOCKS.has(node.tagName);
        if (isBlock) close();
        if (node.tagName === 'blockquote') quotes++;
        if (node.tagName === 'br' && block) add(' ', block, null);
        walk(node.children, isBlock ? node : block);
        if (isBlock) close();
        if (node.tagName === 'blockquote') quotes--;
      }
    }
  };
  walk(tree.children, null);
  close();
  return { text, paragraphs };
}

/** Whether an element is a block, which no inline element may enclose. */
export function isBlock(element: Element): boolean {
  return BLOCKS.has(element.tagName);
}

/** The number of code points before a string index: the unit of all exported offsets. */
export function codePoints(text: string, index: number): number {
  let count = 0;
  for (let at = 0; at < index; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) count++;
  return count;
}

/** The words of one or more spans, joined by one space. */
export function wordsOf(text: string, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => text.slice(start, end)).join(' ');
}

/** Removes the trailing space of an open paragraph, and of the text node that ends with it. */
function trimLast(open: { words: string; pieces: Piece[] }): string {
  const words = open.words.slice(0, -1);
  for (const piece of open.pieces) {
    if (piece.end <= words.length) continue;
    piece.node.value = piece.node.value.slice(0, -1);
    piece.end = words.length;
  }
  return words;
}

/** Whether an element is a number, arrow or heading that footnotes add: these are not the author's words. */
function isFootnoteMark({ properties, tagName }: Element): boolean {
  const isLabel = tagName === 'h2' && properties['id'] === 'footnote-label';
  return isLabel || 'dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties;
}
