import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ArticleSource } from '../content/article-source.ts';
import { parseStatementId } from '../base/ids.ts';
import { readText } from '../content/content-file.ts';
import { readSettings, shownPath } from '../base/settings.ts';
import { withContentLock } from '../content/content-lock.ts';
import { Recorder } from '../record/recorder.ts';
import { type Group, openStatements } from '../record/open-statements.ts';
import { listMore } from '../record/list-more.ts';
import { listUnsure } from '../record/list-unsure.ts';
import { accept, confirm, dismiss } from '../record/review.ts';
import { describe } from '../text/describe.ts';
import { defineCommand, runCommand } from './command.ts';
import { type Report, reportMore, reportOutcome, reportReviewed, reportUnsure } from './record-report.ts';

const USAGE = `Usage: npm run record
       npm run record -- --unsure
       npm run record -- --confirm ID... | --confirm --file FILE
       npm run record -- --confirm [--all-sure] [--speaker ID] [--article FILE]
       npm run record -- --dismiss ID... | --dismiss --file FILE
       npm run record -- --accept ID... [--at NUMBER] [--why "REASON"]
       npm run record -- --again [FILE...]
       npm run record -- --more [FILE...]

Finds the statements of every article that is new or was edited, adds new ones to the record beside it
(NAME.statements.yaml), and makes files for speakers that are new. What an editor wrote is kept. A run with nothing new
changes no file. If an article was edited so that nobody could tell which statement some words are, it asks, and fails.

--unsure   lists the statements that need an eye, least sure first, each with its sentence
--confirm  marks statements as seen by an editor, as they are; FILE contains one id a line. A proposed name becomes a
           speaker; a statement without any is confirmed as one whose speaker is not named
--all-sure, --speaker, --article
           with --confirm, in place of ids: the statements of whose speaker the program is sure, those by the speaker
           ID, those of the article FILE, or those for which all that is given holds. What names nobody is left open
--dismiss  takes out what is not a statement; it is not found again
--accept   gives statements whose words changed in the article its words of now; their addresses stay, and the old
           words go to their history with today's date and REASON
--at       with --accept and one ID: the statement is at the place of this NUMBER, as \`record\` lists them, with the
           source that the article names there
--again    searches articles again although they were not edited, for what this version finds: all, or FILEs
--more     lists what may be reported statements too, each as an entry to copy into its record, and writes nothing: in all
           articles, or in FILEs`;

const options = {
  unsure: { type: 'boolean' },
  confirm: { type: 'boolean' },
  dismiss: { type: 'boolean' },
  accept: { type: 'boolean' },
  'all-sure': { type: 'boolean' },
  speaker: { type: 'string' },
  article: { type: 'string' },
  again: { type: 'boolean' },
  more: { type: 'boolean' },
  at: { type: 'string' },
  file: { type: 'string' },
  why: { type: 'string' },
} as const;

