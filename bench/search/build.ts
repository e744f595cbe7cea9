/** Builds one index in a separate process: `build.ts static|pagefind ROWS FOLDER`. Prints the time it took, as JSON. */
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { StatementRow } from '../../src/content/rows/statement-row.ts';
import { indexLines } from '../../tools/ordered-rows.ts';
import { buildPagefind } from './build-pagefind.ts';

const [, , engine, rows = '', folder = ''] = process.argv;
const start = performance.now();
let entry = '';
if (engine === 'static') {
  ({ entry } = await indexLines(createInterface({ input: createReadStream(rows) }), folder));
} else {
  await buildPagefind(readRows(rows), folder);
}
console.log(JSON.stringify({ entry, seconds: (performance.now() - start) / 1000 }));
process.exit();

function* readRows(file: string): Generator<StatementRow> {
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) yield JSON.parse(line) as StatementRow;
}
