import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What decides besides the code itself how it behaves. */
const OUTSIDE = ['package-lock.json', 'astro.config.mjs'];

/** A digest of all files in some folders of the project, except tests, and of the versions of the libraries. */
export function codeVersion(folders: readonly string[]): string {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const hash = createHash('sha256');
  for (const path of [...OUTSIDE, ...files.toSorted()])
    hash.update(`${path}\n`).update(readFileSync(path)).update('\n');
  return hash.digest('hex');
}
