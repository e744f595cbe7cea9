import type { Day } from '../../base/day.ts';
import type { Author } from '../../content/article-file.ts';
import { findDays, type FoundDay, readDateLine } from './days.ts';
import { isHeadLine } from './head-lines.ts';
import { splitParagraphs } from './paragraphs.ts';
import { Head, SENTENCE } from './plain-head.ts';

/** The parts of a plain text. */
export interface PlainText {
  day: Day | null;
  /** Why the day that the text gives cannot be used, with its line. */
  dayProblem: string | null;
  title: string | null;
  authors: Author[];
  labelled: Head['labelled'];
  /** The words above the headline, such as `ANALYSIS`. */
  kicker: string | null;
  /** The paragraphs of the body, each one line. */
  paragraphs: string[];
}

/** The head of a text ends within this many lines that are not empty. */
const LONGEST_HEAD = 14;
/** Between a headline and a byline or day there are at most this many other lines: kicker, headline, standfirst. */
const MOST_TEXTS = 5;
/** A headline, or a line of a standfirst, is shorter than this. */
const LONGEST_TITLE = 220;
const LONGEST_STANDFIRST = 420;
/** A line of at least two numbers, or of a word and a number, with little else. */
const MAY_BE_DAY = /^(?:\p{L}{2,12}[.,:]?\s+){0,3}\d{1,4}(?:[\s./,-]+(?:\p{L}{3,12}|\d{1,4})[.,]?){1,3}$/u;
/** A dateline: a place in capitals or a few words, the day, perhaps an agency, and a dash. */
const DATELINE = /^[\p{Lu}][\p{L}\p{M}\s.,'’()/-]{0,80}$/u;
const AFTER_DATELINE = /^[\s,.)]*(?:\([^)]{1,40}\)\s*)?(?:[-–—:]|--)/u;

/**
 * Splits a plain text into its head and its body. A head has a headline, bylines and days in any order, perhaps with
 * labels, words above the headline and a standfirst below it; the standfirst is kept as the first paragraph of the body.
 */
export function readPlainText(text: string): PlainText {
  const lines = text
    .normalize('NFC')
    .replace(/^\uFEFF/, '')
    .replaceAll(/[\u2029\f]/g, '\n\n')
    .split(/\r\n|[\r\n\v\u2028]/);
  const head = new Head();
  let at = head.readTexts(lines, endOfHead(lines));
  for (; at < lines.length; at++) {
    const line = (lines[at] ?? '').trim();
    if (line === '' || head.take(line, at)) continue;
    if (head.title === null && isTitleLine(lines, at) && head.takeDatedTitle(line, at)) continue;
    const isLast = (lines[at + 1] ?? '').trim() === '' && at < LONGEST_HEAD;
    if (head.title !== null && head.authors.length === 0 && isLast && head.takeName(line)) continue;
    if (head.title !== null || !isTitleLine(lines, at)) {
      const date = leadingDay(line);
      if (!date || head.day !== null) break;
      head.setDay(date.found, at);
      lines[at--] = date.rest;
      continue;
    }
    head.title = line;
  }
  const paragraphs = [...head.standfirst, ...splitParagraphs(lines.slice(at))];
  const dateline = head.found
    ? null
    : readDateline(paragraphs.find((paragraph) => !head.standfirst.includes(paragraph)));
  if (dateline)
    head.setDay(
      dateline,
      lines.findIndex((line) => line.includes(dateline.written)),
    );
  if (!head.found) takeLastDay(paragraphs, head, lines.length - 1);
  const { title, authors, labelled, kicker } = head;
  const day = head.hasTwoDays ? null : head.day;
  const dayProblem = head.dayProblem ?? unreadableDay(lines);
  return { day, dayProblem, title, authors, labelled, kicker, paragraphs };
}

/** Takes the day of a last paragraph that has nothing else: `Published March 10, 2015`. */
function takeLastDay(paragraphs: string[], head: Head, line: number): void {
  const date = readDateLine(paragraphs.at(-1) ?? '');
  if (date?.rest !== '' || paragraphs.length < 2) return;
  paragraphs.pop();
  head.setDay(date.found, line);
}

/** A short line near the beginning that may be a day which cannot be read. */
function unreadableDay(lines: readonly string[]): string | null {
  const at = lines.slice(0, LONGEST_HEAD).findIndex((line) => MAY_BE_DAY.test(line.trim()));
  if (at < 0) return null;
  const line = (lines[at] ?? '').trim();
  return `Line ${at + 1}: \`${line}\` may be the day of publication, but cannot be read. Write it as YYYY-MM-DD.`;
}

/** The line after the last one that is plainly of the head; 0 if there is none, or too much comes before it. */
function endOfHead(lines: readonly string[]): number {
  let [end, texts, seen] = [0, 0, 0];
  for (const [at, content] of lines.entries()) {
    const line = content.trim();
    if (line === '') continue;
    if (++seen > LONGEST_HEAD) break;
    if (isHeadLine(line)) end = at + 1;
    else if (++texts > MOST_TEXTS || line.length > LONGEST_STANDFIRST) break;
  }
  const before = lines.slice(0, end).map((line) => line.trim());
  const [first] = before.filter((line) => line !== '' && !isHeadLine(line));
  return first !== undefined && first.length > LONGEST_TITLE ? 0 : end;
}

/** Whether a line can be a headline: short, no sentence, and apart from what follows. */
function isTitleLine(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? '').trim();
  const next = (lines[at + 1] ?? '').trim();
  const isApart = next === '' || isHeadLine(next);
  const goesOn = lines.slice(at + 1).some((other) => other.trim() !== '');
  return line.length <= LONGEST_TITLE && !SENTENCE.test(line) && isApart && goesOn;
}

/** A day at the beginning of a line that goes on with other words: `2023-05-17 The harbour ...`. */
function leadingDay(line: string): { found: FoundDay; rest: string } | null {
  const [labelled = ''] = /^(?:date|published)\s*:?\s+/i.exec(line) ?? [];
  const [found] = findDays(line);
  if (found?.start !== labelled.length || !/^\d{4}-\d/.test(line.slice(labelled.length))) return null;
  const rest = line.slice(found.end).replace(/^T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?/, '');
  return { found, rest: rest.trim() };
}

/** The day in the dateline of a paragraph: `KELL, March 10, 2015 (AP) - The ...`. */
function readDateline(paragraph: string | undefined): (FoundDay & { written: string }) | null {
  const [found] = findDays((paragraph ?? '').slice(0, 140));
  if (!paragraph || !found) return null;
  const [before, after] = [paragraph.slice(0, found.start), paragraph.slice(found.end, found.end + 60)];
  const written = paragraph.slice(found.start, found.end);
  return DATELINE.test(before) && AFTER_DATELINE.test(after) ? { ...found, written } : null;
}
