import { expect, test } from 'vitest';
import { listPages } from './list-pages.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

test.each([
  [0, [0]],
  [1, [1]],
  [10, [10]],
  [11, [10, 1]],
  [30, [10, 10, 10]],
])('%i items are on pages of %j', (count, sizes) => {
  const pages = listPages(numbers(count), 10);
  expect(pages.map(({ items }) => items.length)).toEqual(sizes);
  expect(pages.map(({ number }) => number)).toEqual(sizes.map((_, index) => index + 1));
  expect(pages.flatMap(({ items }) => items)).toEqual(numbers(count));
});

test('there are never so many pages that a page number looks like a year', () => {
  const pages = listPages(numbers(30_001), 10);
  expect(pages.length).toBeLessThan(1000);
  expect(pages.flatMap(({ items }) => items)).toHaveLength(30_001);
});
