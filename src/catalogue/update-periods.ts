import type { Database } from './database.ts';
import { mark } from './mark.ts';
import { periodUnit, type Unit } from './units.ts';

/** Marks the years and months whose neighbours changed, to which their pages link. */
export function updatePeriods(database: Database): void {
  const { sql } = database;
  const stored = sql.get`SELECT value FROM meta WHERE name = 'periods'`;
  const before = stored ? (JSON.parse(String(stored['value'])) as string[][]) : [];
  const after = periodsOf(database);
  for (const unit of neighboursOf(before, after)) mark(database, unit);
  sql.run`INSERT OR REPLACE INTO meta VALUES ('periods', ${JSON.stringify(after)})`;
}

/** The months with public articles, and their years, newest first. */
function periodsOf({ sql }: Database): string[][] {
  const months = sql.all`SELECT DISTINCT substr(day, 1, 7) AS month FROM article WHERE is_public = 1 ORDER BY month DESC`;
  const names = months.map(({ month }) => String(month));
  return [names, [...new Set(names.map((name) => name.slice(0, 4)))]];
}

/** The periods whose neighbours changed, to which their pages link. */
function neighboursOf(before: readonly string[][], after: readonly string[][]): Unit[] {
  return after.flatMap((names, kind) => {
    const old = before[kind] ?? [];
    const place = new Map(old.map((name, index) => [name, index]));
    return names
      .filter((name, index) => {
        const at = place.get(name) ?? -2;
        return old[at - 1] !== names[index - 1] || old[at + 1] !== names[index + 1];
      })
      .map(periodUnit);
  });
}
