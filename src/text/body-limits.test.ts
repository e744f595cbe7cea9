import { expect, test } from 'vitest';
import { BodyError, MOST_LINES, MOST_MARKS, MOST_NESTED, MOST_SET_APART } from './body-limits.ts';
import { parseBody } from './markdown.ts';

/** Why a body is refused, as `line: message`; `null` if it is accepted. */
function refusal(body: string): string | null {
  try {
    parseBody(body);
    return null;
  } catch (error) {
    if (!(error instanceof BodyError)) throw error;
    return `${error.line}: ${error.message}`;
  }
}

const inside = (open: string, close: string) => (depth: number) => `${open.repeat(depth)}a${close.repeat(depth)}`;
const nested: [what: string, nest: (depth: number) => string][] = [
  ['block quotations', inside('> ', '')],
  ['lists', inside('- ', '')],
  ['numbered lists', inside('1. ', '')],
  ['footnotes', inside('[^a]: ', '')],
  ['emphasis', inside('_a ', ' a_')],
  ['strong words', inside('**a *b ', ' b* a**')],
  ['links', inside('[', '](b)')],
  ['images', inside('![', '](b.png)')],
  ['indented lists', (depth) => Array.from({ length: depth }, (_, index) => `${'  '.repeat(index)}- a`).join('\n')],
];

test.each(nested)('%s may be nested, but only up to the limit', (_, nest) => {
  expect(refusal(nest(MOST_NESTED / 2))).toBeNull();
  for (const depth of [MOST_NESTED + 1, 3000]) expect(refusal(`b\n\n${nest(depth)}`)).toMatch(/^\d+: .*(nested|marks)/);
});

test('names the line on which the nesting goes too deep', () => {
  expect(refusal(`a\n\n${'> '.repeat(MOST_NESTED + 1)}b`)).toMatch(/^3: .* nested more than 100 deep/);
});

test.each(['*', '_', 'a* ', '~a ', 'a]', '[a] '])('refuses a paragraph that is full of %j', (mark) => {
  const paragraph = `${'a '.repeat(10)}${mark.repeat(MOST_MARKS + 1)}`;
  expect(refusal(`a\n\n${paragraph}`)).toMatch(/^3: .*more than 5000 of the marks .*Split it by blank lines/);
  expect(refusal(`${'a* '.repeat(MOST_MARKS)}\n\n${'a* '.repeat(MOST_MARKS)}`)).toBeNull();
});

test.each(['a\n', 'a\\\n', '|a\n', '=\n', '> a\n', '- a\n'])('refuses a block of too many lines %j', (line) => {
  expect(refusal(`a\n\n${line.repeat(10 * MOST_LINES)}`)).toMatch(
    /^5003: .* has more than 5000 lines\. Split it by blank lines/,
  );
});

test.each([
  ['block quotations', (index: number) => `> ${index}\n\n`],
  ['footnotes', (index: number) => `a[^${index}]\n\n[^${index}]: b\n\n`],
])('refuses an article with too many %s', (_, one) => {
  const body = (count: number): string => Array.from({ length: count }, (_, index) => one(index)).join('');
  expect(refusal(body(MOST_SET_APART))).toBeNull();
  expect(refusal(body(MOST_SET_APART + 1))).toMatch(
    /^\d+: The article has more than 1000 block quotations and footnotes/,
  );
});

test('a long rule, a long table, a long list and a long quotation do not count as nesting', () => {
  const long = [
    '* '.repeat(300),
    `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(2000)}`,
    '- a\n'.repeat(2000),
    '> a\n'.repeat(2000),
    'a\\\n'.repeat(4000),
  ];
  for (const body of long) expect(refusal(body)).toBeNull();
});
