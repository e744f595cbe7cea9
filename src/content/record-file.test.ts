import { expect, test } from 'vitest';
import { LONGEST_FILE_NAME, LONGEST_SLUG } from '../base/slug.ts';
import { recordName } from './record-file.ts';

test('the record of an article with the longest slug can be written, and of no longer one', () => {
  const article = `2023-05-17-${'a'.repeat(LONGEST_SLUG)}.md`;
  expect(`.${recordName(article)}.tmp`).toHaveLength(LONGEST_FILE_NAME);
});
