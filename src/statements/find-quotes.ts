import { PARAGRAPH_BREAK, type Span } from '../article/canonical-text.ts';

/** Opening double marks and what closes each: English, guillemets, German, straight. */
const CLOSING: Record<string, string> = { '“': '”', '«': '»', '„': '“”', '"': '"' };
const OPENING = new RegExp(`[${Object.keys(CLOSING).join('')}]`);

/** One quotation: the words between its marks, and where the marks and the words end. */
export interface FoundQuote extends Span {
  /** The spans of its words: several where it runs over paragraphs, each of which opens with a mark again. */
  spans: Span[];
}

/**
 * Finds the quotations of a canonical text: every span in double marks. One that is not closed in its paragraph goes
 * on when the next paragraph opens with a mark; otherwise it is left out.
 */
export function findQuotes(text: string): FoundQuote[] {
  const quotes: FoundQuote[] = [];
  let unclosed: FoundQuote | null = null;
  let start = 0;
  for (const paragraph of text.split(PARAGRAPH_BREAK)) {
    const goesOn: FoundQuote | null = OPENING.test(paragraph[0] ?? '') ? unclosed : null;
    unclosed = null;
    for (const { span, isClosed } of quotesOf(paragraph)) {
      const words = trim(text, { start: start + span.start, end: start + span.end });
      if (words.start >= words.end) continue;
      const isNext = goesOn !== null && span.start === 1;
      const quote: FoundQuote = isNext
        ? { ...words, start: goesOn.start, spans: [...goesOn.spans, words] }
        : { ...words, spans: [words] };
      if (isClosed) quotes.push(quote);
      else unclosed = quote;
    }
    start += paragraph.length + PARAGRAPH_BREAK.length;
  }
  return quotes;
}

function* quotesOf(paragraph: string): Generator<{ span: Span; isClosed: boolean }> {
  for (let at = 0; at < paragraph.length; at++) {
    const closing = CLOSING[paragraph[at] ?? ''];
    if (!closing) continue;
    const start = at + 1;
    for (at = start; at < paragraph.length && !closing.includes(paragraph[at] ?? ''); at++);
    yield { span: { start, end: at }, isClosed: at < paragraph.length };
  }
}

function trim(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: end - words.length + words.trimEnd().length };
}
