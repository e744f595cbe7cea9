import type { DatabaseSync, SQLTagStore } from 'node:sqlite';
import { openToRead, openWorkDatabase } from '../../base/work-database.ts';
import type { Unit } from '../../catalogue/units.ts';
import type { MadeFile } from './made-file.ts';

/**
 * - `file`: the files of a site as they are in its folder
 * - `made`, `made_unit`: what is being published; `meta` tells whether its files are being moved into the folder
 */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS file
  (path TEXT PRIMARY KEY, unit TEXT NOT NULL, digest TEXT NOT NULL, bytes INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS file_by_unit ON file (unit);
CREATE TABLE IF NOT EXISTS made
  (path TEXT PRIMARY KEY, unit TEXT NOT NULL, digest TEXT NOT NULL, bytes INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS made_unit (unit TEXT PRIMARY KEY) WITHOUT ROWID;
`;

/** What is known of the files in a site's folder, and of those that are being published. */
export class SiteRecord {
  readonly path: string;
  readonly #connection: DatabaseSync;
  readonly #sql: SQLTagStore;

  constructor(path: string, { isReader = false } = {}) {
    this.path = path;
    this.#connection = isReader
      ? openToRead(path)
      : openWorkDatabase(path, (connection) => {
          connection.exec(SCHEMA);
        });
    this.#sql = this.#connection.createTagStore();
  }

  close(): void {
    this.#connection.close();
  }

  /** Whether the site has a file with the same bytes. */
  has({ path, digest }: MadeFile): boolean {
    return this.#sql.get`SELECT 1 FROM file WHERE path = ${path} AND digest = ${digest}` !== undefined;
  }

  get(name: string): string | null {
    const row = this.#sql.get`SELECT value FROM meta WHERE name = ${name}`;
    return row ? String(row['value']) : null;
  }

  set(name: string, value: string | null): void {
    if (value === null) this.#sql.run`DELETE FROM meta WHERE name = ${name}`;
    else this.#sql.run`INSERT OR REPLACE INTO meta VALUES (${name}, ${value})`;
  }

  /** Notes the files of a unit that is being published. */
  add(unit: Unit, files: readonly MadeFile[]): void {
    this.#together(() => {
      this.#sql.run`INSERT OR IGNORE INTO made_unit VALUES (${unit})`;
      for (const { path, digest, bytes } of files)
        this.#sql.run`INSERT OR REPLACE INTO made VALUES (${path}, ${unit}, ${digest}, ${bytes})`;
    });
  }

  /** A file that is being published, or was; `null` if the site does not have it. */
  file(path: string): MadeFile | null {
    const row =
      this.#sql.get`SELECT path, digest, bytes FROM made WHERE path = ${path}` ??
      this.#sql.get`SELECT path, digest, bytes FROM file WHERE path = ${path}`;
    return row ? { path, digest: String(row['digest']), bytes: Number(row['bytes']) } : null;
  }

  /** The paths of the files that are new or changed. */
  changed(): string[] {
    return this.#sql.all`SELECT path FROM made WHERE NOT EXISTS
      (SELECT 1 FROM file WHERE file.path = made.path AND file.digest = made.digest) ORDER BY path`.map(pathOf);
  }

  /** The paths of the files that are no longer made. @param isWhole whether all units were made, and others are gone */
  gone(isWhole: boolean): string[] {
    const rows = isWhole
      ? this.#sql
          .all`SELECT path FROM file WHERE NOT EXISTS (SELECT 1 FROM made WHERE made.path = file.path) ORDER BY path`
      : this.#sql.all`SELECT path FROM made_unit JOIN file USING (unit)
          WHERE NOT EXISTS (SELECT 1 FROM made WHERE made.path = file.path) ORDER BY path`;
    return rows.map(pathOf);
  }

  /** Makes what was being published what the site has. */
  settle(isWhole: boolean, facts: Readonly<Record<string, string>>): void {
    this.#together(() => {
      if (isWhole) this.#sql.run`DELETE FROM file`;
      else this.#sql.run`DELETE FROM file WHERE unit IN (SELECT unit FROM made_unit)`;
      this.#sql.run`INSERT OR REPLACE INTO file SELECT * FROM made`;
      this.#forget();
      for (const [name, value] of Object.entries(facts)) this.set(name, value);
    });
  }

  /** Forgets what was being published. */
  abandon(): void {
    this.#together(() => {
      this.#forget();
    });
  }

  /** Forgets everything: the folder is not the one that this was written about. */
  reset(): void {
    this.#together(() => {
      this.#forget();
      this.#sql.run`DELETE FROM file`;
      this.#sql.run`DELETE FROM meta`;
    });
  }

  #forget(): void {
    this.#sql.run`DELETE FROM made`;
    this.#sql.run`DELETE FROM made_unit`;
    this.#sql.run`DELETE FROM meta WHERE name = 'moving'`;
  }

  #together(change: () => void): void {
    this.#connection.exec('BEGIN IMMEDIATE');
    try {
      change();
      this.#connection.exec('COMMIT');
    } catch (error) {
      this.#connection.exec('ROLLBACK');
      throw error;
    }
  }
}

const pathOf = ({ path }: Record<string, unknown>): string => String(path);
