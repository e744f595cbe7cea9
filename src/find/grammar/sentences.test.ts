import { expect, test } from 'vitest';
import { splitSentences } from './sentences.ts';
import { tokenize } from './tokens.ts';

const lengthsOf = (text: string): number[] =>
  splitSentences(tokenize(text, { start: 0, end: text.length }, [], 0)).map((tokens) => tokens.length);

test('a sentence ends at its stop', () => {
  expect(lengthsOf('The tide came in. The boats went out.')).toEqual([5, 5]);
});

test('words without a stop are cut at the length limit of sentences', () => {
  expect(lengthsOf('word '.repeat(2500))).toEqual([1000, 1000, 500]);
});
