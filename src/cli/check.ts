import { readArchive } from '../archive/read-archive.ts';
import { readSettings } from '../archive/settings.ts';
import { describeProblems } from '../base/problem.ts';
import { fail, runCommand } from './command.ts';

const USAGE = `Usage: npm run check

Checks the content folder as a build does, without building: every file, quoted word, speaker, id and address.`;

await runCommand(USAGE, { options: {} }, () => {
  const { articles, problems } = readArchive(readSettings());
  if (problems.length > 0) {
    fail(describeProblems(problems));
    return;
  }
  const statements = articles.reduce((sum, article) => sum + article.statements.length, 0);
  console.log(`Nothing to mend. Articles: ${articles.length}. Statements: ${statements}.`);
});
