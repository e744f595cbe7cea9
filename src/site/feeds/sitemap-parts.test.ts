import { expect, test } from 'vitest';
import { splitPart } from './sitemap-parts.ts';

test('a year with too many addresses for one sitemap gets several, in order and complete', () => {
  const paths = Array.from({ length: 120_000 }, (_, index) => `/s/${index}/`);
  const parts = splitPart({ name: '2023', paths });
  expect(parts.map((part) => [part.name, part.paths.length])).toEqual([
    ['2023', 50_000],
    ['2023-2', 50_000],
    ['2023-3', 20_000],
  ]);
  expect(parts.flatMap((part) => part.paths)).toEqual(paths);
});
