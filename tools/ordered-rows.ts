import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StatementRow } from '../src/content/rows/statement-row.ts';
import { buildStatements, type BuiltIndex, type OrderedRows } from '../src/search/index/build-statements.ts';

/** Rows are gathered in memory up to this many characters before they are spilled to disk. */
const GATHERED = 2 ** 22;

/**
 * Sorts rows into the order of publication with the memory of one month: first they are spilled to one file per month.
 *
 * @param lines rows as JSON, in any order
 */
export async function orderRows(lines: AsyncIterable<string> | Iterable<string>): Promise<OrderedRows> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-rows-'));
  const months = new Map<string, string[]>();
  let [count, gathered] = [0, 0];
  const putBy = (): void => {
    for (const [month, rows] of months) appendFileSync(join(folder, month), rows.join(''));
    months.clear();
    gathered = 0;
  };
  try {
    for await (const line of lines) {
      const month = /"published":"(\d{4}-\d{2})/.exec(line)?.[1];
      if (!month) throw new Error(`This row has no day of publication: ${line.slice(0, 80)}`);
      const rows = months.get(month) ?? [];
      rows.push(`${line}\n`);
      months.set(month, rows);
      count++;
      if ((gathered += line.length) > GATHERED) putBy();
    }
    putBy();
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
  return { count, rows: monthByMonth(folder) };
}

function* monthByMonth(folder: string): OrderedRows['rows'] {
  try {
    for (const month of readdirSync(folder).toSorted()) {
      const rows = readFileSync(join(folder, month), 'utf8').trimEnd().split('\n');
      const parsed = rows.map((line) => ({ line, row: JSON.parse(line) as StatementRow }));
      yield* parsed.sort((a, b) => inRecordOrder(a.row, b.row));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Builds the static index of rows as JSON, in any order: the same rows produce the same files. */
export async function indexLines(
  lines: AsyncIterable<string> | Iterable<string>,
  folder: string,
  otherNames?: ReadonlyMap<string, readonly string[]>,
): Promise<BuiltIndex> {
  return buildStatements(await orderRows(lines), folder, otherNames ? { otherNames } : {});
}

/** The order of the rows: of publication, then of the text. A new article's rows come last. */
function inRecordOrder(a: StatementRow, b: StatementRow): number {
  const [keyA, keyB] = [a, b].map(({ published, article }) => `${published} ${article.url}`) as [string, string];
  if (keyA !== keyB) return keyA < keyB ? -1 : 1;
  return (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0) || (a.id < b.id ? -1 : 1);
}
