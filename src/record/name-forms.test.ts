import { expect, test } from 'vitest';
import { mayBeOne, spellingKey } from './name-forms.ts';

const areAlike = (a: string, b: string): boolean => mayBeOne(spellingKey(a), spellingKey(b));

test.each([
  ['Aram Terian', 'Aram Teryan'],
  ['Sergei Oskov', 'Sergey Oskov'],
  ['Dmitry Halko', 'Dmytro Halko'],
  ['José Pardo', 'Jose Pardo'],
  ['C. Lund', 'Cora Lund'],
  ['Tom Brack, Jr.', 'Tom Brack'],
])('%s may be %s', (a, b) => {
  expect(areAlike(a, b)).toBe(true);
});

test.each([
  ['Ada Lund', 'Cora Lund'],
  ['Ben Tern', 'Ben Stern'],
  ['Lund', 'C. Lund'],
])('%s is not %s', (a, b) => {
  expect(areAlike(a, b)).toBe(false);
});
