import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRecordOrder } from '../../content/rows/record-order.ts';
import type { StatementRow } from '../../content/rows/statement-row.ts';

/** Rows are gathered in memory up to this many characters before they are spilled to disk. */
const GATHERED = 2 ** 22;

/** Rows in the order of publication. */
export interface OrderedRows {
  count: number;
  /** Each row with its original line; can be read once. */
  rows: Generator<{ row: StatementRow; line: string }>;
}

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
