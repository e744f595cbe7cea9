import { expect, test } from 'vitest';
import type { Day } from '../base/day.ts';
import { relativeDates } from './relative-dates.ts';

const day = '2023-05-17' as Day;

test.each([
  ['he said on Wednesday.', 'Wednesday', '2023-05-17'],
  ['he said on Thursday.', 'Thursday', '2023-05-11'],
  ['It decried in March that', 'March', '2023-03'],
  ['offered in November.', 'November', '2022-11'],
  ['since last September due', 'last September', '2022-09'],
  ['published in May, it', 'May', '2023-05'],
  ['alliance last fall.', 'last fall', '2022-23'],
  ['They met yesterday.', 'yesterday', '2023-05-16'],
  ['Sales fell last month.', 'last month', '2023-04'],
  ['It closed last year.', 'last year', '2022'],
])('explains the date in "%s"', (text, phrase, date) => {
  const [found, ...others] = relativeDates(text, day);
  expect(found && text.slice(found.start, found.end)).toBe(phrase);
  expect(found?.date).toBe(date);
  expect(others).toEqual([]);
});

test.each([
  'In March 2022 it closed.',
  'On March 5 it closed.',
  'They may leave.',
  'Mr. March left.',
  'in the fall of Rome',
])('leaves "%s" alone', (text) => {
  expect(relativeDates(text, day)).toEqual([]);
});
