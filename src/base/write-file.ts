import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes a file whole or not at all: a reader, or a run after a crash, never sees half of it. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  renameSync(writeBeside(path, content), path);
}

/** Writes a new file whole or not at all; throws if a file of that name exists. */
export function createFile(path: string, content: string): void {
  const temporary = writeBeside(path, content);
  try {
    linkSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Uses the same temporary name every time: the next run overwrites and renames what a killed run left behind. */
function writeBeside(path: string, content: string | Uint8Array): string {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.${basename(path)}.tmp`);
  writeFileSync(temporary, content);
  return temporary;
}
