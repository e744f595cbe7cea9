/** Words shorter than this are not corrected: too many others are one slip away. */
const SHORTEST = 4;
/** Words of at least this many letters are filed by their last four letters, shorter ones by their last three. */
const LONG = 7;

/** Words filed together, in order, each with the binary logarithm of its number of statements as a digit in base 36. */
export interface SpellingFile {
  words: string[];
  sizes: string;
}

/**
 * The keys under which a word is filed: its first four letters, its last, and its first with its last. One slip (a
 * letter added, dropped or replaced, or two neighbours swapped) leaves at least one of them unchanged, except in the
 * shortest words.
 */
export function filedUnder(word: string): string[] {
  if (word.length < SHORTEST) return [];
  const ends = word.length >= LONG - 1 && word.length <= LONG ? [3, 4] : [word.length < LONG ? 3 : 4];
  return [first(word), around(word), ...ends.map((count) => last(word, count))];
}

/** The keys under which to look for the word that a misspelt one was meant to be. */
export function lookedUnder(word: string): string[] {
  if (word.length < SHORTEST) return [];
  return [first(word), around(word), last(word, word.length < LONG ? 3 : 4)];
}

const first = (word: string): string => `${word.slice(0, 4)}-`;
const last = (word: string, count: number): string => `-${word.slice(-count)}`;
const around = (word: string): string => `${word[0]}-${word.at(-1)}`;

/** Which of `count` files contains a key (FNV-1a, www.isthe.com/chongo/tech/comp/fnv/). */
export function spellingFile(key: string, count: number): number {
  return hashOf(key) % count;
}

/** A 32-bit hash, the same for the same text everywhere (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}

/** Whether one slip turns one word into the other. */
export function isOneSlipFrom(word: string, other: string): boolean {
  if (word === other || Math.abs(word.length - other.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === other[start]) start++;
  const rest = (text: string, from: number): string => text.slice(start + from);
  return (
    rest(word, 1) === rest(other, 1) ||
    rest(word, 1) === rest(other, 0) ||
    rest(word, 0) === rest(other, 1) ||
    (word[start] === other[start + 1] && word[start + 1] === other[start] && rest(word, 2) === rest(other, 2))
  );
}
