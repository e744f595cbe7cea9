import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { InventedArchive } from './invented-archive.ts';

const { readFileSync } = fs;
/** How often each file was read. */
const reads = new Map<string, number>();

// Modules that were loaded before this test read through it too: these are live bindings.
fs.readFileSync = ((...args: Parameters<typeof readFileSync>) => {
  reads.set(String(args[0]), (reads.get(String(args[0])) ?? 0) + 1);
  return readFileSync(...args);
}) as typeof readFileSync;
syncBuiltinESMExports();

afterAll(() => {
  fs.readFileSync = readFileSync;
  syncBuiltinESMExports();
});

test.each(['record', 'check'] as const)('%s reads each file of the content folder once', async (command) => {
  const archive = new InventedArchive('all');
  for (const day of ['01', '02', '03']) archive.write(`2024-03-${day}-news`, ['“It is late,” Ada Quill said.']);
  await archive.done('record');
  archive.released();
  archive.write('2024-03-02-news', ['“It is late,” Ada Quill said. “It is dark,” Ben Tern said.']);
  await archive.done('record');
  reads.clear();
  await archive.done(command);
  const own = [...reads].filter(([path]) => path.startsWith(archive.content));
  expect(own.map(([path]) => path)).toContain(join(archive.content, 'ledger/2024.txt'));
  expect(own.length).toBeGreaterThan(8);
  expect(own.filter(([, count]) => count > 1)).toEqual([]);
});
