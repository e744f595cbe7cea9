import type { Span } from '../text/canonical-text.ts';
import { countFirst } from '../base/sorted.ts';
import { type Link, linksOf } from './grammar/links.ts';
import { splitSentences } from './grammar/sentences.ts';
import { type Token, tokenize } from './grammar/tokens.ts';
import { findInterviewee } from './quotes/interviewee.ts';
import { findQuotes, paragraphsOf, PLAIN_LAYOUT, type Quotation } from './quotes/find-quotes.ts';

/** One sentence of narration. */
export interface Sentence {
  tokens: Token[];
  paragraph: number;
}

/** The place of a quotation in the narration: the index of its sentence, and of its token in it. */
export interface Place {
  sentence: number;
  token: number;
}

/** A text as attribution reads it: quotations, and the sentences around them. */
export interface Reading {
  text: string;
  quotes: Quotation[];
  sentences: Sentence[];
  /** The sentence with an index; an empty one if there is none. */
  sentenceAt: (index: number) => Sentence;
  /** The place of a quotation. */
  placeOf: (quote: number) => Place;
  /** The name of whoever answers the questions of an interview; `null` if nobody is named. */
  interviewee: Span | null;
  /** The links of a sentence. */
  linksIn: (sentence: number) => readonly Link[];
}

const NO_SENTENCE: Sentence = { tokens: [], paragraph: -1 };
const NO_PLACE: Place = { sentence: -1, token: -1 };

/** Reads a text. Its paragraphs are lines, as in the canonical text. */
export function readText(text: string, layout = PLAIN_LAYOUT): Reading {
  const paragraphs = paragraphsOf(text);
  const quotes = findQuotes(text, paragraphs, layout);
  const sentences: Sentence[] = [];
  const places: Place[] = [];
  let first = 0;
  paragraphs.forEach((span, paragraph) => {
    let last = first;
    while (quotes[last]?.paragraph === paragraph) last++;
    for (const tokens of splitSentences(tokenize(text, span, quotes.slice(first, last), first))) {
      tokens.forEach(({ quote }, token) => {
        if (quote >= 0) places[quote] = { sentence: sentences.length, token };
      });
      sentences.push({ tokens, paragraph });
    }
    first = last;
  });
  const known: (readonly Link[] | undefined)[] = [];
  const sentenceAt = (index: number): Sentence => sentences[index] ?? NO_SENTENCE;
  return {
    text,
    quotes,
    sentences,
    sentenceAt,
    placeOf: (quote) => places[quote] ?? NO_PLACE,
    interviewee: findInterviewee(text, quotes),
    linksIn: (index) => (known[index] ??= linksOf(sentenceAt(index).tokens)),
  };
}

/** The sentence that contains a character of the text; an empty span there if none does. */
export function sentenceWith({ sentences }: Reading, at: number): Span {
  const { tokens } = sentences[countFirst(sentences, (sentence) => startOf(sentence) <= at) - 1] ?? NO_SENTENCE;
  const [start, end] = [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0];
  return at >= start && at < end ? { start, end } : { start: at, end: at };
}

const startOf = ({ tokens }: Sentence): number => tokens[0]?.start ?? 0;
