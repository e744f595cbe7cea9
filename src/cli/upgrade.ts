import { readSettings } from '../base/settings.ts';
import { describeProblems } from '../base/problem.ts';
import { withContentLock } from '../content/content-lock.ts';
import { upgradeRecords } from '../record/upgrade.ts';
import { defineCommand, runCommand } from './command.ts';

const USAGE = `Usage: npm run upgrade -- [--dry-run] [--described]

Brings the records of an archive up to the format of this version. No id, word or status changes.

--dry-run    writes nothing, and prints the differences
--described  statements without a speaker whose source describes somebody ("a police spokeswoman") are shown by these
             words from now on`;

const options = { 'dry-run': { type: 'boolean' }, described: { type: 'boolean' } } as const;

export const upgrade = defineCommand(USAGE, { options }, async ({ values }, { environment, print, fail }) => {
  const { content } = readSettings(environment);
  const { 'dry-run': isDry = false, described = false } = values;
  const { changed, describable, unsearched, problems } = await withContentLock(content, () =>
    upgradeRecords(content, { write: !isDry, described }),
  );
  for (const { file, difference } of changed) print(isDry ? difference : file);
  if (describable.length > 0) {
    const advice = described ? 'These are shown by the words of the article' : 'Add `--described` to show these words';
    print(`\n${advice}:\n${describable.map((line) => `  ${line}`).join('\n')}`);
  }
  if (unsearched.length > 0) {
    const list = unsearched.map((file) => `  ${file}`).join('\n');
    print(`\nNot all of their statements are in their articles (\`npm run record\` lists them):\n${list}`);
  }
  print(`\nRecords ${isDry ? 'to be changed' : 'changed'}: ${changed.length}.`);
  if (problems.length > 0) fail(`\nNot upgraded:\n${describeProblems(problems)}`);
});

if (import.meta.main) await runCommand(upgrade);
