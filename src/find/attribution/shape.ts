import type { Reading } from '../reading.ts';

/** The role of a quotation in its sentence: all of it, a clause of its own, or a part of the reporter's clause. */
export type Shape = 'whole' | 'clause' | 'part';

const WORDS_OF_CLAUSE = 4;

export function shapeOf(reading: Reading, quote: number): Shape {
  const { sentence } = reading.placeOf(quote);
  const isAlone = reading
    .sentenceAt(sentence)
    .tokens.every(({ kind }) => kind === 'quote' || kind === 'stop' || kind === 'other');
  if (isAlone) return 'whole';
  const words = wordsOfQuote(reading, quote);
  return /^[\p{Lu}\p{N}…[]/u.test(words) && words.split(/\s+/).length >= WORDS_OF_CLAUSE ? 'clause' : 'part';
}

/** The words of a quotation, without its marks. */
export function wordsOfQuote({ quotes, text }: Reading, quote: number): string {
  const found = quotes[quote];
  return found ? text.slice(found.start, found.end) : '';
}
