import { describeProblems } from '../base/problem.ts';
import type { Outcome } from '../record/recorder.ts';
import type { More } from '../record/list-more.ts';
import type { Unsure } from '../record/list-unsure.ts';
import type { Reviewed } from '../record/review.ts';

/** What `record` prints: what it did, and what failed. */
export interface Report {
  lines: string[];
  failures: string[];
}

/** At most this many lines of a kind appear in the summary, except those that ask for a decision. */
const SHOWN = 20;

export function reportUnsure({ lines, unread }: Unsure): Report {
  const sum =
    lines.length === 0
      ? 'Nothing is unsure.'
      : `Unsure: ${lines.length}. Confirm them with \`npm run record -- --confirm ID...\`.`;
  return { lines: [...lines, sum], failures: unread === null ? [] : [`\nNot read:\n${unread}`] };
}

export function reportMore({ lines, unread }: More): Report {
  const sum =
    lines.length === 0
      ? 'Nothing more is reported.'
      : `Reported less clearly: ${lines.length}. Copy those that are statements into their records, and run \`npm run record\`.`;
  return { lines: [...lines, sum], failures: unread === null ? [] : [`\nNot read:\n${unread}`] };
}

/** @param done the word for what was done, such as `Confirmed` */
export function reportReviewed(done: string, { done: count, lines, refused }: Reviewed): Report {
  return { lines: [...lines, `${done}: ${count}.`], failures: refused };
}

export function reportOutcome(outcome: Outcome): Report {
  const { articles, added, unsure, confirmed, changed, asked, moved, back, gone, dropped, retired, toFix, speakers } =
    outcome;
  const counts = [
    `Articles read: ${articles}`,
    `statements added: ${added.length + unsure.length}, of which ${unsure.length} not sure`,
    `changed: ${changed.length}`,
    `gone: ${gone.length + dropped.length}`,
  ];
  const lines = [
    ...list(
      'New and not sure, least sure first (`npm run record -- --unsure` lists them with their sentences)',
      unsure,
    ),
    ...list('Words changed in the article (`npm run record -- --accept ID` keeps the address)', changed, Infinity),
    ...list('Moved with their paragraphs to another article', moved),
    ...list('Back in the text, at their old addresses', back),
    ...list('Gone from the text or the record', gone),
    ...list('Gone from the text, and never released', dropped),
    ...list('Confirmed, since you wrote the speaker', confirmed),
    ...list('Published addresses that no longer have a page', retired),
    ...list('Speakers that were taken for one (correct `speaker:` if that is wrong)', speakers.merged),
    ...list('Speakers left open (write `speaker:` into the record)', speakers.open),
    ...list(
      'Roles that articles name and no speaker’s file has (write those that held, with their days)',
      speakers.roles,
    ),
    ...list('Speaker files made for new names (check `kind`; `mergedInto: ID` if it is somebody known)', speakers.made),
    ...list('New and sure', added),
    ...list('What needs fixing', toFix, Infinity),
    ...list(
      'For you to decide (`npm run record -- --accept ID --at NUMBER`, or move the entry to `gone`)',
      asked,
      Infinity,
    ),
    `${counts.join('; ')}.`,
  ];
  const failures: string[] = [];
  const undecided = asked.length === 1 ? 'One statement waits' : `${asked.length} statements wait`;
  if (asked.length > 0) failures.push(`\n${undecided} for your decision: see above.`);
  const unfixed = toFix.length === 1 ? 'One entry needs' : `${toFix.length} entries need`;
  if (toFix.length > 0) failures.push(`\n${unfixed} fixing: see above.`);
  if (outcome.problems.length > 0) failures.push(`\nNot recorded:\n${describeProblems(outcome.problems)}`);
  return { lines, failures };
}

function list(title: string, lines: readonly string[], most = SHOWN): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > most ? [`… and ${lines.length - most} more`] : [];
  const shown = [...lines.slice(0, most), ...more].map((line) => `  ${line}`).join('\n');
  return [`${title}: ${lines.length}\n${shown}\n`];
}
