import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { shortHash } from '../../base/hash.ts';
import { ContentError, type Problem } from '../../base/problem.ts';
import { shownPath } from '../../base/settings.ts';
import { setWords, type Words } from '../../words/chosen.ts';
import type { ArchiveFile } from '../archive-file.ts';
import { readYamlFile } from '../content-file.ts';
import { checkMessage, isLocale, isMessage, type Message } from './check-message.ts';

/** The folder of the languages that the program has. */
const BUILT_IN = fileURLToPath(new URL('../../words/', import.meta.url));

/** The folder of an archive's own texts, in its content folder. */
const OWN = 'words';

/** The language whose texts say what a text of any language must contain. */
const ENGLISH = 'en';
const ENGLISH_FILE = join(BUILT_IN, `${ENGLISH}.yaml`);

/** The groups of texts that scripts show; the others are only in pages. */
export const OF_SCRIPTS = new Set(
  'count date speaker type basis cite quote controls collection cited filter search problem check'.split(' '),
);

/** The name of a language's file: a BCP 47 tag. Hidden files are somebody else's. */
const FILE_NAME = /^(?:[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\.yaml|\..*)$/;

/** A language's file: its locale, and texts in groups. */
const schema = z.looseObject({ locale: z.string().optional() });

/** What a file has: some texts of a language, by their keys. */
interface Layer {
  locale: string | undefined;
  messages: Record<string, Message>;
}

/**
 * Reads the texts of a site: of the archive's own file for its language, else of the program's file for it. An archive
 * in a language that has neither is shown in English.
 *
 * @param language the first language of the archive
 * @param content the content folder
 * @throws a `ContentError` if a file cannot be used, or lacks texts
 */
export function readWords(language: string, content: string): Words {
  const folders = [join(content, OWN), BUILT_IN];
  const files = tagsOf(language).flatMap((tag) =>
    folders.map((folder) => join(folder, `${tag}.yaml`)).filter((path) => existsSync(path)),
  );
  return files.length === 0 ? english() : readFiles(language, files);
}

/** Chooses the texts of an archive's first language for this process. */
export function chooseWords({ languages: [language = ENGLISH] }: ArchiveFile, content: string): Words {
  const words = readWords(language, content);
  setWords(words);
  return words;
}

/** What is wrong with an archive's own texts. */
export function checkWords({ languages: [language = ENGLISH] }: ArchiveFile, content: string): readonly Problem[] {
  const folder = join(content, OWN);
  const misnamed = existsSync(folder) ? readdirSync(folder).filter((name) => !FILE_NAME.test(name)) : [];
  if (misnamed.length > 0) {
    const message = 'It is not named after a language. Name it like `de.yaml` or `pt-BR.yaml`.';
    return misnamed.map((name) => ({ file: shownPath(join(folder, name)), line: 1, message }));
  }
  try {
    readWords(language, content);
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
}

/** Says that a site is not in its own language, if nobody has written its texts in that. */
export function missingLanguage({ languages: [language = ENGLISH] }: ArchiveFile, content: string): string | null {
  if (readWords(language, content).language === language) return null;
  return `The site's own texts are in English, since there are none in \`${language}\`. docs/editing.md says how to add them.`;
}

/** The texts in English, which commands and the desk use too. */
export const english = (): Words => readFiles(ENGLISH, [ENGLISH_FILE]);

/** The texts that scripts show, as a file. */
export function wordsFile(words: Words): string {
  const shown = Object.entries(words.messages).filter(([key]) => OF_SCRIPTS.has(key.split('.')[0] ?? ''));
  return JSON.stringify({ ...words, messages: Object.fromEntries(shown) } satisfies Words);
}

/** `en-GB` -> `en-GB`, `en` */
function tagsOf(language: string): string[] {
  const parts = language.split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}

/** Puts the files of a language together: what one lacks is in a later one. */
function readFiles(language: string, files: readonly string[]): Words {
  const problems: Problem[] = [];
  const layers = files.map((file) => readLayer(file, language, problems));
  const messages = layers.reduceRight<Layer['messages']>((all, layer) => ({ ...all, ...layer.messages }), {});
  const keys = Object.keys(reference());
  const [first, ...others] = keys.filter((key) => !(key in messages));
  if (first !== undefined && problems.length === 0) {
    const which = others.length === 0 ? 'the text' : `${others.length + 1} texts, the first of which is`;
    const message = `It lacks ${which} \`${first}\`. Copy what is missing from \`src/words/en.yaml\`, and translate it.`;
    problems.push({ file: shownPath(files[0] ?? ''), line: 1, message });
  }
  // A region says how to write days and numbers; without one the file does.
  const locale = language.includes('-') ? language : (layers.find((layer) => layer.locale)?.locale ?? language);
  if (!isLocale(locale)) {
    const message = `Nobody says how days and numbers are written in \`${locale}\`. Add \`locale:\` with a language that is like it.`;
    problems.push({ file: shownPath(files[0] ?? ''), line: 1, message });
  }
  if (problems.length > 0) throw new ContentError(problems);
  const ordered = Object.fromEntries(keys.map((key) => [key, messages[key] ?? '']));
  const words = { language, locale, ...formatsOf(locale), messages: ordered };
  return { ...words, file: `/words/${shortHash(JSON.stringify(words), 10)}.json` };
}

let known: Layer['messages'] | undefined;

/** The English texts. */
const reference = (): Layer['messages'] => (known ??= readLayer(ENGLISH_FILE, ENGLISH, []).messages);

/** Reads a file, and adds what is wrong with it to the problems. */
function readLayer(path: string, language: string, problems: Problem[]): Layer {
  const file = shownPath(path);
  const { value, problems: broken, lineOf } = readYamlFile(path, schema);
  problems.push(...broken);
  const { locale, ...groups } = value ?? {};
  const layer: Layer = { locale, messages: {} };
  const report = (place: string[], message: string): void => {
    problems.push({ file, line: lineOf(place), message: `\`${place.join('.')}\`: ${message}` });
  };
  if (locale !== undefined && !isLocale(locale)) {
    report(['locale'], `\`${locale}\` is not a locale. Write one such as \`de-AT\`.`);
    return layer;
  }
  for (const [group, texts] of Object.entries(groups)) {
    if (typeof texts !== 'object' || texts === null) {
      report([group], 'It is not a group of texts. Write its texts below it, each with its name.');
      continue;
    }
    for (const [name, text] of Object.entries(texts)) {
      const key = `${group}.${name}`;
      if (!isMessage(text)) report([group, name], 'It is not a text. Write it in quotation marks.');
      else {
        const model = path === ENGLISH_FILE ? text : reference()[key];
        const reason = checkMessage(text, model, locale ?? language);
        if (reason === null) layer.messages[key] = text;
        else report([group, name], reason);
      }
    }
  }
  return layer;
}

/** How a locale writes days, months and numbers. Scripts need it: Chromium, for example, knows no Armenian months. */
function formatsOf(locale: string): Pick<Words, 'days' | 'months' | 'group'> {
  const patterns = (options: Intl.DateTimeFormatOptions): string[] => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, month) =>
      format
        .formatToParts(Date.UTC(2000, month, 1))
        .map(({ type, value }) => (type === 'day' || type === 'year' ? `{${type}}` : value))
        .join(''),
    );
  };
  const markOf = (number: number): string | undefined =>
    new Intl.NumberFormat(locale).formatToParts(number).find(({ type }) => type === 'group')?.value;
  return {
    days: patterns({ dateStyle: 'long' }),
    months: patterns({ month: 'long', year: 'numeric' }),
    group: { mark: markOf(10_000) ?? '', from: markOf(1000) === undefined ? 5 : 4 },
  };
}
