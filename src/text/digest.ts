import { shortHash } from '../base/hash.ts';

/** Forty bits: that a changed text has the digest of the old by chance happens once in a million million times. */
const LENGTH = 8;

/** The digest of a statement's words that a citation carries as `?v=`: the first 40 bits of SHA-256, in base 32. */
export const versionOf = (words: string): string => shortHash(words, LENGTH);
