import { randomUUID } from 'node:crypto';
import type { DatabaseSync, SQLTagStore } from 'node:sqlite';
import { openToRead, openWorkDatabase } from '../base/work-database.ts';
import { SCHEMA } from './schema.ts';

/** An open catalogue. */
export interface Database {
  /** Runs statements written as template literals; each is compiled once. */
  sql: SQLTagStore;
  connection: DatabaseSync;
}

/** Opens the catalogue at a path to read it. */
export function openDatabase(path: string): Database {
  const connection = openToRead(path);
  return { connection, sql: connection.createTagStore() };
}

/**
 * Opens the catalogue at a path to bring it up to date; if there is none, or it was made from other settings or by other
 * code, an empty one.
 *
 * @param version a digest of everything besides the content that the catalogue depends on
 */
export function openToWrite(path: string, version: string): Database {
  const connection = openWorkDatabase(path, (opened) => {
    if (versionOf(opened) !== version) makeAgain(opened, version);
  });
  return { connection, sql: connection.createTagStore() };
}

function versionOf(connection: DatabaseSync): string | null {
  const hasTables = connection.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'meta'`).get() !== undefined;
  if (!hasTables) return null;
  const row = connection.prepare(`SELECT value FROM meta WHERE name = 'version'`).get();
  return row ? String(row['value']) : null;
}

function makeAgain(connection: DatabaseSync, version: string): void {
  inTransaction({ connection }, () => {
    const tables = connection.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all();
    for (const { name } of tables) connection.exec(`DROP TABLE "${String(name)}"`);
    connection.exec(SCHEMA);
    connection.prepare(`INSERT INTO meta VALUES ('version', ?), ('id', ?)`).run(version, randomUUID());
  });
}

/** Runs changes that are stored together or not at all. */
export function inTransaction<T>({ connection }: Pick<Database, 'connection'>, change: () => T): T {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const result = change();
    connection.exec('COMMIT');
    return result;
  } catch (error) {
    connection.exec('ROLLBACK');
    throw error;
  }
}
