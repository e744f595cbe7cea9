import type { Span } from '../article/canonical-text.ts';

/** Two odd numbers without a pattern in their bits, as the bases of two hashes. */
const BASES = [0x9e3779b1, 0x85ebca6b] as const;
/** As many bits of the second hash as fit beside the 32 of the first in a safe integer. */
const SECOND_BITS = 21;

/**
 * Which stretches of a text occur nowhere else in it, as far as their first and their last characters tell: those of a
 * power of two that is at least half of the stretch, counted by a rolling hash (Karp and Rabin, 1987). A stretch that is
 * told to occur once does; seldom one that does is not told, as when the hashes of two texts are equal.
 *
 * The time is the length of the text for each power of two, however many stretches there are.
 */
export function occurOnce(text: string, stretches: readonly Span[]): Set<Span> {
  const once = new Set<Span>();
  const byWindow = Map.groupBy(stretches, ({ start, end }) => 2 ** Math.floor(Math.log2(Math.max(1, end - start))));
  for (const [window, group] of byWindow) {
    const hashes = windowHashes(text, window);
    const counts = new Map<number | undefined, number>();
    for (const { start, end } of group) counts.set(hashes[start], 0).set(hashes[end - window], 0);
    for (const hash of hashes) {
      const count = counts.get(hash);
      if (count !== undefined) counts.set(hash, count + 1);
    }
    for (const stretch of group) {
      const { start, end } = stretch;
      if (counts.get(hashes[start]) === 1 || counts.get(hashes[end - window]) === 1) once.add(stretch);
    }
  }
  return once;
}

/** For every index of a text, a hash of the characters of a window that starts there. */
function windowHashes(text: string, window: number): Float64Array {
  const hashes = new Float64Array(Math.max(0, text.length - window + 1));
  const [a, b] = BASES;
  const [leadingA, leadingB] = [power(a, window), power(b, window)];
  let [hashA, hashB] = [0, 0];
  for (let end = 0; end < text.length; end++) {
    const added = text.charCodeAt(end) + 1;
    const removed = end < window ? 0 : text.charCodeAt(end - window) + 1;
    hashA = (Math.imul(hashA, a) + added - Math.imul(removed, leadingA)) | 0;
    hashB = (Math.imul(hashB, b) + added - Math.imul(removed, leadingB)) | 0;
    if (end >= window - 1) {
      hashes[end - window + 1] = (hashA >>> 0) * 2 ** SECOND_BITS + (hashB >>> (32 - SECOND_BITS));
    }
  }
  return hashes;
}

/** `base ** exponent` in 32 bits. */
function power(base: number, exponent: number): number {
  let result = 1;
  for (let count = 0; count < exponent; count++) result = Math.imul(result, base);
  return result;
}
