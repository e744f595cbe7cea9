import type { Database } from './database.ts';
import type { Unit } from './units.ts';

/** Marks a unit to be made again. */
export function mark({ sql }: Database, unit: Unit): void {
  sql.run`INSERT OR IGNORE INTO dirty VALUES (${unit})`;
}
