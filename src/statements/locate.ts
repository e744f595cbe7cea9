import { overlaps, type Span } from '../article/canonical-text.ts';
import type { Anchor } from './record-file.ts';

/** Every place where exact words stand in a text. */
export function occurrences(text: string, words: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    found.push({ start: at, end: at + words.length });
  }
  return found;
}

/**
 * Finds the spans of a statement by their exact words: the first by its occurrence, the others in order after it.
 *
 * @returns the spans, or a sentence that says why they were not found and what to do
 */
export function locateQuote(text: string, quote: readonly string[], occurrence?: number): Span[] | string {
  const spans: Span[] = [];
  for (const words of quote) {
    const after = spans.at(-1)?.end ?? 0;
    const places = occurrences(text, words).filter(({ start }) => start >= after);
    const isFirst = spans.length === 0;
    if (isFirst && places.length > 1 && !occurrence) {
      return `The words \`${words}\` stand ${places.length} times in the article. Say which with \`occurrence:\`, 1 to ${places.length}.`;
    }
    const place = places[isFirst && occurrence ? occurrence - 1 : 0];
    if (!place) return notFound(words, places.length);
    spans.push(place);
  }
  return spans;
}

/**
 * Finds the words that an attribution rests on: the occurrence that is named, else the whole words nearest to the
 * statement. `null` where they do not stand in the text.
 */
export function locateAnchor(text: string, anchor: Anchor, statement: readonly Span[]): Span | null {
  const { quote, occurrence } = typeof anchor === 'string' ? { quote: anchor } : anchor;
  const places = occurrences(text, quote);
  if (occurrence) return places[occurrence - 1] ?? null;
  const outside = places.filter((place) => isWhole(text, place) && !statement.some((span) => overlaps(span, place)));
  const distance = (place: Span): number => Math.min(...statement.map((span) => gap(span, place)));
  return outside.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** Which occurrence of its first words a quote is, from 1; `undefined` where they stand only once. */
export function occurrenceOf(text: string, [first]: readonly Span[]): number | undefined {
  if (!first) return undefined;
  const places = occurrences(text, text.slice(first.start, first.end));
  return places.length > 1 ? places.findIndex(({ start }) => start === first.start) + 1 : undefined;
}

/** The anchor that `locateAnchor` finds again at a span: its words, with their occurrence where it is not the nearest. */
export function anchorFor(text: string, span: Span, statement: readonly Span[]): Anchor {
  const quote = text.slice(span.start, span.end);
  if (locateAnchor(text, quote, statement)?.start === span.start) return quote;
  return { quote, occurrence: occurrences(text, quote).findIndex(({ start }) => start === span.start) + 1 };
}

/** The characters between two spans. */
const gap = (a: Span, b: Span): number => Math.max(a.start - b.end, b.start - a.end, 0);

function isWhole(text: string, { start, end }: Span): boolean {
  const isWordPart = (character: string | undefined): boolean => /[\p{L}\p{N}]/u.test(character ?? '');
  return !isWordPart(text[start - 1]) && !isWordPart(text[end]);
}

function notFound(words: string, times: number): string {
  if (times > 0)
    return `The words \`${words}\` stand only ${times === 1 ? 'once' : `${times} times`}. Correct \`occurrence:\`.`;
  return `The words \`${words}\` do not stand in the article. Copy them exactly as they are there, marks of emphasis left out.`;
}
