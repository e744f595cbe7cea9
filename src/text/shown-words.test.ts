import { expect, test } from 'vitest';
import { shownWords, standingAlone, withoutMarks } from './shown-words.ts';

test('quotation marks enclose each span by itself, without the reporter’s comma', () => {
  expect(shownWords(['The mole holds.'], 'direct')).toBe('“The mole holds.”');
  expect(shownWords(['The mole holds,', 'and the tide turns.'], 'direct')).toBe(
    '“The mole holds” … “and the tide turns.”',
  );
  expect(shownWords(['holds,'], 'partial')).toBe('“holds”');
  expect(shownWords(['the mole holds,', 'or most of it'], 'reported')).toBe('the mole holds … or most of it');
});

test('where a page sets the marks, the outer ones are left out; in a block, only those between spans are needed', () => {
  const one = shownWords(['The mole holds.'], 'direct');
  const two = shownWords(['The mole holds,', 'and “Low Tide” ends.'], 'direct');
  const reported = shownWords(['“Low Tide” ends'], 'reported');
  expect([one, two, reported].map(withoutMarks)).toEqual([
    'The mole holds.',
    'The mole holds” … “and “Low Tide” ends.',
    '“Low Tide” ends',
  ]);
  expect([one, two].map(standingAlone)).toEqual(['The mole holds.', two]);
});
