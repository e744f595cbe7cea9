import type { StatementId } from '../../src/base/ids.ts';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { StatementRow } from '../../src/content/rows/statement-row.ts';
import type { Query } from '../../src/search/query/index.ts';
import { openSearch } from '../../src/search/query/index.ts';
import { serveFolder } from '../../tools/server.ts';
import { bundle } from './bundle.ts';
import { randomNumbers } from '../../tools/random-numbers.ts';
import { fromDisk } from './disk.ts';
import { knownItem, type Variant, VARIANTS } from './queries.ts';

export interface QualityRow {
  engine: 'static' | 'pagefind';
  corpus: 'generated' | 'polnear';
  variant: Variant;
  /** The share of known statements that are ranked first, and among the first ten. */
  success1: number;
  success10: number;
}

const QUERIES = 200;
const FIRST_HITS = 10;

/** Asks each engine for known statements. */
export async function measureQuality(
  browser: Browser,
  corpus: QualityRow['corpus'],
  sample: readonly StatementRow[],
  indexes: { static: { folder: string; entry: string }; pagefind: string | null },
): Promise<QualityRow[]> {
  const search = await openSearch(fromDisk(indexes.static.folder), indexes.static.entry);
  const inNode = async (query: Query): Promise<string[]> =>
    (await (await search.search(query)).load(0, FIRST_HITS)).map(({ id }) => id);
  const rows = await ask(corpus, 'static', sample, inNode);
  if (!indexes.pagefind) return rows;

  const root = mkdtempSync(join(tmpdir(), 'verbatim-quality-'));
  cpSync(indexes.pagefind, join(root, 'statements'), { recursive: true });
  for (const name of ['index.html', '404.html']) cpSync('tests/fixtures/harness.html', join(root, name));
  await bundle(['harness'], root);
  const { url, stop } = await serveFolder(root, '/');
  const page = await browser.newPage();
  await page.goto(url);
  const inBrowser = (query: Query): Promise<string[]> =>
    page.evaluate(
      async ([asked, count]) => {
        const found = await globalThis.engines.pagefind('/statements/').search(asked);
        return (await found.load(0, count)).map(({ id }) => id);
      },
      [query, FIRST_HITS] as const,
    );
  rows.push(...(await ask(corpus, 'pagefind', sample, inBrowser)));
  await page.close();
  await stop();
  rmSync(root, { recursive: true });
  return rows;
}

async function ask(
  corpus: QualityRow['corpus'],
  engine: QualityRow['engine'],
  sample: readonly StatementRow[],
  find: (query: Query) => Promise<string[]>,
): Promise<QualityRow[]> {
  const rows: QualityRow[] = [];
  for (const variant of VARIANTS) {
    const random = randomNumbers(11);
    const asked = sample
      .map(({ id, text }) => ({ id, query: knownItem(variant, text, random) }))
      .filter((item): item is { id: StatementId; query: Query } => item.query !== null)
      .slice(0, QUERIES);
    let [first, firstTen] = [0, 0];
    for (const { id, query } of asked) {
      const place = (await find(query)).indexOf(id);
      if (place === 0) first++;
      if (place >= 0) firstTen++;
    }
    rows.push({ engine, corpus, variant, success1: first / asked.length, success10: firstTen / asked.length });
  }
  return rows;
}
