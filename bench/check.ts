import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StatementRow } from '../src/content/rows/statement-row.ts';
import { inventedRows } from './search/corpus.ts';
import { type Judged, judgeQuotes } from './search/judge-quotes.ts';
import { polnearRows } from './search/polnear.ts';

/**
 * How often the check judges right, with the right statement first, for quotations of each kind: `npm run bench:check`.
 * The limits of the check were chosen on PolNeAR's training quotations; the others were not looked at for that.
 */

/** As many statements as an archive of some thirty articles has. */
const SMALL = 400;

const train = await polnearRows('train');
const archives: Record<string, StatementRow[]> = {
  'PolNeAR, train': train,
  'a small part of it': train.slice(0, SMALL),
  'PolNeAR, dev': await polnearRows('dev'),
  invented: [...inventedRows(4000)],
};
const judged: [string, Judged[]][] = [];
for (const [name, rows] of Object.entries(archives)) {
  if (rows.length === 0) continue;
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-check-'));
  judged.push([name, await judgeQuotes(rows, folder)]);
  rmSync(folder, { recursive: true });
}

const row = (cells: readonly string[]): void => {
  console.log(`| ${cells.join(' | ')} |`);
};
row(['quotation', ...judged.map(([name]) => name)]);
row(['---', ...judged.map(() => '---')]);
for (const { kind } of judged[0]?.[1] ?? []) {
  const cells = judged.map(([, kinds]) => {
    const { cases = 0, right = 0 } = kinds.find((other) => other.kind === kind) ?? {};
    return cases === 0 ? '-' : `${((100 * right) / cases).toFixed(1)} of ${cases}`;
  });
  row([kind, ...cells]);
}
row([
  'called absent, of all but the absent',
  ...judged.map(([, kinds]) => {
    const present = kinds.filter(({ kind }) => kind !== 'absent');
    const sum = (numbers: number[]): number => numbers.reduce((whole, one) => whole + one, 0);
    const cases = sum(present.map((kind) => kind.cases));
    return `${((100 * sum(present.map((kind) => kind.calledAbsent))) / cases).toFixed(2)} of ${cases}`;
  }),
]);
