import { type Span, wordsOf } from '../article/canonical-text.ts';
import { attribute, type Attribution } from './attribute.ts';
import { findQuotes } from './find-quotes.ts';

/** A statement that the program found in an article. */
export interface FoundStatement {
  type: 'direct' | 'partial';
  spans: Span[];
  text: string;
  /** What it rests on; `null` where nobody is named. */
  attribution: Attribution | null;
}

/** A quotation shorter than this is a fragment in the reporter's sentence. */
const WORDS_OF_CLAUSE = 5;

/** Finds the statements of a canonical text, in order: quotations, each with the words that say who speaks. */
export function findStatements(text: string): FoundStatement[] {
  const quotes = findQuotes(text);
  const allSpans = quotes.flatMap(({ spans }) => spans);
  return quotes.map((quote) => {
    const isDirect = isWholeClause(text, quote);
    const spans = isDirect ? quote.spans : quote.spans.map((span) => withoutStop(text, span));
    return {
      type: isDirect ? 'direct' : 'partial',
      spans,
      text: wordsOf(text, spans),
      attribution: attribute(text, quote, allSpans),
    };
  });
}

/** Whole clauses begin with a capital or end with a stop of their own, and are no mere fragment. */
function isWholeClause(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  return words.split(' ').length >= WORDS_OF_CLAUSE && /^\p{Lu}/u.test(words);
}

/** The stop inside the marks after a fragment is the reporter's, by the custom of American typesetting. */
function withoutStop(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start, end: start + words.replace(/[.,;]$/, '').length };
}
