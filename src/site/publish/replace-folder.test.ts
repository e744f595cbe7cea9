import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { incomingFolder, recoverFolder, swapFolder } from './replace-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'verbatim-replace-'));
});

/** A folder that contains a page with these words. */
function site(name: string, words: string): string {
  const path = join(root, name);
  mkdirSync(path);
  writeFileSync(join(path, 'index.html'), words);
  return path;
}

function replaceFolder(from: string, to: string): void {
  cpSync(from, incomingFolder(to), { recursive: true });
  swapFolder(incomingFolder(to), to);
}
const page = (folder: string): string => readFileSync(join(folder, 'index.html'), 'utf8');
const ended = spawnSync('true').pid;
const running = process.ppid;

test('a folder is replaced as a whole, and nothing is left beside it', () => {
  const [from, to] = [site('from', 'new'), site('to', 'old')];
  writeFileSync(join(to, 'gone.html'), '');
  replaceFolder(from, to);
  expect(readdirSync(to)).toEqual(['index.html']);
  expect(page(to)).toBe('new');
  expect(readdirSync(root)).toEqual(['from', 'to']);
});

test('a folder that a link leads to is replaced at its real path', () => {
  const [from, to] = [site('from', 'new'), site('to', 'old')];
  symlinkSync('to', join(root, 'link'));
  replaceFolder(from, join(root, 'link'));
  expect(page(to)).toBe('new');
});

test('a folder that does not exist is made', () => {
  replaceFolder(site('from', 'new'), join(root, 'deep', 'to'));
  expect(page(join(root, 'deep', 'to'))).toBe('new');
});

test('what an ended process left beside the folder is removed, but not what a running one uses', () => {
  const to = site('a+b', 'now');
  site(`.a+b.${ended}.new`, 'half');
  site(`.a+b.${ended}.old`, 'half');
  const others = [`.a+b.${running}.new`, `.a+b.${running}.old`, `.aab.${ended}.old`, `.a+b.${ended}.older`];
  for (const name of others) site(name, 'theirs');
  recoverFolder(to);
  expect(readdirSync(root)).toEqual([...others, 'a+b'].toSorted());
  expect(page(to)).toBe('now');
});

test('the earlier folder is put back if a process ended after moving it away and before moving the new one in', () => {
  site(`.to.${ended}.new`, 'new');
  site(`.to.${ended}.old`, 'old');
  symlinkSync('to', join(root, 'link'));
  recoverFolder(join(root, 'link'));
  expect(readdirSync(root)).toEqual(['link', 'to']);
  expect(page(join(root, 'to'))).toBe('old');
});

test('a folder that a running process has moved away is left alone', () => {
  site(`.to.${running}.old`, 'old');
  recoverFolder(join(root, 'to'));
  expect(readdirSync(root)).toEqual([`.to.${running}.old`]);
});
