import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Day, dayOf, parseDay } from '../base/day.ts';
import { readYaml } from '../base/yaml.ts';
import { readSettings } from '../base/settings.ts';
import { progressLine } from '../base/progress.ts';
import { replaceFile } from '../base/write-file.ts';
import { importBatch } from '../import/import-batch.ts';
import { type ImportFile, importFileSchema, type ImportOptions, readMap } from '../import/options.ts';
import type { Outcome } from '../import/place-article.ts';
import { defineCommand, runCommand } from './command.ts';
import { Summary, tableLines, whereOf } from './import-report.ts';

const USAGE = `Usage: npm run import -- [options] PATH...

Makes articles of files, of all files in folders, and of those in .zip and .gz files: HTML pages, RSS, Atom and JSON
feeds, WordPress exports, Markdown of other generators, NewsML-G2, NITF, ninjs, CSV, JSON, NDJSON, WARC, .docx and plain
text. Prints what it would write; with --write, writes it below articles/ in the content folder. No file is overwritten,
and nothing is fetched.

  --write             write the articles
  --show FILE         print the article of this file whole
  --json              print one JSON object per article, and nothing else
  --update            give an article that was imported before, with another text, the new text

What the sources lack or have wrong:
  --title TEXT  --slug WORDS  --source ADDRESS      for one article
  --author NAME (can be repeated)  --outlet NAME  --language TAG  --topics A,B  --rights TEXT  --date YYYY-MM-DD
  --date-from name    take the day of a text from the name of its file
  --encoding NAME     such as windows-1252; without it, the encoding is detected
  --map title=headline,body=text    which columns or names have which fields
  --drop SELECTOR     leave out these elements of pages (can be repeated)
  --post-type post,page  --status publish,draft     which posts of a WordPress export
  --settings FILE     a file with all this; by default import.yaml in a folder that is imported`;

const options = {
  write: { type: 'boolean' },
  show: { type: 'string' },
  json: { type: 'boolean' },
  update: { type: 'boolean' },
  title: { type: 'string' },
  slug: { type: 'string' },
  source: { type: 'string' },
  author: { type: 'string', multiple: true },
  outlet: { type: 'string' },
  language: { type: 'string' },
  topics: { type: 'string' },
  rights: { type: 'string' },
  date: { type: 'string' },
  'date-from': { type: 'string' },
  encoding: { type: 'string' },
  map: { type: 'string' },
  drop: { type: 'string', multiple: true },
  'post-type': { type: 'string' },
  status: { type: 'string' },
  settings: { type: 'string' },
} as const;

/** The report of the last import, below the folder for what can be made again. */
const REPORT = join('.verbatim', 'import-report.txt');

export const importFiles = defineCommand(
  USAGE,
  { options, allowPositionals: true },
  async ({ values, positionals }, { environment, print, warn, fail }) => {
    const { write = false, show, json = false, update = false } = values;
    const paths = positionals.length === 0 && show !== undefined ? [show] : positionals;
    if (paths.length === 0) throw new Error(`No file was named.\n\n${USAGE}`);
    checkSingle(paths, values);
    const chosen = chooseOptions(values, readImportFile(values.settings, paths));
    const line = process.stderr.isTTY && !json ? progressLine((text) => process.stderr.write(text)) : null;
    const summary = new Summary();
    const onOutcome = (outcome: Outcome): void => {
      summary.add(outcome);
      line?.clear();
      print(json ? JSON.stringify(jsonOf(outcome)) : tableLines(outcome));
      const isShown = show !== undefined && resolve(outcome.file) === resolve(show);
      if (isShown && !json && outcome.content !== null) print(`\n${outcome.content}`);
    };
    await importBatch({
      paths,
      options: chosen,
      content: readSettings(environment).content,
      isWriting: write,
      isUpdating: update,
      today: dayOf(new Date()),
      onOutcome,
      onMap: (file, map) => {
        const pairs = Object.entries(map).map(([field, name]) => `${field}=${name}`);
        if (!json) print(`${file}: --map ${pairs.join(',')}`);
      },
      onProgress: line?.show,
    });
    line?.clear();
    if (summary.report.length > 0) replaceFile(REPORT, summary.report.join('\n'));
    else rmSync(REPORT, { force: true });
    for (const text of summary.lines(write)) warn(text);
    if (summary.report.length > 0) warn(`What to do with each: ${REPORT}`);
    if (summary.total === 0) fail('There is no file to import in what was named.');
    if (summary.notImported > 0) fail(`${summary.notImported} not imported.`);
  },
);

