/**
 * `npm test`: types, lint, format, then every test, with what it takes to run them. Each of the first three counts as
 * one check. The last line is the sum.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideBrowser } from './browser.ts';

const environment = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
let passed = 0;
let failed = 0;

function run(name: string, command: string, ...args: string[]): boolean {
  console.log(`\n— ${name}`);
  return spawnSync(command, args, { stdio: 'inherit', env: environment }).status === 0;
}

function check(name: string, command: string, ...args: string[]): void {
  if (run(name, command, ...args)) passed++;
  else failed++;
}

check('Types', 'astro', 'check', '--minimumSeverity', 'hint');
check('Lint', 'eslint', '--max-warnings', '0', '.');
check('Format', 'prettier', '--check', '--log-level', 'warn', '.');

provideBrowser();
const folder = mkdtempSync(join(tmpdir(), 'verbatim-tests-'));
const report = join(folder, 'report.json');
run('Tests', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
try {
  const counts = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
  };
  passed += counts.numPassedTests;
  // A file that fails before its tests begin has failed suites and no failed test.
  failed += Math.max(counts.numFailedTests, counts.numFailedTestSuites > 0 ? 1 : 0);
} catch (error) {
  console.error(`The tests left no report: ${String(error)}`);
  failed++;
}
rmSync(folder, { recursive: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
