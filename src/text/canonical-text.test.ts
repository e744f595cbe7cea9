import { expect, test } from 'vitest';
import { canonicalText, codePoints } from './canonical-text.ts';
import { parseBody } from './markdown.ts';

test.each([
  [
    'each leaf block is a paragraph',
    '# Head\n\nOne\ntwo  \nthree\n\n- a\n- b\n\n> q',
    'Head\n\nOne two three\n\na\n\nb\n\nq',
  ],
  [
    'table cells and code are paragraphs',
    '| a | b |\n|---|---|\n| c | d |\n\n```\nx  y\n```',
    'a\n\nb\n\nc\n\nd\n\nx y',
  ],
  [
    'raw HTML and the alternative texts of images are dropped',
    'A <b>b</b> ![alt](a.png "t") c\n\n<div>gone</div>',
    'A b c',
  ],
  ['no-break spaces are kept, other white space is folded', 'a\u00a0b \u2003 c', 'a\u00a0b c'],
  ['letters are composed', 'e\u0301', 'é'],
  ['footnote numbers and arrows are not words', 'A.[^1]\n\n[^1]: Note.', 'A.\n\nNote.'],
])('%s', (_, body, text) => {
  expect(canonicalText(parseBody(body)).text).toBe(text);
});

test('exported offsets count code points', () => {
  expect(codePoints('a😀b', 3)).toBe(2);
});
