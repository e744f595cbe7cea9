import type { Span } from '../../text/canonical-text.ts';
import type { Quotation } from './find-quotes.ts';

const NAME = String.raw`\p{Lu}[\p{L}\p{M}'’-]+(?: (?:\p{Lu}\.|\p{Ll}{2,3}))?(?: \p{Lu}[\p{L}\p{M}'’-]+)+`;
/** "spoke to the mayor, Ada Quill"; the name of whoever is asked. */
const ASKED = new RegExp(
  String.raw`\b(?:interview(?:ed)?(?: with)?|spoke (?:to|with)|talked (?:to|with)|asked|questions to|conversation with)\b[^.!?\n]{0,60}?(?<name>${NAME})`,
  'du',
);
const FIRST_NAME = new RegExp(`(?<name>${NAME})`, 'du');

/** The name of whoever answers the questions of an interview: the person spoken to, else the first full name before. */
export function findInterviewee(text: string, quotes: readonly Quotation[]): Span | null {
  const answer = quotes.find(({ isAnswer }) => isAnswer);
  if (!answer) return null;
  const before = text.slice(0, answer.outer.start);
  const [start, end] = (ASKED.exec(before) ?? FIRST_NAME.exec(before))?.indices?.groups?.['name'] ?? [0, 0];
  return end > start ? { start, end } : null;
}
