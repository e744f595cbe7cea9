import type { Day } from '../../base/day.ts';
import type { Author } from '../../content/article-file.ts';
import { isByline, isName, readByline } from './byline.ts';
import { type FoundDay, readDateLine } from './days.ts';
import { type Label, readLabelled } from './head-lines.ts';

/** A line that ends so is a sentence. */
export const SENTENCE = /[.,;:…]["”»’]?$/u;

/** A byline without its "By" is shorter than this. */
const LONGEST_NAME_LINE = 60;

/** Gathers what the lines of a head say. */
export class Head {
  day: Day | null = null;
  dayProblem: string | null = null;
  title: string | null = null;
  kicker: string | null = null;
  authors: Author[] = [];
  readonly labelled: Partial<Record<Exclude<Label, 'title' | 'author' | 'date'>, string>> = {};
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

  /** Takes a headline that the day follows in its line: `Kell keeps its ferry - March 10, 2015`. */
  takeDatedTitle(line: string, at: number): boolean {
    const date = readDateLine(line);
    const title = date && line.slice(0, date.found.start).replace(/[\s|–—(,-]+$/u, '');
    if (!title || date.found.start < line.length / 3 || !/^[\s).]*$/.test(line.slice(date.found.end))) return false;
    if (this.title !== null || title.split(' ').length < 2 || readDateLine(title)) return false;
    this.title = title;
    this.setDay(date.found, at);
    return true;
  }

  /** Takes a line with a name, perhaps a role or a place, and nothing else: a byline without its "By". */
  takeName(line: string): boolean {
    const [name = ''] = line.split(/\s*[|,•]\s*|\s+in\s+/);
    const isShort = line.length <= LONGEST_NAME_LINE && !SENTENCE.test(line);
    const isOne = isShort && isName(name) && !/^(?:the|a|an)\s/i.test(name) && readByline(line).length > 0;
    if (isOne) this.authors.push(...readByline(line));
    return isOne;
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
      if (texts.length > 0 && isBesideDay(lines, at) && this.takeName(line)) continue;
      if (texts.length === 0 && this.takeDatedTitle(line, at)) continue;
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

/** Whether the line before or after is about the day. */
function isBesideDay(lines: readonly string[], at: number): boolean {
  const next = lines.slice(at + 1).find((line) => line.trim() !== '') ?? '';
  const before = lines.slice(0, at).findLast((line) => line.trim() !== '') ?? '';
  return [next, before].some((line) => readDateLine(line)?.rest === '');
}

const isKicker = (line: string, next: string): boolean =>
  line.split(/\s+/).length <= 4 &&
  next.length > line.length &&
  (line === line.toUpperCase() || line.split(/\s+/).length <= 2);

const isLaterDay = (line: string): boolean =>
  /updated|modified|обновлено|թարմացվել/iu.test(line) && !/published|posted/iu.test(line);
