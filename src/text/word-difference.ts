import { diffWords } from 'diff';

/**
 * The word diff of two texts for a terminal: removed words in `[-…-]`, added words in `{+…+}`, as `git diff
 * --word-diff` writes it.
 */
export function wordDifference(before: string, after: string): string {
  return diffWords(before, after)
    .map(({ value, added, removed }) => (added ? `{+${value}+}` : removed ? `[-${value}-]` : value))
    .join('');
}
