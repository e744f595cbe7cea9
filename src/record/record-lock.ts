import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { shortHash } from '../base/hash.ts';

/** Where a project keeps what can be made again. */
const WORK = '.verbatim';

/**
 * Runs something that writes into a content folder while no other process does. The lock is one that the operating system
 * holds for this process (SQLite's on an empty database), so that it ends with the process, however that ends.
 *
 * @throws an `Error` for the user when another process has it
 */
export function withRecordLock<T>(content: string, run: () => T): T {
  mkdirSync(WORK, { recursive: true });
  const database = new DatabaseSync(join(WORK, `record-${shortHash(content, 10)}.lock`));
  try {
    lock(database, content);
    return run();
  } finally {
    database.close();
  }
}

function lock(database: DatabaseSync, content: string): void {
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    if (!String(error).includes('locked')) throw error;
    throw new Error(`Another run of \`record\` is at work on \`${content}\`. Run it again once that one is done.`, {
      cause: error,
    });
  }
}
