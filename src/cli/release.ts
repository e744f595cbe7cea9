import { createInterface } from 'node:readline/promises';
import { withContentLock } from '../content/content-lock.ts';
import { readSettings, shownPath } from '../base/settings.ts';
import { dayOf, parseDay } from '../base/day.ts';
import { type PlannedRelease, planRelease } from '../site/release/plan-release.ts';
import { counted } from '../base/counted.ts';
import { release as releasePlanned } from '../site/release/release.ts';
import { defineCommand, runCommand } from './command.ts';

const USAGE = `Usage: npm run release -- [--yes] [--date YYYY-MM-DD] [--base /path/]

Makes public what \`publish\` in archive.yaml lets through: checks the content, builds the site into the output folder
(VERBATIM_OUT, default dist), and adds the new addresses to the ledger. From then on they never change. Articles dated
after the day of the release stay out.

--yes   does not ask before statements that nobody reviewed become permanent
--date  the day of the release (default: today)
--base  the path under which the site is served (default: that of baseUrl in archive.yaml)`;

const options = { yes: { type: 'boolean' }, date: { type: 'string' }, base: { type: 'string' } } as const;

export const release = defineCommand(USAGE, { options }, async ({ values: { yes = false, date, base } }, { print }) => {
  const { content, out } = readSettings();
  const day = date === undefined ? dayOf(new Date()) : parseDay(date);
  if (!day) throw new Error(`\`${date}\` is not a day. Write it as YYYY-MM-DD.`);
  await withContentLock(content, async () => {
    const planned = planRelease(content, day);
    const { articles, statements, speakers, unreviewed, view } = planned;
    const counts = [counted(articles, 'article'), counted(statements, 'statement'), counted(speakers, 'speaker')];
    print(`New: ${counts.join(', ')}.`);
    print(`Statements that nobody reviewed and that become permanent: ${unreviewed}.`);
    if (view.awaiting > 0) print(`Statements that await review and stay out: ${view.awaiting}.`);
    if (unreviewed > 0 && !yes && !(await agrees(planned))) {
      throw new Error('Nothing was released.');
    }
    const version = await releasePlanned(planned, day, base);
    print(`Released ${shownPath(out)} on ${day}, corpus version ${version}. Commit ${shownPath(content)}.`);
  });
});

/** Asks whether unreviewed statements may become permanent. */
async function agrees({ unreviewed }: PlannedRelease): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new Error(
      `Nobody is there to ask. Review the statements (\`npm run record -- --unsure\`), set \`publish\` in archive.yaml, or add \`--yes\` to make ${unreviewed} unreviewed statements permanent.`,
    );
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Make them permanent? (yes/no) `);
  terminal.close();
  return /^y(?:es)?$/i.test(answer.trim());
}

if (import.meta.main) await runCommand(release);
