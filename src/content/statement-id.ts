import { foldSpace } from '../text/canonical-text.ts';
import type { Address } from '../text/address.ts';
import { shortHash } from '../base/hash.ts';
import type { StatementId } from '../base/ids.ts';

const LENGTH = 10;

/** Words as they count for an id: NFC, white space folded, every quotation mark straight. */
export function normalizeWords(words: string): string {
  return foldSpace(words)
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‘’‚‛‹›]/g, "'")
    .trim();
}

/** The id that words of an article get while equal words have taken the counters below this one, which begin at 1. */
export function idOf(article: Address, words: string, counter = 1): StatementId {
  const key = `${article}\n${normalizeWords(words)}`;
  return shortHash(counter === 1 ? key : `${key}\n${counter}`, LENGTH) as StatementId;
}

/**
 * Makes the id of a new statement: ten characters from a hash of its article's address and its words. It is made
 * once and then read from the record for ever.
 *
 * @param isTaken whether an id is in use anywhere in the archive already, tombstones included
 * @param from the first counter to try, from 1; those below are known to be taken
 * @returns the id, and its counter
 */
export function makeStatementId(
  article: Address,
  words: string,
  isTaken: (id: StatementId) => boolean,
  from = 1,
): { id: StatementId; counter: number } {
  for (let counter = from; ; counter++) {
    const id = idOf(article, words, counter);
    if (!isTaken(id)) return { id, counter };
  }
}

/** Equal words of one article are told apart by a counter, which hardly ever gets this far. */
const MOST_EQUAL = 100;

/** Whether an id was made from some words of an article, whatever its counter. */
export function isIdOf(id: StatementId, article: Address, words: string): boolean {
  for (let counter = 1; counter <= MOST_EQUAL; counter++) if (idOf(article, words, counter) === id) return true;
  return false;
}

/** The search ends after this many unknown counters in a row: statements that were never published may have taken some. */
const LONGEST_GAP = 20;

/** The ids of some words of an article that are known, in the order of their counters. */
export function idsMadeFor(article: Address, words: string, isKnown: (id: StatementId) => boolean): StatementId[] {
  const ids: StatementId[] = [];
  for (let counter = 1, gap = 0; gap < LONGEST_GAP; counter++) {
    const id = idOf(article, words, counter);
    gap = isKnown(id) ? 0 : gap + 1;
    if (gap === 0) ids.push(id);
  }
  return ids;
}
