import { describe, expect, test } from 'vitest';
import type { Day } from '../base/day.ts';
import { findStatements } from './find-statements.ts';
import { findSaidDate } from './said-date.ts';

/** A Wednesday. */
const published = '2023-05-17' as Day;
/** When the last quotation of a text was said: the day and its basis. */
function when(text: string): string | null {
  const found = findStatements(text).findLast(({ type }) => type !== 'reported');
  const date = found ? findSaidDate(text, found, published) : null;
  return date && `${date.said} ${date.saidBasis}`;
}

describe('a date in the clause of the cue', () => {
  test.each([
    ['“The mole is wet,” Ada Quill said on Friday.', '2023-05-12 text'],
    ['Ada Quill said Friday there was “a wreck beyond repair” in the harbour.', '2023-05-12 text'],
    ['On Monday, Ada Quill told the council the mole was “a wreck beyond repair.”', '2023-05-15 text'],
    ['Ada Quill, the mayor, on Monday called the mole “a wreck beyond repair.”', '2023-05-15 text'],
    ['“The mole is wet,” as the Kell Herald put it on Tuesday.', '2023-05-16 text'],
    [
      'The march ended on Monday, with Ada Quill telling the crowd that the mole was “a wreck beyond repair.”',
      '2023-05-15 text',
    ],
  ])('%s', (text, expected) => {
    expect(when(text)).toBe(expected);
  });
});

describe('a date elsewhere', () => {
  test.each([
    '“The mole is wet,” said Ada Quill, who will testify on Monday.',
    '“The mole is wet,” Ada Quill, who will testify on Monday, said.',
    '“The mole is wet,” he said when he first ran in 2009.',
    'Ada Quill testified about a July 10 meeting where the mole was “a wreck beyond repair.”',
    '“The mole will be repaired on Monday,” Ada Quill said.',
    'The council will meet on Monday. “The mole is wet,” Ada Quill said.',
  ])('tells nothing: %s', (text) => {
    expect(when(text)).toBeNull();
  });
});

describe('the occasion that a statement belongs to', () => {
  test('has the day on which the same person spoke before, as uncertain', () => {
    const text = 'Ada Quill told reporters on Monday that the mole was wet.\n\n“The tide is in,” Quill said.';
    expect(when(text)).toBe('2023-05-15? same-occasion');
  });

  test.each([
    ['somebody else has spoken since', '“The boats left,” Ben Tern said.\n\n“The tide is in,” Ada Quill said.'],
    ['the sentence is about an earlier time', '“The tide is in,” Ada Quill had said earlier.'],
    ['it is somebody else', '“The tide is in,” Ben Tern said.'],
  ])('is not known if %s', (_, rest) => {
    expect(when(`Ada Quill told reporters on Monday that the mole was wet.\n\n${rest}`)).toBeNull();
  });
});
