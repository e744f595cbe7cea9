import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { shortHash } from '../base/hash.ts';
import { finishPending } from './pending.ts';

/** Where a project keeps what can be made again. */
const WORK = '.verbatim';

/** Thrown when another process writes into a content folder; its message says what to do. */
export class LockedContent extends Error {}

/**
 * Runs something that writes into a content folder while no other process does, after finishing what one that was killed
 * left. The lock is one that the operating system holds for this process (SQLite's on an empty database), so that it ends with the process, however that ends.
 *
 * @throws a `LockedContent` if another process has it
 */
export async function withContentLock<T>(content: string, run: () => T | Promise<T>): Promise<T> {
  mkdirSync(WORK, { recursive: true });
  const database = new DatabaseSync(join(WORK, `content-${shortHash(content, 10)}.lock`));
  try {
    lock(database, content);
    finishPending(content);
    return await run();
  } finally {
    database.close();
  }
}

function lock(database: DatabaseSync, content: string): void {
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    if (!String(error).includes('locked')) throw error;
    throw new LockedContent(`Another command is writing to \`${content}\`. Run this one again when that one is done.`, {
      cause: error,
    });
  }
}
