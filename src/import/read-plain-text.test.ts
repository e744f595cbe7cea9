import { expect, test } from 'vitest';
import { readPlainText } from './read-plain-text.ts';

test.each([
  [' date 2023-05-17 “We have it,” he said.', null],
  ['2023-05-17\n\n“We have it,” he said.', null],
  ['17 May 2023\n\n“We have it,” he said.', null],
  ['Wednesday, May 17, 2023\n\n“We have it,” he said.', null],
  ['Date: 17/05/2023\n\n“We have it,” he said.', null],
  ['The harbour vote\n17 May 2023\nBy Ada Quill and Bo Marsh\n\n“We have it,” he said.', 'The harbour vote'],
  ['The harbour vote\n\n2023-05-17\n\n“We have it,” he said.', 'The harbour vote'],
])('reads the head of %j', (text, title) => {
  const read = readPlainText(text);
  expect(read).toMatchObject({ day: '2023-05-17', title, paragraphs: ['“We have it,” he said.'] });
  if (text.includes('By ')) expect(read).toMatchObject({ authors: ['Ada Quill', 'Bo Marsh'] });
});

test.each([
  ['No day here.', 'no date'],
  ['2023-05-17\n2023-05-18\n\nText.', 'two dates'],
  ['03/04/2023\n\nText.', 'ambiguous'],
  ['2023-02-30\n\nText.', 'not a calendar day'],
  ['2023-05-17\n', 'only a date'],
  [' \n', 'empty'],
])('refuses %j and says why', (text, reason) => {
  expect(readPlainText(text)).toContain(reason);
});

test('takes each line as a paragraph if lines are too long to be wrapped and none is blank', () => {
  const line = 'word '.repeat(40).trim() + '.';
  expect(readPlainText(`2023-05-17\n${line}\n${line}`)).toMatchObject({ paragraphs: [line, line] });
});
