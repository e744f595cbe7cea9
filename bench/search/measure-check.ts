import type { StatementRow } from '../../src/content/rows/statement-row.ts';
import { checkPasted } from '../../src/search/check/check-pasted.ts';
import { openSearch } from '../../src/search/query/index.ts';
import { fromDisk } from './disk.ts';

/** How much of the index is read to check verbatim quotations, including the entry but not scripts or pages. */
export interface CheckRow {
  /** How many words of a statement are quoted. */
  words: 'all' | 9 | 4;
  kb: number;
  /** The most that was read for one quotation. */
  mostKb: number;
  /** The share of quotations that were found. */
  found: number;
}

const QUOTATIONS = 60;

export async function measureCheck(
  sample: readonly StatementRow[],
  index: { folder: string; entry: string },
): Promise<CheckRow[]> {
  const rows: CheckRow[] = [];
  for (const words of ['all', 9, 4] as const) {
    const sizes: number[] = [];
    let found = 0;
    for (const { text } of sample.slice(0, QUOTATIONS)) {
      let bytes = 0;
      const get = fromDisk(index.folder);
      const opened = await openSearch(async (file) => {
        const response = await get(file);
        bytes += (await response.clone().arrayBuffer()).byteLength;
        return response;
      }, index.entry);
      const quotation = words === 'all' ? text : text.split(' ').slice(0, words).join(' ');
      const [verdict] = await checkPasted(opened, quotation);
      if (verdict?.kind === 'verbatim' || verdict?.kind === 'reported') found++;
      sizes.push(bytes / 1024);
    }
    const kb = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    rows.push({ words, kb, mostKb: Math.max(...sizes), found: found / sizes.length });
  }
  return rows;
}
