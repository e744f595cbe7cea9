import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StatementRow } from '../src/content/rows/statement-row.ts';

/** The statements of a built archive. */
export function rowsOf(folder: string): StatementRow[] {
  const lines = readFileSync(join(folder, 'statements.ndjson'), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as StatementRow);
}
