import { PARAGRAPH_BREAK, type Span } from './canonical-text.ts';

/** A stretch of a passage: words of the statement, or those around it. */
export interface PassagePart {
  text: string;
  isStatement: boolean;
}

/** The paragraphs that contain a statement, each split into the statement's words and those around them. */
export function passageAround(text: string, spans: readonly Span[]): PassagePart[][] {
  const first = spans[0]?.start ?? 0;
  const last = spans.at(-1)?.end ?? first;
  const before = text.lastIndexOf(PARAGRAPH_BREAK, first);
  const after = text.indexOf(PARAGRAPH_BREAK, last);
  let at = before < 0 ? 0 : before + PARAGRAPH_BREAK.length;
  const end = after < 0 ? text.length : after;

  const parts: PassagePart[] = [];
  for (const span of spans) {
    parts.push({ text: text.slice(at, span.start), isStatement: false });
    parts.push({ text: text.slice(span.start, span.end), isStatement: true });
    at = span.end;
  }
  parts.push({ text: text.slice(at, end), isStatement: false });
  return splitParagraphs(parts);
}

function splitParagraphs(parts: readonly PassagePart[]): PassagePart[][] {
  const paragraphs: PassagePart[][] = [[]];
  for (const { text, isStatement } of parts) {
    for (const [index, piece] of text.split(PARAGRAPH_BREAK).entries()) {
      if (index > 0) paragraphs.push([]);
      if (piece !== '') paragraphs.at(-1)?.push({ text: piece, isStatement });
    }
  }
  return paragraphs;
}
