import { overlaps, type Span } from '../../text/canonical-text.ts';
import type { Quotation } from './find-quotes.ts';

/** "QUILL: …", "Q: …": who speaks, before a colon at the beginning of a paragraph. */
const SPEAKER_LABEL = /^\s*(?:\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]*){0,3}|Q|A|Question|Answer): (?=\S)/u;
/** A transcript has at least this many labelled paragraphs; a single one may be a heading. */
const LABELS_OF_TRANSCRIPT = 2;
/** A name that signs a block quotation is not part of it. */
const SIGNATURE = /^\s*[—–―]/;

/** Finds quotations without marks: the paragraphs of block quotations, and the lines of a transcript. */
export function findUnmarked(text: string, paragraphs: readonly Span[], blocks: readonly Span[]): Quotation[] {
  const isBlock = (span: Span | undefined): boolean =>
    span !== undefined &&
    !SIGNATURE.test(text.slice(span.start, span.end)) &&
    blocks.some((block) => overlaps(block, span));
  const labels = paragraphs.map(({ start, end }) => SPEAKER_LABEL.exec(text.slice(start, end))?.[0].length ?? 0);
  const isTranscript = labels.filter((length) => length > 0).length >= LABELS_OF_TRANSCRIPT;
  return paragraphs.flatMap((span, paragraph) => {
    const label = isTranscript ? (labels[paragraph] ?? 0) : 0;
    if (label === 0 && !isBlock(span)) return [];
    if (!/[\p{L}\p{N}]/u.test(text.slice(span.start + label, span.end))) return [];
    const goesOn = label === 0 && isBlock(paragraphs[paragraph + 1]);
    return [{ ...trimmed(text, span.start + label, span.end), paragraph, goesOn, marks: 'none' }];
  });
}

/** The words without outer white space, and without marks around all of them. */
function trimmed(text: string, from: number, to: number): Span & { outer: Span } {
  const words = text.slice(from, to);
  const inner = /^\s*["“„«]?(.*?)["”“»]?\s*$/su.exec(words)?.[1] ?? words;
  const start = from + words.indexOf(inner);
  return { start, end: start + inner.length, outer: { start: from, end: to } };
}
