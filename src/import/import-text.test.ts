import { expect, test } from 'vitest';
import { LONGEST_SLUG } from '../base/slug.ts';
import { parseDay } from '../base/day.ts';
import { importText, type Supplied } from './import-text.ts';

const today = parseDay('2026-11-24') ?? expect.unreachable();
const imported = (text: string, supplied: Supplied = {}): ReturnType<typeof importText> =>
  importText(new TextEncoder().encode(text), supplied, today);
const pathOf = (text: string): string => {
  const result = imported(text);
  return typeof result === 'string' ? result : result.path;
};

test('the slug is made of the first words of the title', () => {
  expect(pathOf('2020-01-02\n\nOne two three four five six seven\n\nText.')).toBe(
    '2020/2020-01-02-one-two-three-four-five-six.md',
  );
});

test('a slug that is too long for a file name is cut between words, or inside a single word', () => {
  const [long, longer] = ['a'.repeat(LONGEST_SLUG - 4), 'b'.repeat(LONGEST_SLUG + 1)];
  expect(pathOf(`2020-01-02\n\n${long} one two, and the text goes on.`)).toBe(`2020/2020-01-02-${long}-one.md`);
  expect(pathOf(`2020-01-02\n\n${longer}, and the text goes on.`)).toBe(
    `2020/2020-01-02-${longer.slice(0, LONGEST_SLUG)}.md`,
  );
});

test.each<[string, string, Supplied, string]>([
  ['a slug that is too long', 'Text.', { slug: 'a'.repeat(LONGEST_SLUG + 1) }, 'is not a slug'],
  ['a noncharacter', 'Te\ufffext.', {}, 'contains `U+FFFE`, which is not a character'],
  ['a lone surrogate in the title', 'Text.', { title: 'a\ud800' }, 'contains `U+D800`'],
  ['a title that cannot be seen', 'Text.', { title: '\u3164' }, 'only invisible characters'],
  ['an invalid language', 'Text.', { language: 'English' }, 'is not a language tag'],
  ['a paragraph that is all marks', `Text ${'* '.repeat(6000)}.`, { slug: 'a' }, 'more than 5000 of the marks'],
])('an article is not made with %s', (_, text, supplied, reason) => {
  const outcome = (): unknown => imported(`2020-01-02\n\n${text}`, { slug: 'words', ...supplied });
  let message: unknown;
  try {
    message = outcome();
  } catch (error) {
    message = error instanceof Error ? error.message : error;
  }
  expect(message).toContain(reason);
});
