import { expect, test } from 'vitest';
import { byYear } from './by-year.ts';

const rows = ['2019-12-31', '2020-01-01', '2020-05-05'].map((published) => ({ published }));
const write = (some: readonly { published: string }[]): string => some.map(({ published }) => published).join(' ');

test('a few rows make one file', () => {
  const [file, ...others] = byYear('statements', 'csv', rows, false, write, null);
  expect(others).toEqual([]);
  expect(file).toMatchObject({ name: 'statements.csv', rows: 3 });
  expect(file?.content()).toBe('2019-12-31 2020-01-01 2020-05-05');
});

test('too many rows make one file per year', () => {
  const files = byYear('statements', 'csv', rows, true, write, null);
  expect(files.map(({ name, rows: count, content }) => [name, count, content()])).toEqual([
    ['statements-2019.csv', 1, '2019-12-31'],
    ['statements-2020.csv', 2, '2020-01-01 2020-05-05'],
  ]);
});

test('no rows make one empty file', () => {
  expect(byYear('statements', 'csv', [], false, write, null)).toMatchObject([{ name: 'statements.csv', rows: 0 }]);
});
