import { overlaps, type Span } from '../../text/canonical-text.ts';
import type { Anchor } from '../record-file.ts';

/** One place of a quote in a text: the spans of its parts, and which of the equal first words they begin with, from 1. */
export interface Place {
  spans: Span[];
  occurrence: number;
}

/** Where a place begins. */
export const startOf = ({ spans }: Place): number => spans[0]?.start ?? 0;

/** Every place where exact words appear in a text. */
export function occurrences(text: string, words: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    found.push({ start: at, end: at + words.length });
  }
  return found;
}

/** Every place where a quote may be: one for each occurrence of its first words that the other parts follow. */
export function placesOf(text: string, [first = '', ...others]: readonly string[]): Place[] {
  return occurrences(text, first).flatMap((start, index) => {
    const spans = [start];
    for (const words of others) {
      const at = text.indexOf(words, spans.at(-1)?.end);
      if (at < 0) return [];
      spans.push({ start: at, end: at + words.length });
    }
    return [{ spans, occurrence: index + 1 }];
  });
}

/** Says which words of a quote an article does not have, and what to do. */
export function notFound(text: string, quote: readonly string[]): string {
  const missing = quote.find((words) => !text.includes(words));
  return missing === undefined
    ? `The parts of this statement, \`${quote.join('`, `')}\`, do not follow one another in the article. Correct them.`
    : `The words \`${missing}\` are not in the article. Copy them exactly as they are there, without marks of emphasis.`;
}

/** Which occurrence of its first words a quote is, from 1; `undefined` when they appear only once. */
export function occurrenceOf(text: string, [first]: readonly Span[]): number | undefined {
  if (!first) return undefined;
  const places = occurrences(text, text.slice(first.start, first.end));
  return places.length > 1 ? places.findIndex(({ start }) => start === first.start) + 1 : undefined;
}

/**
 * Finds the words that an attribution rests on: whole words outside the statement, the nearest to it unless the anchor
 * says otherwise. `null` when the text does not have them.
 */
export function locateAnchor(text: string, anchor: Anchor, statement: readonly Span[]): Span | null {
  const { quote, nearest, occurrence } = wholeAnchor(anchor);
  const counted = occurrence ? occurrences(text, quote)[occurrence - 1] : undefined;
  return counted ?? byDistance(text, quote, statement, nearest ?? 1)[(nearest ?? 1) - 1] ?? null;
}

/** The anchor that `locateAnchor` finds again at a span: its words, with their rank when others are nearer. */
export function anchorFor(text: string, span: Span, statement: readonly Span[]): Anchor {
  const quote = text.slice(span.start, span.end);
  const isSame = ({ start }: Span): boolean => start === span.start;
  let known = byDistance(text, quote, statement, 1);
  while (!known.some(isSame)) {
    const more = byDistance(text, quote, statement, known.length + 1);
    if (more.length === known.length) return quote;
    known = more;
  }
  const rank = known.findIndex(isSame) + 1;
  return rank > 1 ? { quote, nearest: rank } : quote;
}

/** An anchor with all its fields. */
export const wholeAnchor = (anchor: Anchor): Exclude<Anchor, string> =>
  typeof anchor === 'string' ? { quote: anchor } : anchor;

/** The first stretch of text, in characters on each side of a statement, in which an anchor is looked for. */
const REACH = 1000;

/**
 * The places of whole words outside a statement, the nearest first: at least as many as asked for, if the text has them.
 * Whatever is found within some reach is nearer than everything beyond it.
 */
function byDistance(text: string, words: string, statement: readonly Span[], count: number): Span[] {
  const [first, last] = [statement[0]?.start ?? 0, statement.at(-1)?.end ?? 0];
  for (let reach = REACH; ; reach *= REACH) {
    const from = Math.max(0, first - reach - words.length);
    const places = occurrences(text.slice(from, last + reach + words.length), words)
      .map(({ start, end }) => ({ start: start + from, end: end + from }))
      .filter((place) => isWhole(text, place) && !statement.some((span) => overlaps(span, place)));
    const isAll = reach >= text.length;
    const near = isAll ? places : places.filter(({ start, end }) => end >= first - reach && start <= last + reach);
    if (near.length < count && !isAll) continue;
    const distance = (place: Span): number => Math.min(...statement.map((span) => gap(span, place)));
    return near.toSorted((a, b) => distance(a) - distance(b));
  }
}

/** The characters between two spans. */
const gap = (a: Span, b: Span): number => Math.max(a.start - b.end, b.start - a.end, 0);

/** Whether a span does not begin or end inside a word; a mark such as a colon may follow one. */
function isWhole(text: string, { start, end }: Span): boolean {
  const isWordPart = (at: number): boolean => /[\p{L}\p{N}]/u.test(text[at] ?? '');
  const isInside = (at: number): boolean => isWordPart(at - 1) && isWordPart(at);
  return !isInside(start) && !isInside(end);
}
