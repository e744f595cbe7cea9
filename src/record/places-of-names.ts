import { filesBelow, readText } from '../content/content-file.ts';
import { shownPath } from '../base/settings.ts';
import type { Speaker } from '../content/types.ts';
import { kindOfName } from '../find/people/head.ts';

/** A line of the content that contains a name. */
export interface Place {
  file: string;
  line: number;
  text: string;
}

/** The names by which articles may call a speaker: the name, other names, and a person's last name. */
export function namesOf(speakers: readonly Speaker[]): string[] {
  const full = speakers.flatMap(({ name, otherNames }) => [name, ...otherNames]);
  const last = full
    .filter((name) => kindOfName(name) === 'person')
    .flatMap((name) => name.split(/\s+/).slice(1).at(-1) ?? []);
  return [...new Set([...full, ...last])];
}

/** Whether words contain one of some names, as whole words. */
export const isNamedIn = (words: string, names: readonly string[]): boolean =>
  names.length > 0 && patternOf(names).test(words.normalize('NFC'));

/** Every line of the content, articles first, that contains one of some names. */
export function placesOfNames(content: string, names: readonly string[]): Place[] {
  if (names.length === 0) return [];
  const pattern = patternOf(names);
  const files = filesBelow(content).files.filter((path) => /\.(?:md|yaml)$/.test(path));
  const inOrder = [...files.filter((path) => path.endsWith('.md')), ...files.filter((path) => path.endsWith('.yaml'))];
  return inOrder.flatMap((path) =>
    readText(path)
      .text.normalize('NFC')
      .split('\n')
      .flatMap((text, index) =>
        pattern.test(text) ? [{ file: shownPath(path), line: index + 1, text: text.trim() }] : [],
      ),
  );
}

const patternOf = (names: readonly string[]): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${[...names]
      .sort((a, b) => b.length - a.length)
      .map((name) => RegExp.escape(name.normalize('NFC')))
      .join('|')})(?![\\p{L}\\p{N}])`,
    'u',
  );

/** A text with other words in place of names. */
export const withoutNames = (text: string, names: readonly string[], words: string): string =>
  text.normalize('NFC').replaceAll(new RegExp(patternOf(names).source, 'gu'), () => words);
