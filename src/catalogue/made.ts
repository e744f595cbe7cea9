import type { Database } from './database.ts';

/** A data file of a published archive. */
export interface ListedFile {
  name: string;
  /** How many rows it has. */
  rows: number;
  /** The file of the JSON Schema for each row; `null` for CSV. */
  schema: string | null;
  bytes: number;
  sha256: string;
}

/** What was made from the catalogue as a whole before the pages that tell of it. */
export interface Made {
  /** The data files, and the corpus version: the beginning of the SHA-256 of `SHA256SUMS`. */
  data: { version: string; files: ListedFile[] };
  /** The name of the entry of the statement index. */
  statementIndex: string;
  /** The periods that have an article index, newest first. */
  articleIndexes: string[];
}

const NOTHING: Made = { data: { version: '', files: [] }, statementIndex: '', articleIndexes: [] };

/** Reads what was made. */
export function readMade<Name extends keyof Made>({ sql }: Database, name: Name): Made[Name] {
  const stored = sql.get`SELECT value FROM meta WHERE name = ${name}`;
  return stored ? (JSON.parse(String(stored['value'])) as Made[Name]) : NOTHING[name];
}

/** Stores what was made. */
export function storeMade<Name extends keyof Made>({ sql }: Database, name: Name, value: Made[Name]): void {
  sql.run`INSERT OR REPLACE INTO meta VALUES (${name}, ${JSON.stringify(value)})`;
}

/** What tells this catalogue from one that was made again. */
export const catalogueId = ({ sql }: Database): string =>
  String(sql.get`SELECT value FROM meta WHERE name = 'id'`?.['value']);

/** Notes that the files of all units were made. */
export function clearDirty({ sql }: Database): void {
  sql.run`DELETE FROM dirty`;
}