export const record = defineCommand(
  USAGE,
  { options, allowPositionals: true },
  async ({ values, positionals }, { environment, print, warn, fail }) => {
    const { content } = readSettings(environment);
    const { unsure, confirm: confirms, dismiss: dismisses, accept: accepts, again, more } = values;
    const ids = [...positionals, ...(values.file === undefined ? [] : idsIn(values.file))];
    const group: Group = { speaker: values.speaker, article: values.article, isSure: values['all-sure'] };
    const isGroup = Object.values(group).some((one) => one !== undefined);
    const at = values.at === undefined ? null : placeNumber(values.at);
    const wrong = wrongUse(values, ids.length, isGroup);
    if (wrong !== null) throw new Error(`${wrong}\n\n${USAGE}`);
    const show = ({ lines, failures }: Report): void => {
      for (const line of lines) print(line);
      if (failures.length > 0) fail(failures.join('\n'));
    };
    const onProgress = (done: number, all: number): void => {
      warn(`Articles read: ${done} of ${all}.`);
    };
    /** Puts a published statement whose record is lost at the place that the editor names; `false` for any other. */
    const isRestored = (text: string, place: number): boolean => {
      const [id, recorder] = [parseStatementId(text), new Recorder(content)];
      if (id === null || !recorder.isLost(id)) return false;
      show(reportOutcome(recorder.run({ decisions: new Map([[id, place]]), onProgress })));
      return true;
    };
    if (unsure) {
      show(reportUnsure(listUnsure(content)));
      return;
    }
    const named = again || more ? new NamedArticles(positionals) : null;
    const isNamed = (source: ArticleSource): boolean => named?.includes(source) ?? false;
    const failUnknown = (): void => {
      for (const file of named?.unknown ?? [])
        fail(`\`${shownPath(file)}\` is not an article that can be read. Name one by its path.`);
    };
    if (more) {
      show(reportMore(listMore(content, isNamed)));
      failUnknown();
      return;
    }
    await withContentLock(content, () => {
      if (confirms) show(reportReviewed('Confirmed', confirm(content, isGroup ? openStatements(content, group) : ids)));
      else if (dismisses) show(reportReviewed('Dismissed', dismiss(content, ids)));
      else if (!accepts) {
        show(reportOutcome(new Recorder(content).run({ isAgain: isNamed, onProgress })));
        failUnknown();
      } else if (at === null || !isRestored(ids[0] ?? '', at))
        show(reportReviewed('Accepted', accept(content, ids, values.why ?? 'The article was changed.', at)));
    });
  },
);

/** What is wrong with options that do not go together; `null` if they do. */
function wrongUse(
  values: { [option in keyof typeof options]?: string | boolean | undefined },
  ids: number,
  isGroup: boolean,
): string | null {
  const { unsure, confirm: confirms, dismiss: dismisses, accept: accepts, again, more, at } = values;
  const takesIds = [confirms, dismisses, accepts].some(Boolean);
  if ([unsure, confirms, dismisses, accepts, again, more].filter(Boolean).length > 1)
    return 'Give only one of --unsure, --confirm, --dismiss, --accept, --again and --more.';
  if (isGroup && (!confirms || ids > 0))
    return '`--all-sure`, `--speaker` and `--article` go with --confirm, in place of ids.';
  if (isGroup) return null;
  if (!again && !more && takesIds !== ids > 0)
    return takesIds ? 'Name at least one id.' : 'Ids go with --confirm, --dismiss or --accept.';
  return at !== undefined && !(accepts && ids === 1) ? '`--at` goes with --accept and one id.' : null;
}

/** The articles that an editor names by the paths of their files or of their records; no path means all of them. */
class NamedArticles {
  readonly #named: ReadonlySet<string>;
  /** The paths that no article was asked for yet. */
  readonly unknown: Set<string>;

  constructor(files: readonly string[]) {
    this.#named = new Set(files.map((file) => resolve(file)));
    this.unknown = new Set(this.#named);
  }

  includes({ path, recordPath }: ArticleSource): boolean {
    if (this.#named.size === 0) return true;
    const own = [path, recordPath].filter((file) => this.#named.has(file));
    for (const file of own) this.unknown.delete(file);
    return own.length > 0;
  }
}

/** The ids of a file, one a line. */
function idsIn(path: string): string[] {
  if (!existsSync(path)) throw new Error(`There is no file \`${path}\`. Name a file of ids, one a line.`);
  const { text, problems } = readText(path);
  if (problems.length > 0)
    throw new Error(`The file \`${path}\` cannot be read as text. Name a file of ids, one a line.`);
  return text.split('\n').flatMap((line, index) => {
    const id = line.trim();
    if (id !== '' && parseStatementId(id) === null)
      throw new Error(
        `${path}:${index + 1}: \`${describe(id)}\` is not the id of a statement, which has ten letters and digits. Name a file of ids, one a line.`,
      );
    return id === '' ? [] : [id];
  });
}

function placeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`\`${text}\` is not the number of a place. Give one that \`npm run record\` lists, from 1.`);
  return number;
}

if (import.meta.main) await runCommand(record);
