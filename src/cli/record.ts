import { resolve } from 'node:path';
import type { ArticleSource } from '../content/article-source.ts';
import { readText } from '../content/content-file.ts';
import { readSettings, shownPath } from '../base/settings.ts';
import { describeProblems } from '../base/problem.ts';
import { withContentLock } from '../content/content-lock.ts';
import { type Outcome, Recorder } from '../record/recorder.ts';
import { accept, confirm, dismiss, listUnsure, type Reviewed } from '../record/review.ts';
import { fail, runCommand } from './command.ts';

const USAGE = `Usage: npm run record
       npm run record -- --unsure
       npm run record -- --confirm ID... | --confirm --file FILE
       npm run record -- --dismiss ID... | --dismiss --file FILE
       npm run record -- --accept ID... [--at NUMBER] [--why "REASON"]
       npm run record -- --again [FILE...]

Finds the statements of every article that is new or was edited, adds new ones to the record beside it
(NAME.statements.yaml), and makes files for speakers that are new. What an editor wrote is kept. A run with nothing new
changes no file. If an article was edited so that nobody could tell which statement some words are, it asks, and fails.

--unsure   lists the statements that need an eye, least sure first, each with its sentence
--confirm  marks statements as seen by an editor; FILE contains one id a line. A proposed name becomes a speaker
--dismiss  takes out what is not a statement; it is not found again
--accept   gives statements whose words changed in the article its words of now; their addresses stay, and the old
           words go to their history with today's date and REASON
--at       with --accept and one ID: the statement is at the place of this NUMBER, as \`record\` lists them, with the
           source that the article names there
--again    searches articles again although they were not edited, for what this version finds: all, or FILEs`;

const options = {
  unsure: { type: 'boolean' },
  confirm: { type: 'boolean' },
  dismiss: { type: 'boolean' },
  accept: { type: 'boolean' },
  again: { type: 'boolean' },
  at: { type: 'string' },
  file: { type: 'string' },
  why: { type: 'string' },
} as const;

/** As many lines of a kind as the summary shows, but for what has to be decided. */
const SHOWN = 20;

await runCommand(USAGE, { options, allowPositionals: true }, async ({ values, positionals }) => {
  const { content } = readSettings();
  const ids = [...positionals, ...(values.file === undefined ? [] : idsIn(values.file))];
  const { unsure, confirm: confirms, dismiss: dismisses, accept: accepts, again } = values;
  const modes = [unsure, confirms, dismisses, accepts, again].filter(Boolean).length;
  const takesIds = [confirms, dismisses, accepts].some(Boolean);
  if (modes > 1) throw new Error(`Give only one of --unsure, --confirm, --dismiss, --accept and --again.\n\n${USAGE}`);
  if (!again && takesIds !== ids.length > 0)
    throw new Error(
      `${takesIds ? 'Name at least one id.' : 'Ids go with --confirm, --dismiss or --accept.'}\n\n${USAGE}`,
    );
  const at = values.at === undefined ? null : placeNumber(values.at);
  if (at !== null && !(values.accept && ids.length === 1))
    throw new Error(`\`--at\` goes with --accept and one id.\n\n${USAGE}`);
  if (values.unsure) {
    showUnsure(content);
    return;
  }
  await withContentLock(content, () => {
    if (confirms) showReviewed('Confirmed', confirm(content, ids));
    else if (dismisses) showReviewed('Dismissed', dismiss(content, ids));
    else if (!accepts) {
      const named = new Set(positionals.map((file) => resolve(file)));
      const unknown = new Set(named);
      const isAgain = ({ path, recordPath }: ArticleSource): boolean => {
        const isNamed = [path, recordPath].some((own) => unknown.delete(own) || named.has(own));
        return again === true && (named.size === 0 || isNamed);
      };
      showOutcome(new Recorder(content).run({ isAgain, onProgress }));
      for (const file of unknown)
        fail(`\`${shownPath(file)}\` is not an article that can be read. Name one by its path.`);
    } else if (at === null || !restore(content, ids[0] ?? '', at))
      showReviewed('Accepted', accept(content, ids, values.why ?? 'The article was changed.', at));
  });
});

