import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';

/**
 * How well names, days and reported statements of labelled news texts are found, as the scorers beside these texts print
 * it: first what `find` finds, then what `import` and `record` make of them.
 *
 * @returns `null`, with a message, if there are no such texts
 */
export function newsScores(folder: string): string | null {
  const news = join(folder, 'news');
  if (!existsSync(join(news, 'gold.json'))) {
    console.log(`There are no labelled news texts in \`${news}\`, so these are not measured.`);
    return null;
  }
  const work = mkdtempSync(join(tmpdir(), 'verbatim-news-'));
  const run = (command: string, args: string[], content?: string): string => {
    const env = content === undefined ? process.env : { ...process.env, VERBATIM_CONTENT: content };
    const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 28, env });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}:\n${stderr}`);
    return stdout;
  };
  const ours = (...args: string[]): string => run(process.execPath, args);
  try {
    const [quoted, reported, content] = ['quoted.jsonl', 'reported.jsonl', 'content'].map((name) => join(work, name));
    writeFileSync(quoted ?? '', ours('src/cli/find.ts', join(news, 'text')));
    writeFileSync(reported ?? '', ours('src/cli/find.ts', join(news, 'text'), '--reported'));
    const found = run('python3', [join(news, 'score.py'), news, quoted ?? '', reported ?? '']);
    ours(join(news, 'prepare.mjs'), news, work);
    const texts = readdirSync(join(work, 'in')).map((name) => join(work, 'in', name));
    run(process.execPath, ['src/cli/import.ts', '--write', ...texts], content);
    run(process.execPath, ['src/cli/record.ts'], content);
    return `${found}\nrecord: ${ours(join(news, 'score-record.mjs'), news, content ?? '')}`;
  } finally {
    rmSync(work, { recursive: true });
  }
}
