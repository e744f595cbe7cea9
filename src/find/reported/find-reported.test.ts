import { describe, expect, test } from 'vitest';
import { readText } from '../reading.ts';
import { findReported } from './find-reported.ts';

/** What is reported in a text: words, source, and whether it is clear. */
const reported = (text: string): [string, string, boolean][] =>
  findReported(readText(text)).map(({ content, source, isClear }) => [
    text.slice(content.start, content.end),
    text.slice(source.start, source.end),
    isClear,
  ]);

describe('what is clear is found', () => {
  test.each([
    ['Ada Quill said that the tide, at last, had turned.', 'the tide, at last, had turned', 'Ada Quill'],
    ['Ada Quill said the tide had turned.', 'the tide had turned', 'Ada Quill'],
    ['Ada Quill said there were forty boats in the harbour.', 'there were forty boats in the harbour', 'Ada Quill'],
    ['Ada Quill told the council on Monday that the mole had moved.', 'the mole had moved', 'Ada Quill'],
    [
      'The tide had turned, and the ferry was late, Ada Quill said.',
      'The tide had turned, and the ferry was late',
      'Ada Quill',
    ],
    [
      'The tide had turned, said Ada Quill, a harbour engineer.',
      'The tide had turned',
      'Ada Quill, a harbour engineer',
    ],
    ['According to Ada Quill, the tide had turned.', 'the tide had turned', 'Ada Quill'],
    [
      'The mole had moved by a metre, according to the harbour board.',
      'The mole had moved by a metre',
      'the harbour board',
    ],
    ['Ada Quill believes that the mole will hold.', 'the mole will hold', 'Ada Quill'],
    [
      'Ada Quill, who has led the board for nine years, said the mole would hold.',
      'the mole would hold',
      'Ada Quill, who has led the board for nine years',
    ],
  ])('%s', (text, words, source) => {
    expect(reported(text)).toContainEqual([words, source, true]);
  });

  test('a sentence inside which somebody is named is taken whole', () => {
    expect(reported('If the tide turns, Ada Quill said, the mole will hold.')[0]?.[0]).toBe(
      'If the tide turns, Ada Quill said, the mole will hold',
    );
  });

  test('several in one sentence are apart', () => {
    const text = 'Ada Quill said the tide had turned but said the boats were safe.';
    expect(reported(text).map(([words]) => words)).toEqual(['the tide had turned', 'the boats were safe']);
  });

  test('after a quotation, what the speaker adds', () => {
    const text = '“The mole is wet,” Ada Quill told reporters, adding that the boats were safe.';
    expect(reported(text)).toEqual([['the boats were safe', 'Ada Quill', true]]);
  });
});

test.each([
  ['Ada Quill urged the council to wait for the tide.', 'the council to wait for the tide'],
  ['Ada Quill accused the harbour board of haste and waste.', 'the harbour board of haste and waste'],
  ['Ada Quill asked whether the mole was safe.', 'whether the mole was safe'],
  ['Ada Quill vowed to rebuild the mole by May.', 'rebuild the mole by May'],
])('less clear, and only offered: %s', (text, words) => {
  expect(reported(text)).toEqual([[words, 'Ada Quill', false]]);
});

test.each([
  'Ada Quill did not say that the tide had turned.',
  'Ada Quill would say that the tide had turned.',
  'I said that the tide had turned.',
  'Forty percent said that the tide had turned.',
  'Ada Quill said the mole was “a wreck beyond repair.”',
  'On Monday, Ada Quill said nothing.',
])('nothing is reported: %s', (text) => {
  expect(reported(text).filter(([, , isClear]) => isClear)).toEqual([]);
});
