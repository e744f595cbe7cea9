import { expect, test } from 'vitest';
import { isSlug, LONGEST_SLUG } from '../base/slug.ts';
import { parseFileName } from './address.ts';

test('an article has a slug of at most the longest length', () => {
  const article = `2023-05-17-${'a'.repeat(LONGEST_SLUG)}.md`;
  expect(parseFileName(article)?.slug).toHaveLength(LONGEST_SLUG);
  expect(parseFileName(article.replace('.md', 'a.md'))).toBeNull();
});

test.each(['a', 'a-b', '1-2', 'a'.repeat(LONGEST_SLUG)])('%j is a slug', (text) => {
  expect(isSlug(text)).toBe(true);
});

test.each(['', '-', 'a-', 'A', 'a b', 'a--b', '../a', 'é', 'a'.repeat(LONGEST_SLUG + 1)])(
  '%j is not a slug',
  (text) => {
    expect(isSlug(text)).toBe(false);
  },
);
