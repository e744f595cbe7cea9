import { expect, test } from 'vitest';
import { readRange } from './byte-range.ts';

test.each([
  ['bytes=0-9', 0, 9],
  ['bytes=10-', 10, 99],
  ['bytes=-5', 95, 99],
  ['bytes=99-99', 99, 99],
  ['bytes=90-1000', 90, 99],
  ['bytes=-1000', 0, 99],
  ['BYTES= 0-0 ,', 0, 0],
  [`bytes=0-${'9'.repeat(400)}`, 0, 99],
])('%s of 100 bytes is the range from %i to %i', (field, start, end) => {
  expect(readRange(field, 100)).toEqual({ start, end });
});

test.each([
  'bytes=abc',
  'bytes=',
  'bytes=-',
  'bytes=5-2',
  'bytes=100-',
  'bytes=100-200',
  'bytes=-0',
  'bytes=--5',
  'bytes=0-9-20',
  'bytes=0x1-2',
  'bytes=1.5-2',
  'bytes=a-b,100-',
  `bytes=${'9'.repeat(400)}-`,
])('%s of 100 bytes cannot be satisfied', (field) => {
  expect(readRange(field, 100)).toBe('unsatisfiable');
});

test.each(['bytes=0-1,5-9', 'bytes=0-1,abc', 'lines=0-9', 'bytes', 'abc'])(
  '%s is answered with the whole file',
  (field) => {
    expect(readRange(field, 100)).toBe('whole');
  },
);

test.each(['bytes=0-', 'bytes=0-0', 'bytes=-1'])('%s of an empty file cannot be satisfied', (field) => {
  expect(readRange(field, 0)).toBe('unsatisfiable');
});
