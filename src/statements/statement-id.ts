import { foldSpace } from '../article/canonical-text.ts';
import type { Address } from '../article/address.ts';
import { shortHash } from '../base/hash.ts';

const LENGTH = 10;

/** Words as they count for an id: NFC, white space folded, every quotation mark straight. */
export function normalizeWords(words: string): string {
  return foldSpace(words)
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‘’‚‛‹›]/g, "'")
    .trim();
}

/** The id that words of an article get while nobody else has it: by this an old address is known again. */
export const firstStatementId = (article: Address, words: string): string =>
  makeStatementId(article, words, () => false);

/**
 * Makes the id of a new statement: ten characters from a hash of its article's address and its words. It is made
 * once and then read from the record for ever.
 *
 * @param isTaken whether an id stands anywhere in the archive already, tombstones included
 */
export function makeStatementId(article: Address, words: string, isTaken: (id: string) => boolean): string {
  const key = `${article}\n${normalizeWords(words)}`;
  for (let counter = 1; ; counter++) {
    const id = shortHash(counter === 1 ? key : `${key}\n${counter}`, LENGTH);
    if (!isTaken(id)) return id;
  }
}
