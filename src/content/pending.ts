import { existsSync, readFileSync, rmSync } from 'node:fs';
import { shownPath } from '../base/settings.ts';
import { join, relative } from 'node:path';
import { replaceFile } from '../base/write-file.ts';

/** What files become: their texts by absolute path; `null` for one that is deleted. */
export type Changes = ReadonlyMap<string, string | null>;

/** Where changes are kept from before the first of them until after the last. */
const pendingPath = (content: string): string => join(content, '.pending.json');

/** Whether a command that changed several files at once was stopped before it was done. */
export const isPending = (content: string): boolean => existsSync(pendingPath(content));

/**
 * Changes several files of a content folder as one: a process that is killed leaves either all of them as they were, or
 * what the next command that writes into the folder finishes.
 *
 * @throws an `Error` for the user if a file cannot be written; then all are as they were
 */
export function changeFiles(content: string, changes: Changes): void {
  const before = [...changes.keys()].map((path) => [path, textOf(path)] as const);
  try {
    changeAll(content, changes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // What was written already goes back to what it was, and nobody finishes what failed.
    for (const [path, text] of before) if (textOf(path) !== text) changeFile(path, text);
    rmSync(pendingPath(content), { force: true });
    const files = before.map(([path]) => `\`${shownPath(path)}\``).join(', ');
    throw new Error(`Nothing was changed, since not all of these could be written: ${files}. ${reason}`, {
      cause: error,
    });
  }
}

const textOf = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null);

function changeAll(content: string, changes: Changes): void {
  const [first] = changes;
  if (first && changes.size === 1) {
    changeFile(...first);
    return;
  }
  const stored = [...changes].map(([path, text]) => [relative(content, path), text]);
  replaceFile(pendingPath(content), JSON.stringify(stored));
  finishPending(content);
}

/** Does what a killed process left to do. To be called while no other process writes into the folder. */
export function finishPending(content: string): void {
  if (!isPending(content)) return;
  const stored = JSON.parse(readFileSync(pendingPath(content), 'utf8')) as [path: string, text: string | null][];
  for (const [path, text] of stored) changeFile(join(content, path), text);
  rmSync(pendingPath(content));
}

function changeFile(path: string, text: string | null): void {
  if (text === null) rmSync(path, { force: true });
  else replaceFile(path, text);
}
