import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Unit } from '../../catalogue/units.ts';
import { SiteFolder } from './site-folder.ts';

let root: string;
let out: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'verbatim-folder-'));
  out = join(root, 'out');
});

const open = (): SiteFolder => new SiteFolder(out, join(root, 'work'), false);
const page = (path: string): string => readFileSync(join(out, path), 'utf8');

/** Publishes files, each as a unit of its own; the others stay, unless these are all. */
function publish(files: Record<string, string | null>, isWhole = false): ReturnType<SiteFolder['commit']> {
  const site = open();
  try {
    for (const [path, content] of Object.entries(files))
      site.add(path as Unit, content === null ? [] : [[path, content]]);
    return site.commit(isWhole);
  } finally {
    site.close();
  }
}

const FIRST = { 'index.html': 'front', 'a/index.html': 'a', 'b/index.html': 'b' };

test('only what differs is written, what is gone is deleted with its folder, and other files are not touched', () => {
  publish(FIRST, true);
  const changes = publish({ 'a/index.html': 'a2', 'b/index.html': null, 'c/d/index.html': 'd' });
  expect(changes).toEqual({ written: ['a/index.html', 'c/d/index.html'], deleted: ['b/index.html'] });
  expect([page('index.html'), page('a/index.html'), page('c/d/index.html')]).toEqual(['front', 'a2', 'd']);
  expect(existsSync(join(out, 'b'))).toBe(false);
  expect(readFileSync(join(root, 'work/changed.txt'), 'utf8')).toBe(
    '- b/index.html\n+ a/index.html\n+ c/d/index.html\n',
  );
});

test('when everything was made, what was not made is gone', () => {
  publish(FIRST, true);
  expect(publish({ 'index.html': 'front' }, true).deleted).toEqual(['a/index.html', 'b/index.html']);
});

test('nothing is changed until all files are there', () => {
  publish(FIRST, true);
  const site = open();
  site.add('a/index.html' as Unit, [['a/index.html', 'a2']]);
  site.close();
  expect(page('a/index.html')).toBe('a');
  expect(publish({}).written).toEqual([]);
});

test('a change that was stopped while files were moved is completed by the next', () => {
  publish(FIRST, true);
  // Something in the way of a file stops the moves at it, after those of `a`.
  mkdirSync(join(out, 'c/index.html/in-the-way'), { recursive: true });
  const site = open();
  for (const [path, content] of [
    ['a/index.html', 'a2'],
    ['c/index.html', 'c'],
    ['index.html', 'front2'],
  ] as const)
    site.add(path as Unit, [[path, content]]);
  site.add('b/index.html' as Unit, []);
  site.note('made from', 'another version');
  expect(() => site.commit(false)).toThrow();
  site.record.close();
  expect([page('a/index.html'), page('index.html')]).toEqual(['a2', 'front']);

  rmSync(join(out, 'c'), { recursive: true });
  const next = open();
  expect(next.noted('made from')).toBe('another version');
  next.close();
  expect([page('a/index.html'), page('c/index.html'), page('index.html')]).toEqual(['a2', 'c', 'front2']);
  expect(existsSync(join(out, 'b'))).toBe(false);
});
