import type { Span } from './canonical-text.ts';

/** The bases of two polynomial hashes: large odd numbers, as usual for 32-bit hashes. */
const BASES = [0x9e3779b1, 0x85ebca6b] as const;
/** As many bits of the second hash as fit beside the 32 of the first in a safe integer. */
const SECOND_BITS = 21;

/**
 * Finds the stretches that occur only once in a text. A stretch is unique if its head or its tail is: its first or last
 * characters, their number being the largest power of two that fits. Heads and tails of the same length are counted
 * together, with a rolling hash (Karp and Rabin, 1987), so the time is linear in the length of the text.
 *
 * @returns only stretches that occur once; one may be missing if its head and its tail both occur again, or their
 *   hashes do
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

/** The hashes of all windows of a text, by the index at which each starts: 53-bit safe integers. */
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