type Values = Partial<Record<keyof typeof options, string | boolean | string[]>>;

/** Options that name one article cannot be given for several. */
function checkSingle(paths: readonly string[], { title, slug, source }: Values): void {
  const isOne = paths.length === 1 && !statSync(paths[0] ?? '', { throwIfNoEntry: false })?.isDirectory();
  if (isOne || (title ?? slug ?? source) === undefined) return;
  throw new Error(
    '`--title`, `--slug` and `--source` are for one article. Import the files one by one, or without them.',
  );
}

/** The settings of a batch: from the file that is named, or from `import.yaml` in a folder that is imported. */
function readImportFile(named: string | undefined, paths: readonly string[]): ImportFile {
  const inFolder = paths.map((path) => join(path, 'import.yaml')).find((path) => existsSync(path));
  const file = named ?? inFolder;
  if (file === undefined) return importFileSchema.parse({});
  if (!existsSync(file)) throw new Error(`\`${file}\` does not exist. Correct the path after \`--settings\`.`);
  const { value, problems } = readYaml(readFileSync(file, 'utf8'), importFileSchema, file);
  if (value) return value;
  throw new Error(problems.map((problem) => `${problem.file}:${problem.line}: ${problem.message}`).join('\n'));
}

function chooseOptions(values: Values, file: ImportFile): ImportOptions {
  const text = (name: keyof typeof options): string | undefined =>
    typeof values[name] === 'string' ? values[name] : undefined;
  const list = (name: keyof typeof options): string[] | undefined =>
    text(name)
      ?.split(/\s*,\s*/)
      .filter(Boolean);
  const several = (name: 'author' | 'drop'): string[] | undefined =>
    Array.isArray(values[name]) ? values[name] : undefined;
  const dateFrom = text('date-from') ?? file.dateFrom;
  if (dateFrom !== 'name' && dateFrom !== 'text')
    throw new Error(`\`--date-from ${dateFrom}\` is not known. Write \`--date-from name\`.`);
  return {
    supplied: {
      title: text('title'),
      slug: text('slug'),
      source: webAddress(text('source')),
      author: several('author'),
      outlet: text('outlet'),
      language: text('language'),
      topics: list('topics'),
      rights: text('rights'),
      date: dayOfOption(text('date')),
    },
    defaults: file.defaults,
    encoding: text('encoding') ?? file.encoding,
    isDatedByName: dateFrom === 'name',
    map: { ...file.map, ...(text('map') === undefined ? {} : readMap(text('map') ?? '')) },
    drop: [...file.drop, ...(several('drop') ?? [])],
    posts: { types: list('post-type') ?? file.postTypes, statuses: list('status') ?? file.statuses },
  };
}

function dayOfOption(text: string | undefined): Day | undefined {
  const day = text === undefined ? undefined : parseDay(text);
  if (day === null) throw new Error(`\`--date ${text}\` is not a day. Write it as YYYY-MM-DD.`);
  return day;
}

function webAddress(text: string | undefined): string | undefined {
  if (text === undefined || (/^https?:\/\//.test(text) && URL.canParse(text))) return text;
  throw new Error(`\`--source ${text}\` is not a web address. Write it in full, beginning with https://.`);
}

/** An outcome as `--json` prints it. */
function jsonOf(outcome: Outcome): object {
  const { path, ...told } = outcome;
  return { ...told, file: outcome.file, where: whereOf(outcome), path: path === null ? null : resolve(path) };
}

if (import.meta.main) await runCommand(importFiles);
