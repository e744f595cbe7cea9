import { expect, test } from 'vitest';
import { recordName } from '../content/record-file.ts';
import { isSlug, LONGEST_FILE_NAME, LONGEST_SLUG } from '../base/slug.ts';
import { parseFileName } from './address.ts';

test('the record of an article with the longest slug can be written, and of no longer one', () => {
  const article = `2023-05-17-${'a'.repeat(LONGEST_SLUG)}.md`;
  expect(`.${recordName(article)}.tmp`).toHaveLength(LONGEST_FILE_NAME);
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
