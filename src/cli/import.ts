import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesBelow } from '../content/content-file.ts';
import { readSettings, shownPath } from '../base/settings.ts';
import { dayOf } from '../base/day.ts';
import { type ImportedArticle, importText, type Supplied } from '../import/import-text.ts';
import { defineCommand, runCommand } from './command.ts';
import { createFile } from '../base/write-file.ts';

const USAGE = `Usage: npm run import -- [--write] [--title TEXT] [--slug WORDS] [--language TAG] FILE...

Makes articles of plain text files: a date first (2023-05-17, "17 May 2023"), a title and a byline where there are any,
then paragraphs with blank lines between them. Prints what it would write; with --write, writes it below
articles/ in the content folder. It never overwrites a file.`;

const options = {
  write: { type: 'boolean' },
  title: { type: 'string' },
  slug: { type: 'string' },
  language: { type: 'string' },
} as const;

export const importFiles = defineCommand(
  USAGE,
  { options, allowPositionals: true },
  ({ values, positionals: files }, { environment, print, warn, fail }) => {
    const { write = false, ...supplied } = values;
    if (files.length === 0) throw new Error(`No file was named.\n\n${USAGE}`);
    if (files.length > 1 && (supplied.title ?? supplied.slug)) {
      throw new Error('`--title` and `--slug` are for one article. Import the files one by one, or without them.');
    }
    const articles = join(readSettings(environment).content, 'articles');
    const taken = new Map(filesBelow(articles).files.map((path) => [basename(path), path]));
    const bad = files.flatMap((file) => {
      const problem = importFile(file, supplied, articles, taken, write, print);
      return problem ? [`${file}: ${problem}`] : [];
    });
    const good = files.length - bad.length;
    warn(`\n${good} of ${files.length} ${write ? 'imported' : 'can be imported; add --write to write'}.`);
    if (bad.length > 0) fail(`Not imported:\n${bad.map((line) => `  ${line}`).join('\n')}`);
  },
);

/**
 * Imports one file; returns a sentence that says why it was not possible.
 *
 * @param taken the articles that there are, by the names of their files; a new one is added
 */
function importFile(
  file: string,
  supplied: Supplied,
  articles: string,
  taken: Map<string, string>,
  write: boolean,
  print: (text: string) => void,
): string | null {
  let imported: ImportedArticle | string;
  try {
    imported = importText(readFileSync(file), supplied, dayOf(new Date()));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (typeof imported === 'string') return imported;

  const path = join(articles, imported.path);
  const existing = taken.get(basename(path));
  if (existing) return `\`${shownPath(existing)}\` exists and is never overwritten. Give another name with \`--slug\`.`;
  if (write) {
    createFile(path, imported.content);
    taken.set(basename(path), path);
  }
  print(write ? shownPath(path) : `${shownPath(path)}\n\n${imported.content}`);
  return null;
}

if (import.meta.main) await runCommand(importFiles);
