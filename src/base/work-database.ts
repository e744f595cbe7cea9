import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** How long a process waits for another one that writes, in milliseconds. */
const PATIENCE = 60_000;

/** What SQLite says of a file that is damaged, or is not a database (sqlite.org/rescode.html). */
const DAMAGED = [11, 26];

/** Opens a database to read it. */
export const openToRead = (path: string): DatabaseSync => new DatabaseSync(path, { readOnly: true, timeout: PATIENCE });

/**
 * Opens a database whose content can be made again. One that is damaged is deleted.
 *
 * @param prepare makes its tables if they are missing
 */
export function openWorkDatabase(path: string, prepare: (connection: DatabaseSync) => void): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true });
  const open = (): DatabaseSync => {
    const connection = new DatabaseSync(path, { timeout: PATIENCE });
    try {
      connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536');
      prepare(connection);
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  };
  try {
    return open();
  } catch (error) {
    if (!DAMAGED.includes(Number((error as { errcode?: number }).errcode))) throw error;
    for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
    return open();
  }
}
