/** A file of the archive's data, at its root. */
export interface DataFile {
  name: string;
  /** How many things it has. */
  rows: number;
  /** The file of the JSON Schema that each of them keeps; `null` for CSV. */
  schema: string | null;
  content: () => string;
}

/**
 * The file of some rows, `statements.ndjson`; or, where there are too many for one, a file for each year of their
 * publication, `statements-2023.ndjson`.
 */
export function byYear<Row extends { published: string }>(
  name: string,
  ending: string,
  rows: readonly Row[],
  isSplit: boolean,
  write: (rows: readonly Row[]) => string,
  schema: string | null,
): DataFile[] {
  const parts = isSplit ? [...Map.groupBy(rows, ({ published }) => published.slice(0, 4))] : [[null, rows] as const];
  return parts.map(([year, part]) => ({
    name: `${name}${year ? `-${year}` : ''}.${ending}`,
    rows: part.length,
    schema,
    content: () => write(part),
  }));
}
