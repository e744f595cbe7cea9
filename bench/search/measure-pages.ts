import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { StatementRow } from '../../src/content/rows/statement-row.ts';
import { type Query } from '../../src/search/query/index.ts';
import { serveFolder } from '../../tools/server.ts';
import { bundle } from './bundle.ts';
import { type Kind, KINDS, queryOf } from './queries.ts';
import { randomNumbers } from '../../tools/random-numbers.ts';

export interface PageRow {
  engine: 'static' | 'pagefind';
  query: Kind;
  /** Whether it was the first visit of the browser; otherwise it had already searched once. */
  first: boolean;
  /** The size, as stored, of the scripts and index files loaded until the first ten hits are shown. */
  kb: number;
  requests: number;
  /** The time from navigation, or from pressing Enter, until they are shown. */
  ms: number;
}

/** The time to search and to count the results by speaker, year and type. */
export interface FacetRow {
  engine: 'static' | 'pagefind';
  hits: number;
  ms: number;
}

/** A link of 10 Mbit/s with a round trip of 60 ms. */
const LINK = { offline: false, latency: 60, downloadThroughput: 1_250_000, uploadThroughput: 1_250_000 };
const QUERIES = 8;
const NOT_COUNTED = /\.(html|css|woff2|svg)$|\/$/;

/** The folders of the engines' indexes. */
export interface Indexes {
  /** A built site, whose search page is used. */
  site: string;
  static: { folder: string; entry: string };
  pagefind: string | null;
}

/** Serves the search page with each index, and measures searches in a browser. */
export async function measurePages(
  browser: Browser,
  indexes: Indexes,
  sample: readonly StatementRow[],
  common: string,
): Promise<{ rows: PageRow[]; facets: FacetRow[] }> {
  const root = join(indexes.site, '..', 'served');
  cpSync(indexes.site, root, { recursive: true });
  // The list of articles loads after the statements, and is not measured.
  rmSync(join(root, 'pagefind'), { recursive: true });
  cpSync(indexes.static.folder, join(root, 'index'), { recursive: true });
  await bundle(['pagefind-main', 'harness'], root);
  const html = readFileSync(join(root, 'search/index.html'), 'utf8');
  const page = html
    .replace(/data-index="[^"]*"/, 'data-index="/index/"')
    .replace(/data-entry="[^"]*"/, `data-entry="${indexes.static.entry}"`);
  writeFileSync(join(root, 'search/index.html'), page);
  cpSync('tests/fixtures/harness.html', join(root, 'harness.html'));
  if (indexes.pagefind) {
    cpSync(indexes.pagefind, join(root, 'statements'), { recursive: true });
    mkdirSync(join(root, 'pagefind-search'));
    const script = /<script[^>]*SearchResults[^>]*><\/script>/;
    writeFileSync(
      join(root, 'pagefind-search/index.html'),
      page
        .replace('data-index="/index/"', 'data-index="/statements/"')
        .replace(script, '<script type="module" src="/pagefind-main.js"></script>'),
    );
  }
  const served: Served[] = [];
  const { url, stop } = await serveFolder(root, '/', (path) => served.push({ path, at: Date.now() }));
  const engines = [
    ['static', `${url}search/`],
    ...(indexes.pagefind ? [['pagefind', `${url}pagefind-search/`]] : []),
  ] as [PageRow['engine'], string][];
  const rows: PageRow[] = [];
  for (const [engine, address] of engines) {
    for (const kind of KINDS) {
      const random = randomNumbers(5);
      const queries = sample.flatMap((row) => queryOf(kind, row, random) ?? []).slice(0, QUERIES + 1);
      const firsts: Omit<PageRow, 'engine' | 'query' | 'first'>[] = [];
      const followings: typeof firsts = [];
      for (const [place, query] of queries.slice(1).entries()) {
        const visit = await slowPage(browser);
        firsts.push(await arrive(visit, address, textOf(query), root, served));
        followings.push(await searchAgain(visit, textOf(queries[place] ?? query), root, served));
        await visit.context().close();
      }
      rows.push(
        { engine, query: kind, first: true, ...mean(firsts) },
        { engine, query: kind, first: false, ...mean(followings) },
      );
    }
  }
  const facets: FacetRow[] = [];
  for (const [engine] of engines) {
    const visit = await slowPage(browser);
    await visit.goto(`${url}harness.html`);
    facets.push({ engine, ...(await countFacets(visit, engine, indexes.static.entry, common)) });
    await visit.context().close();
  }
  await stop();
  return { rows, facets };
}