/** Gives a published address whose record is lost the place that the editor names; `false` for any other. */
function restore(content: string, id: string, at: number): boolean {
  const recorder = new Recorder(content);
  if (!recorder.isLost(id)) return false;
  showOutcome(recorder.run({ decisions: new Map([[id, at]]), onProgress }));
  return true;
}

/** The ids of a file, one a line. */
function idsIn(path: string): string[] {
  const { text, problems } = readText(path);
  if (problems.length > 0)
    throw new Error(`The file \`${path}\` cannot be read as text. Name a file of ids, one a line.`);
  return text.split(/\s+/).filter((line) => line !== '');
}

function placeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`\`${text}\` is not the number of a place. Give one that \`npm run record\` lists, from 1.`);
  return number;
}

function onProgress(done: number, all: number): void {
  console.error(`Articles read: ${done} of ${all}.`);
}

function showUnsure(content: string): void {
  const { lines, unread } = listUnsure(content);
  for (const line of lines) console.log(line);
  console.log(
    lines.length === 0
      ? 'Nothing is unsure.'
      : `Unsure: ${lines.length}. Confirm them with \`npm run record -- --confirm ID...\`.`,
  );
  if (unread !== null) fail(`\nNot read:\n${unread}`);
}

function showReviewed(done: string, { done: count, lines, refused }: Reviewed): void {
  for (const line of lines) console.log(line);
  console.log(`${done}: ${count}.`);
  if (refused.length > 0) fail(refused.join('\n'));
}

function showOutcome(outcome: Outcome): void {
  const { articles, added, unsure, confirmed, changed, asked, moved, back, gone, dropped, retired, toFix, speakers } =
    outcome;
  show('New and not sure, least sure first (`npm run record -- --unsure` lists them with their sentences)', unsure);
  show('Words changed in the article (`npm run record -- --accept ID` keeps the address)', changed, Infinity);
  show('Moved with their paragraphs to another article', moved);
  show('Back in the text, at their old addresses', back);
  show('Gone from the text or the record', gone);
  show('Gone from the text, and never released', dropped);
  show('Confirmed, since you wrote the speaker', confirmed);
  show('Published addresses that no longer have a page', retired);
  show('Speakers that were taken for one (correct `speaker:` if that is wrong)', speakers.merged);
  show('Speakers left open (write `speaker:` into the record)', speakers.open);
  show('Speaker files made for new names (check `kind`; `mergedInto: ID` if it is somebody known)', speakers.made);
  show('New and sure', added);
  show('What needs fixing', toFix, Infinity);
  show('For you to decide (`npm run record -- --accept ID --at NUMBER`, or move the entry to `gone`)', asked, Infinity);
  const counts = [
    `Articles read: ${articles}`,
    `statements added: ${added.length + unsure.length}, of which ${unsure.length} not sure`,
    `changed: ${changed.length}`,
    `gone: ${gone.length + dropped.length}`,
  ];
  console.log(`${counts.join('; ')}.`);
  const undecided = asked.length === 1 ? 'One statement waits' : `${asked.length} statements wait`;
  if (asked.length > 0) fail(`\n${undecided} for your decision: see above.`);
  if (toFix.length > 0)
    fail(`\n${toFix.length === 1 ? 'One entry needs' : `${toFix.length} entries need`} fixing: see above.`);
  if (outcome.problems.length > 0) fail(`\nNot recorded:\n${describeProblems(outcome.problems)}`);
}

function show(title: string, lines: readonly string[], most = SHOWN): void {
  if (lines.length === 0) return;
  const more = lines.length > most ? [`… and ${lines.length - most} more`] : [];
  console.log(
    `${title}: ${lines.length}\n${[...lines.slice(0, most), ...more].map((line) => `  ${line}`).join('\n')}\n`,
  );
}
