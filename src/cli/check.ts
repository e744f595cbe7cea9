import { publicView } from '../content/public-view.ts';
import { readArchive } from '../content/read-archive.ts';
import { missingLanguage } from '../content/words/read-words.ts';
import { readSettings } from '../base/settings.ts';
import { describeProblems } from '../base/problem.ts';
import { defineCommand, runCommand } from './command.ts';

const USAGE = `Usage: npm run check

Checks the content folder as a build does, without building: every file, quoted word, speaker, id and address.`;

export const check = defineCommand(USAGE, { options: {} }, (_, { environment, print, fail }) => {
  const settings = readSettings(environment);
  const folder = readArchive(settings);
  if (folder.problems.length > 0) {
    fail(describeProblems(folder.problems));
    return;
  }
  const { articles, ledger } = folder;
  const { awaiting, unreleased } = publicView(folder, settings);
  const statements = articles.reduce((sum, article) => sum + article.statements.length, 0);
  print(`No problems. Articles: ${articles.length}. Statements: ${statements}; ${awaiting} await review.`);
  const note = missingLanguage(folder.archive, settings.content);
  if (note) print(note);
  const addresses = [...unreleased.values()].flat().length;
  if (ledger.size === 0) print('Nothing was released yet. `npm run release` publishes the archive.');
  else if (addresses > 0) print(`Not released yet: ${addresses} addresses. \`npm run release\` publishes them.`);
});

if (import.meta.main) await runCommand(check);
