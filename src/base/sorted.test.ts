import { expect, test } from 'vitest';
import { countFirst, overlapping } from './sorted.ts';

test('counts the first items of a list without looking at most of them', () => {
  const numbers = Array.from({ length: 1000 }, (_, index) => index);
  let looks = 0;
  const count = countFirst(numbers, (number) => {
    looks++;
    return number < 700;
  });
  expect(count).toBe(700);
  expect(looks).toBeLessThan(12);
  expect([countFirst([], () => true), countFirst([1, 2], () => true), countFirst([1, 2], () => false)]).toEqual([
    0, 2, 0,
  ]);
});

test('finds the stretches that overlap a given one; touching is not enough', () => {
  const stretches = [0, 10, 20].map((start) => ({ start, end: start + 5 }));
  const starts = (start: number, end: number): number[] =>
    overlapping(stretches, { start, end }).map((stretch) => stretch.start);
  expect(starts(4, 11)).toEqual([0, 10]);
  expect(starts(5, 10)).toEqual([]);
  expect(starts(12, 13)).toEqual([10]);
  expect(starts(-5, 100)).toEqual([0, 10, 20]);
});
