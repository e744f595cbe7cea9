import type { Token } from '../grammar/tokens.ts';

/** In words: longer ones are sentences, whatever their stop. */
const LONGEST_HEADING = 14;

/** Whether words are written as sentences are, and not as a heading "In Which Most Words Have Capitals". */
export function isSentenceCase(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind }) => kind === 'word');
  if (words.length > LONGEST_HEADING || tokens.at(-1)?.kind === 'stop') return true;
  if (tokens.some(({ kind }) => kind === 'quote')) return true;
  const long = words.filter(({ text }) => text.length > 3);
  return long.length < 2 || long.filter(({ isCapital }) => isCapital).length < long.length * 0.7;
}
