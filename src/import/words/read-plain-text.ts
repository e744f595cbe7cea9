import type { Day } from '../../base/day.ts';
import type { Author } from '../../content/article-file.ts';
import { isByline, readByline } from './byline.ts';
import { findDays, type FoundDay, readDateLine } from './days.ts';
import { isHeadLine, type Label, readLabelled } from './head-lines.ts';
import { splitParagraphs } from './paragraphs.ts';

/** The parts of a plain text. */
export interface PlainText {
  day: Day | null;
  /** Why the day that the text gives cannot be used, with its line. */
  dayProblem: string | null;
  title: string | null;
  authors: Author[];
  labelled: Partial<Record<Exclude<Label, 'title' | 'author' | 'date'>, string>>;
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
/** A line that ends so is a sentence. */
const SENTENCE = /[.,;:…]["”»’]?$/u;
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
  const { dayProblem, title, authors, labelled, kicker } = head;
  const day = head.hasTwoDays ? null : head.day;
  return { day, dayProblem, title, authors, labelled, kicker, paragraphs };
}

/** Gathers what the lines of a head say. */
class Head {
  day: Day | null = null;
  dayProblem: string | null = null;
  title: string | null = null;
  kicker: string | null = null;
  authors: Author[] = [];
  readonly labelled: PlainText['labelled'] = {};
  readonly standfirst: string[] = [];
  /** Whether a day was found, even one that cannot be read. */
  found = false;
  hasTwoDays = false;

  setDay({ day, problem }: Pick<FoundDay, 'day' | 'problem'>, line: number): void {
    if (this.day && day && day !== this.day) {
      this.hasTwoDays = true;
      this.dayProblem ??= `Line ${line + 1}: The text has two dates, ${this.day} and ${day}. Keep the day of publication.`;
    }
    this.found = true;
    this.day ??= day;
    if (problem !== null && this.day === null) this.dayProblem ??= `Line ${line + 1}: ${problem}`;
  }

  /** Takes a line that is a label, a byline or a day; returns whether it is one. */
  take(line: string, at: number): boolean {
    const labelled = readLabelled(line);
    const date = readDateLine(line);
    if (labelled && labelled.label !== 'date') this.#label(labelled.label, labelled.value);
    else if (date && (date.rest === '' || isByline(date.rest) || labelled)) {
      if (!isLaterDay(line) || !this.found) this.setDay(date.found, at);
      if (date.rest !== '' && this.authors.length === 0) this.authors = readByline(date.rest);
    } else if (isByline(line)) this.authors.push(...readByline(line));
    else return false;
    return true;
  }

  #label(label: Exclude<Label, 'date'>, value: string): void {
    if (label === 'title') this.title = value;
    else if (label === 'author') this.authors.push(...readByline(value, true));
    else this.labelled[label] = value;
  }

  /**
   * Reads the lines up to the end of the head that have no form of their own: words above the headline, the headline,
   * and a standfirst. Returns where they end.
   */
  readTexts(lines: readonly string[], end: number): number {
    const texts: string[] = [];
    for (let at = 0; at < end; at++) {
      const line = (lines[at] ?? '').trim();
      if (line === '' || this.take(line, at)) continue;
      const before = (lines[at - 1] ?? '').trim();
      // A headline that was wrapped goes on in lower case.
      if (before !== '' && before === texts.at(-1) && /^\p{Ll}/u.test(line) && !SENTENCE.test(before)) {
        texts[texts.length - 1] = `${before} ${line}`;
      } else texts.push(line);
    }
    const [first = '', second] = texts;
    if (this.title === null && texts.length > 0) {
      if (second !== undefined && isKicker(first, second)) this.kicker = texts.shift() ?? null;
      this.title = texts.shift() ?? null;
    }
    this.standfirst.push(...texts);
    return end;
  }
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

const isKicker = (line: string, next: string): boolean =>
  line.split(/\s+/).length <= 4 &&
  next.length > line.length &&
  (line === line.toUpperCase() || line.split(/\s+/).length <= 2);

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

const isLaterDay = (line: string): boolean =>
  /updated|modified|обновлено|թարմացվել/iu.test(line) && !/published|posted/iu.test(line);
