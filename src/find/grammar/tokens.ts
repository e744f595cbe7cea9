import type { Span } from '../../text/canonical-text.ts';
import type { Quotation } from '../quotes/find-quotes.ts';
import { ABBREVIATIONS } from './words.ts';

/** A word or mark of the reporter's own text; a whole quotation is one token. */
export interface Token extends Span {
  kind: 'word' | 'stop' | 'comma' | 'colon' | 'break' | 'possessive' | 'quote' | 'other';
  text: string;
  /** In lower case, with straight apostrophes and without the point of an abbreviation. */
  lower: string;
  isCapital: boolean;
  /** The index of the quotation, for `quote`; otherwise -1. */
  quote: number;
  /** Whether it is a quotation so short that it may be part of a noun phrase: the "birther" movement. */
  isTerm: boolean;
}

const TOKEN =
  /\p{Lu}\.(?:\p{Lu}\.?)+(?!\p{L})(?:-[\p{L}\p{N}]+)*|['’]s(?![\p{L}\p{N}])|[\p{L}\p{N}@#$£€][\p{L}\p{M}\p{N}]*(?:(?:[-&'’‑/][\p{L}\p{N}]|\.[\p{Ll}\p{N}]|,(?=\p{N}{3}(?!\p{N}))\p{N})[\p{L}\p{M}\p{N}]*)*|\.{2,}|\S/gu;
const WORD_START = /[\p{L}\p{N}@#$£€]/u;
const CAPITAL = /^[#@$]?\p{Lu}/u;
const POSSESSIVE = /['’]s$/i;
const SINGLE_CAPITAL = /^\p{Lu}$/u;
/** "R-Ky.", "D-N.J.": a party and a state. */
const PARTY = /^[DRI]-\p{Lu}/u;
const BREAK = /[;—–―()[\]|•-]/;
const WORDS_OF_TERM = 2;

/**
 * "WASHINGTON, Dec. 8 (UPI) — ", "New York (AFP) – ": where and by whom an article was filed, which names no speaker.
 */
const DATELINE =
  /^\s*(?:\p{Lu}[\p{Lu}.'’-]+(?:[ ,]+\p{Lu}[\p{Lu}.'’-]+)*(?:,? [^—–]{0,30}?)?|[^—–"“.?!]{2,40}\([^)]{2,20}\)) ?(?:—|–|--| - )\s*/u;

const NOTHING: Token = { ...token(0, '', 'other'), end: 0 };

/** The token at an index; outside the sentence an empty one, which is neither a word nor a mark. */
export const tokenAt = (tokens: readonly Token[], index: number): Token => tokens[index] ?? NOTHING;

/**
 * Reads a paragraph's narration: its words and marks, with each quotation as one token and without a dateline.
 *
 * @param quotes the quotations of the paragraph; `first` is the index in the text of the first of them
 */
export function tokenize(text: string, paragraph: Span, quotes: readonly Quotation[], first: number): Token[] {
  const tokens: Token[] = [];
  const opening = text.slice(paragraph.start, quotes[0]?.outer.start ?? paragraph.end);
  let at = paragraph.start + (DATELINE.exec(opening)?.[0].length ?? 0);
  quotes.forEach(({ outer, start, end }, offset) => {
    readWords(text, at, outer.start, tokens);
    const words = text.slice(start, end);
    const isTerm = words.split(/\s+/).length <= WORDS_OF_TERM && !/[,.?!]$/.test(words);
    tokens.push({
      ...token(outer.start, words, 'quote'),
      end: outer.end,
      lower: '',
      isCapital: false,
      quote: first + offset,
      isTerm,
    });
    at = outer.end;
  });
  readWords(text, at, paragraph.end, tokens);
  return tokens;
}

function readWords(text: string, from: number, to: number, tokens: Token[]): void {
  for (const match of text.slice(from, to).matchAll(TOKEN)) {
    const start = from + match.index;
    const [word] = match;
    const last = tokens.at(-1);
    const isJoined = last?.kind === 'word' && last.end === start;
    if (word === '.' && isJoined && isAbbreviation(last)) {
      last.end++;
      last.text += '.';
    } else if (isJoined && /^['’]s?$/.test(word)) {
      tokens.push(token(start, word, 'possessive'));
    } else if (!WORD_START.test(word.charAt(0))) {
      tokens.push(token(start, word, kindOfMark(word)));
    } else if (POSSESSIVE.test(word)) {
      const stem = word.slice(0, -2);
      tokens.push(token(start, stem, 'word'), token(start + stem.length, word.slice(-2), 'possessive'));
    } else {
      tokens.push(token(start, word, 'word'));
    }
  }
}

function token(start: number, text: string, kind: Token['kind']): Token {
  const lower = text.toLowerCase().replaceAll('’', "'").replace(/\.$/, '');
  return {
    start,
    end: start + text.length,
    kind,
    text,
    lower,
    isCapital: CAPITAL.test(text),
    quote: -1,
    isTerm: false,
  };
}

function isAbbreviation({ text, lower }: Token): boolean {
  return (
    SINGLE_CAPITAL.test(text) || PARTY.test(text) || lower === 'vs' || (CAPITAL.test(text) && ABBREVIATIONS.has(lower))
  );
}

function kindOfMark(mark: string): Token['kind'] {
  // U+0589 is the full stop of Armenian.
  if (/^[.!?…։]/.test(mark)) return 'stop';
  if (mark === ',') return 'comma';
  if (mark === ':') return 'colon';
  return BREAK.test(mark) ? 'break' : 'other';
}
