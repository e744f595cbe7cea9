import { diffWords } from 'diff';

/**
 * The difference of two texts in words, for a line of a terminal: what went in `[-…-]`, what came in `{+…+}`, as `git
 * diff --word-diff` writes it.
 */
export function wordDifference(before: string, after: string): string {
  return diffWords(before, after)
    .map(({ value, added, removed }) => (added ? `{+${value}+}` : removed ? `[-${value}-]` : value))
    .join('');
}
