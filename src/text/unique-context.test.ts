import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withUniqueContext } from './unique-context.ts';

const countOf = (text: string, words: string): number => {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) count++;
  return count;
};

/** Texts of few letters, in which most words are repeated, and stretches of them. */
const repetitive = fc
  .record({ text: fc.string({ unit: fc.constantFrom('a', 'b', '🚢'), minLength: 1, maxLength: 400 }), seed: fc.nat() })
  .map(({ text, seed }) => {
    const edges = Array.from({ length: 4 }, (_, index) => (seed * (index + 1)) % (text.length + 1));
    const [a = 0, b = 0, c = 0, d = 0] = edges.sort((one, other) => one - other);
    return {
      text,
      stretches: [
        { start: a, end: b },
        { start: c, end: d },
      ].filter(({ start, end }) => end > start),
    };
  });

test('every stretch grows until it occurs once, or is the whole text', () => {
  fc.assert(
    fc.property(repetitive, ({ text, stretches }) => {
      for (const [index, grown] of withUniqueContext(text, stretches).entries()) {
        const { start = 0, end = 0 } = stretches[index] ?? {};
        expect(grown.start <= start && grown.end >= end).toBe(true);
        const words = text.slice(grown.start, grown.end);
        if (words !== text) expect(countOf(text, words)).toBe(1);
      }
    }),
  );
});

test('takes 32 characters of context if these are enough, and otherwise doubles them', () => {
  const text = `${'x'.repeat(100)}one${'y'.repeat(200)}`;
  expect(withUniqueContext(text, [{ start: 100, end: 103 }])).toEqual([{ start: 68, end: 135 }]);
  expect(withUniqueContext(text, [{ start: 50, end: 60 }])).toEqual([{ start: 0, end: 124 }]);
});

test('a stretch that the other texts contain too is not unique', () => {
  const text = `A ship came in. ${'It waits. '.repeat(10)}`;
  const title = text.slice(0, 60);
  expect(withUniqueContext(text, [{ start: 2, end: 6 }], ['Ships'])).toEqual([{ start: 0, end: 38 }]);
  expect(withUniqueContext(text, [{ start: 2, end: 6 }], [title])).toEqual([{ start: 0, end: 70 }]);
});

test('splits no surrogate pair', () => {
  const text = `${'🚢'.repeat(40)}.one${'🚢'.repeat(40)}`;
  const [grown = { start: 0, end: 0 }] = withUniqueContext(text, [{ start: 81, end: 84 }]);
  expect(text.slice(grown.start, grown.end)).toBe(`${'🚢'.repeat(16)}.one${'🚢'.repeat(16)}`);
});

test('tells twenty thousand statements of the same words apart by what is around them', () => {
  const line = (index: number): string => `“Every lamp counts,” said Ines Farrow. ${index} Ines Farrow, engineer `;
  const lines = Array.from({ length: 20_000 }, (_, index) => line(index));
  const text = lines.join('');
  let start = 1;
  const stretches = lines.map((words) => {
    const stretch = { start, end: start + 18 };
    start += words.length;
    return stretch;
  });
  const grown = withUniqueContext(text, stretches);
  const found = new Set(grown.map((stretch) => text.slice(stretch.start, stretch.end)));
  expect(found.size).toBe(lines.length);
});