/** A query as it is typed. */
function textOf({ words, phrases, only, years }: Query): string {
  return [
    ...words,
    ...phrases.map((phrase) => `"${phrase}"`),
    ...(only.speaker ? [`speaker:${only.speaker}`] : []),
    ...(years ? [`year:${years.from}..${years.to}`] : []),
  ].join(' ');
}

async function slowPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', LINK);
  // Records when hits, or a message that there are none, are first shown.
  await page.addInitScript(() => {
    const state = globalThis as unknown as { shownAt: number | null };
    state.shownAt = null;
    const look = (): void => {
      const summary = document.querySelector('.summary')?.textContent ?? '';
      const isShown = document.querySelector('#results .item') !== null || /^No statements|^Nothing/.test(summary);
      if (isShown) state.shownAt ??= performance.now();
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  });
  return page;
}

type Cost = Omit<PageRow, 'engine' | 'query' | 'first'>;

/** A request that the server received. */
interface Served {
  path: string;
  at: number;
}

async function arrive(page: Page, address: string, text: string, root: string, served: Served[]): Promise<Cost> {
  served.length = 0;
  await page.goto(`${address}?q=${encodeURIComponent(text)}`);
  return costSince(page, 0, root, served);
}

async function searchAgain(page: Page, text: string, root: string, served: Served[]): Promise<Cost> {
  await page.waitForLoadState('networkidle');
  served.length = 0;
  await page.locator('#q').fill(text);
  const since = await page.evaluate(() => {
    document.querySelector('#results')?.replaceChildren();
    (globalThis as unknown as { shownAt: null }).shownAt = null;
    document.querySelector<HTMLFormElement>('main form.search')?.requestSubmit();
    return performance.now();
  });
  return costSince(page, since, root, served);
}

/** What was served until the hits were shown; the server and the browser use the same clock. */
async function costSince(page: Page, since: number, root: string, served: readonly Served[]): Promise<Cost> {
  const shown = await page.waitForFunction(() => (globalThis as unknown as { shownAt: number | null }).shownAt, null, {
    timeout: 300_000,
  });
  const at = (await shown.jsonValue()) ?? 0;
  const origin = await page.evaluate(() => performance.timeOrigin);
  const counted = served.filter((request) => request.at <= origin + at && !NOT_COUNTED.test(request.path));
  const bytes = counted.reduce((sum, { path }) => sum + sizeOf(join(root, path)), 0);
  return { kb: bytes / 1024, requests: counted.length, ms: at - since };
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

function mean(costs: readonly Cost[]): Cost {
  const of = (key: keyof Cost): number => costs.reduce((sum, cost) => sum + cost[key], 0) / costs.length;
  return { kb: of('kb'), requests: of('requests'), ms: of('ms') };
}

function countFacets(
  page: Page,
  engine: PageRow['engine'],
  entry: string,
  word: string,
): Promise<Omit<FacetRow, 'engine'>> {
  return page.evaluate(
    async ([name, entryName, common]) => {
      const { engines } = globalThis;
      const search = name === 'static' ? await engines.static('/index/', entryName) : engines.pagefind('/statements/');
      await search.open();
      const start = performance.now();
      const results = await search.search({
        ...{ words: [common], phrases: [], any: [], dates: [], without: [], only: {}, years: null },
        ...{ order: 'best', repairs: false },
      });
      const [{ total }] = await Promise.all([results.count(), results.facets()]);
      return { hits: total, ms: performance.now() - start };
    },
    [engine, entry, word] as const,
  );
}
