/**
 * `npm run bench:content`: the CPU time that `record` and `check` take for invented archives of two sizes, all articles in
 * one year. The ratio of the two is what counts: 4 is linear.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../src/cli/check.ts';
import { record } from '../src/cli/record.ts';
import { writeInventedArchive } from '../tools/invented-articles.ts';

const SIZES = [1000, 4000] as const;
const RUNS = ['record, all new', 'record, nothing new', 'check'] as const;

/** Runs a command in a separate process; returns the CPU time in seconds. */
function seconds(name: string, content: string): number {
  const { stdout, stderr } = spawnSync('node', [import.meta.filename, name, content], { encoding: 'utf8' });
  const time = Number(stdout.trim().split('\n').at(-1));
  if (!(time > 0)) throw new Error(`${name} failed:\n${stdout}${stderr}`);
  return time;
}

const [name, content] = process.argv.slice(2);
if (name && content) {
  const command = name === 'check' ? check : record;
  const silent = (): void => undefined;
  const environment = { ...process.env, VERBATIM_CONTENT: content };
  const code = await command([], { environment, print: silent, warn: silent });
  const { user, system } = process.cpuUsage();
  console.log(code === 0 ? (user + system) / 1e6 : 'failed');
} else {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  const times = SIZES.map((articles) => {
    const archive = join(folder, String(articles));
    writeInventedArchive(archive, { articles, years: 1 });
    return RUNS.map((run) => seconds(run.split(',')[0] ?? '', archive));
  });
  console.log(`| CPU seconds | ${SIZES.join(' articles | ')} articles | ratio |\n|---|---|---|---|`);
  for (const [index, run] of RUNS.entries()) {
    const [small = 0, large = 0] = times.map((row) => row[index] ?? 0);
    console.log(`| ${run} | ${small.toFixed(1)} | ${large.toFixed(1)} | ${(large / small).toFixed(2)} |`);
  }
  rmSync(folder, { recursive: true });
}
