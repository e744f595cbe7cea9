import { shortHash } from '../base/hash.ts';

/** 40 bits: the chance that a changed text has the same digest as the old one is one in a million million. */
const LENGTH = 8;

/** The digest of a statement's words that a citation carries as `?v=`: the first 40 bits of SHA-256, in base 32. */
export const versionOf = (words: string): string => shortHash(words, LENGTH);
