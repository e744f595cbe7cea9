import { expect, test } from 'vitest';
import { line } from './fields.ts';

const messagesOf = (value: unknown): string[] =>
  (line.safeParse(value).error?.issues ?? []).map(({ message }) => message);

test('a line is trimmed and composed; numbers and booleans are the words that were written', () => {
  expect(line.parse('  Cafe\u0301 ')).toBe('Café');
  expect([line.parse(1984), line.parse(true)]).toEqual(['1984', 'true']);
});

test.each([
  ['a\ud800', 'contains `U+D800`, which is not a character'],
  ['\uffff', 'contains `U+FFFF`, which is not a character'],
  [' ', 'is empty'],
  ['a\nb', 'contains a line break or a control character'],
  ['\u200b\u3164', 'contains only invisible characters'],
])('a line refuses %j with a reason', (value, reason) => {
  expect(messagesOf(value).join()).toContain(reason);
});
