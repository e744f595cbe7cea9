/** A file of the archive's data, at its root. */
export interface DataFile {
  name: string;
  /** The number of its rows. */
  rows: number;
  /** The file of the JSON Schema for each row; `null` for CSV. */
  schema: string | null;
  content: () => string;
}

/**
 * The file of some rows, `statements.ndjson`; or, if there are too many for one, a file for each year of publication,
 * `statements-2023.ndjson`.
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
