import { createHash } from 'node:crypto';

/** Crockford's base 32 (crockford.com/base32.html), lower case: no i, l, o or u, so that an id can be read aloud. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const BITS_A_CHARACTER = 5n;

/** The first `length` characters (at most 12) of a text's SHA-256, in Crockford's base 32. */
export function shortHash(text: string, length: number): string {
  return encodeHash(createHash('sha256').update(text).digest(), length);
}

/** The first `length` characters (at most 12) of a digest, in Crockford's base 32. */
export function encodeHash(digest: Buffer, length: number): string {
  const bits = digest.readBigUInt64BE() >> (64n - BITS_A_CHARACTER * BigInt(length));
  return Array.from({ length }, (_, index) => {
    const shift = BITS_A_CHARACTER * BigInt(length - 1 - index);
    return ALPHABET[Number((bits >> shift) & 31n)];
  }).join('');
}
