/**
 * `npm test`: checks types, lint and format and, in parallel, runs every test. Each of the first three counts as one
 * check. The last line is the total.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideBrowser } from '../tools/browser.ts';

const environment = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };

/** Runs a command; returns whether it succeeded, and what it printed unless that was shown at once. */
async function run(isShown: boolean, command: string, ...args: string[]): Promise<{ isGood: boolean; output: string }> {
  const child = spawn(command, args, { stdio: isShown ? 'inherit' : 'pipe', env: environment });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { isGood: code === 0, output };
}

/** Runs the checks one after the other, since the tests need the other core. */
async function check(): Promise<{ name: string; isGood: boolean; output: string }[]> {
  const commands: [name: string, command: string, ...args: string[]][] = [
    ['Types', 'astro', 'check', '--minimumSeverity', 'hint'],
    ['Lint', 'eslint', '--max-warnings', '0', '.'],
    ['Format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ];
  const results = [];
  for (const [name, ...command] of commands) results.push({ name, ...(await run(false, ...command)) });
  return results;
}

provideBrowser();
const folder = mkdtempSync(join(tmpdir(), 'verbatim-tests-'));
const report = join(folder, 'report.json');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const [checks, tests] = await Promise.all([check(), run(true, 'vitest', 'run', ...reporters)]);

let passed = 0;
let failed = 0;
for (const { name, isGood, output } of checks) {
  console.log(`\n— ${name}: ${isGood ? 'passed' : `failed\n${output}`}`);
  if (isGood) passed++;
  else failed++;
}
try {
  const counts = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
  };
  passed += counts.numPassedTests;
  // A file that fails before its tests begin, or an error outside any test, counts no failed test.
  failed += Math.max(counts.numFailedTests, tests.isGood ? 0 : 1);
} catch (error) {
  console.error(`The tests left no report: ${String(error)}`);
  failed++;
}
rmSync(folder, { recursive: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
