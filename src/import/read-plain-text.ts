import type { Day } from '../base/day.ts';
import { readLeadingDate } from './leading-date.ts';

/** The parts of a plain text. */
export interface PlainText {
  day: Day;
  title: string | null;
  authors: string[];
  /** The paragraphs of the body, each one line. */
  paragraphs: string[];
}

const BYLINE = /^by:?\s+(\p{Lu}[^.!?]{1,80})$/iu;
/** A title is a short line that does not end like a sentence. */
const TITLE = /^.{1,160}(?<![.,;:!?…”"])$/u;
/** Longer than any wrapped line: if a text has such lines and no blank ones, each line is a paragraph. */
const WRAP_LIMIT = 100;

/**
 * Splits a plain text into a head of date, title and byline in any order, and the body, whose paragraphs are separated
 * by blank lines.
 *
 * @returns the parts, or a sentence that says why the text cannot be dated or read
 */
export function readPlainText(text: string): PlainText | string {
  const lines = text.normalize('NFC').split(/\r\n|\r|\n/);
  const authors: string[] = [];
  let day: Day | null = null;
  let title: string | null = null;

  let at = 0;
  for (; at < lines.length; at++) {
    const line = (lines[at] ?? '').trim();
    if (line === '') continue;
    const date = readLeadingDate(line);
    const [, names] = BYLINE.exec(line) ?? [];
    if (typeof date === 'string') return `Line ${at + 1}: ${date}`;
    if (date) {
      if (day && day !== date.day)
        return `Line ${at + 1}: The text has two dates, ${day} and ${date.day}. Keep the day of publication.`;
      day = date.day;
      lines[at--] = date.rest;
    } else if (names) {
      authors.push(...names.split(/,\s+(?:and\s+)?|\s+(?:and|&)\s+/));
    } else if (title === null && TITLE.test(line) && isAlone(lines, at)) {
      title = line;
    } else break;
  }

  const paragraphs = splitParagraphs(lines.slice(at));
  if (text.trim() === '') return 'The file is empty. Nothing to import.';
  if (!day) return 'The text has no date. Begin it with one, such as `2023-05-17` on the first line.';
  if (paragraphs.length === 0) return 'The text has only a date. Add the text of the article below it.';
  return { day, title, authors, paragraphs };
}

/** Whether a line can be a title: the rest of the text follows after a blank line, a date or a byline. */
function isAlone(lines: readonly string[], at: number): boolean {
  const next = lines[at + 1]?.trim() ?? '';
  const endsHead = next === '' || readLeadingDate(next) !== null || BYLINE.test(next);
  return endsHead && lines.slice(at + 1).some((line) => line.trim() !== '');
}

function splitParagraphs(lines: readonly string[]): string[] {
  const text = lines.join('\n').trim();
  const isLineEach = !/\n\s*\n/.test(text) && lines.some((line) => line.length > WRAP_LIMIT);
  return text
    .split(isLineEach ? /\n/ : /\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
