import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { leftBehind } from './left-behind.ts';

test('finds what an ended process left behind, but not what belongs to a running one or to none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-left-'));
  const ended = spawnSync('true').pid;
  const running = spawn('cat');
  for (const pid of [ended, process.pid, running.pid, process.ppid, 1]) writeFileSync(join(folder, `work-${pid}`), '');
  writeFileSync(join(folder, 'work-of-nobody'), '');
  expect(new Set(leftBehind(folder, /^work-(\d+)$/))).toEqual(
    // This process has made nothing yet: an earlier one had the same id.
    new Set([join(folder, `work-${ended}`), join(folder, `work-${process.pid}`)]),
  );
  running.kill();
});

test('a folder that does not exist contains nothing', () => {
  expect(leftBehind('/nowhere', /(\d+)/)).toEqual([]);
});
