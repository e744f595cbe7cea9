/**
 * `npm run bench:search -- [--statements N] [--json]`: what a search of N invented statements costs with our static index
 * and with Pagefind, in a real browser over a slow link; what building costs; and how well known statements are found,
 * both invented ones and PolNeAR's (VERBATIM_GOLD, outside the repository).
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StatementRow } from '../src/content/rows/statement-row.ts';
import { defineCommand, runCommand } from '../src/cli/command.ts';
import { formsOf } from '../src/text/words.ts';
import { launchBrowser } from '../tools/browser.ts';
import { randomNumbers } from '../tools/random-numbers.ts';
import { FUNCTION_WORDS } from '../tools/invented-words.ts';
import { inventedRows } from './search/corpus.ts';
import { type BuildRow, measureBuild } from './search/measure-build.ts';
import { type CheckRow, measureCheck } from './search/measure-check.ts';
import { type FacetRow, measurePages, type PageRow } from './search/measure-pages.ts';
import { measureQuality, type QualityRow } from './search/measure-quality.ts';
import { polnearRows } from './search/polnear.ts';
import { shuffled } from './search/queries.ts';

const USAGE = `Usage: npm run --silent bench:search -- [--statements N] [--json]

  --statements  how many invented statements to search (default 10000)
  --json        print one JSON object instead of tables`;

/** Pagefind is slow to build, and cannot build an index of a million statements. */
const MOST_FOR_PAGEFIND = 200_000;
/** The approximate number of statements that queries are made from. */
const SAMPLE = 600;
/** Facets are counted for a word in this share of all statements. */
const COMMON = 0.1;

interface Report {
  statements: number;
  rows: PageRow[];
  facets: FacetRow[];
  check: CheckRow[];
  build: BuildRow[];
  quality: QualityRow[];
}

const options = { statements: { type: 'string' }, json: { type: 'boolean' } } as const;

const benchSearch = defineCommand(
  USAGE,
  { options },
  async ({ values: { statements = '10000', json = false } }, { print }) => {
    const count = Number(statements);
    if (!Number.isInteger(count) || count < 1000) {
      throw new Error(`\`${statements}\` is not a number of statements. Use a whole number of at least 1000.`);
    }
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
    try {
      const report = await measure(count, folder);
      print(json ? JSON.stringify(report) : tables(report));
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
await runCommand(benchSearch);

async function measure(count: number, folder: string): Promise<Report> {
  const withPagefind = count <= MOST_FOR_PAGEFIND;
  const corpus = join(folder, 'rows.ndjson');
  const { sample, common } = writeCorpus(count, corpus);
  const built = await measureBuild('static', corpus, join(folder, 'static'));
  const yardstick = withPagefind ? await measureBuild('pagefind', corpus, join(folder, 'pagefind')) : null;
  const indexes = {
    site: buildSite(join(folder, 'site')),
    static: { folder: join(folder, 'static'), entry: built.entry },
    pagefind: yardstick && join(folder, 'pagefind'),
  };
  const browser = await launchBrowser();
  try {
    const pages = await measurePages(browser, indexes, sample, common);
    const quality = await measureQuality(browser, 'generated', sample, indexes);
    quality.push(...(await polnearQuality(browser, folder)));
    const check = await measureCheck(sample, indexes.static);
    return { statements: count, ...pages, check, build: [built.row, ...(yardstick ? [yardstick.row] : [])], quality };
  } finally {
    await browser.close();
  }
}

/** Writes the rows; returns a sample to make queries from, and a word that is in about `COMMON` of the statements. */
function writeCorpus(count: number, file: string): { sample: StatementRow[]; common: string } {
  const output = openSync(file, 'w');
  const random = randomNumbers(3);
  const sample: StatementRow[] = [];
  const held = new Map(FUNCTION_WORDS.map((word) => [word, 0]));
  let lines: string[] = [];
  const write = (): void => {
    writeSync(output, lines.join(''));
    lines = [];
  };
  for (const row of inventedRows(count)) {
    if (random() < SAMPLE / count) sample.push(row);
    for (const form of new Set(formsOf(row.text))) if (held.has(form)) held.set(form, (held.get(form) ?? 0) + 1);
    if (lines.push(`${JSON.stringify(row)}\n`) === 1000) write();
  }
  write();
  closeSync(output);
  const distance = (number: number): number => Math.abs(number - COMMON * count);
  const [common = 'the'] = [...held].sort(([, a], [, b]) => distance(a) - distance(b))[0] ?? [];
  return { sample: shuffled(sample, random), common };
}

/** Builds the archive of the repository, for its search page. */
function buildSite(out: string): string {
  const { status, stderr } = spawnSync(process.execPath, ['src/cli/build.ts', '--base', '/'], {
    env: { ...process.env, VERBATIM_CONTENT: 'content', VERBATIM_OUT: out },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The site does not build:\n${stderr}`);
  return out;
}

async function polnearQuality(
  browser: Awaited<ReturnType<typeof launchBrowser>>,
  folder: string,
): Promise<QualityRow[]> {
  const rows = await polnearRows();
  if (rows.length === 0) return [];
  const corpus = join(folder, 'polnear.ndjson');
  writeFileSync(corpus, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const { entry } = await measureBuild('static', corpus, join(folder, 'polnear-static'));
  await measureBuild('pagefind', corpus, join(folder, 'polnear-pagefind'));
  return measureQuality(browser, 'polnear', shuffled(rows, randomNumbers(3)), {
    static: { folder: join(folder, 'polnear-static'), entry },
    pagefind: join(folder, 'polnear-pagefind'),
  });
}

function tables({ statements, rows, facets, check, build, quality }: Report): string {
  const table = (head: readonly string[], body: readonly (readonly (string | number)[])[]): string =>
    [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return [
    `${statements} statements`,
    table(
      ['engine', 'query', 'first', 'KB', 'requests', 'ms'],
      rows.map((row) => [
        row.engine,
        row.query,
        row.first ? 'first' : 'following',
        row.kb.toFixed(1),
        row.requests.toFixed(1),
        Math.round(row.ms),
      ]),
    ),
    table(
      ['engine', 'facets of hits', 'ms'],
      facets.map(({ engine, hits, ms }) => [engine, hits, Math.round(ms)]),
    ),
    table(
      ['words checked', 'KB of the index', 'at most', 'found'],
      check.map(({ words, kb, mostKb, found }) => [words, kb.toFixed(1), mostKb.toFixed(1), found.toFixed(3)]),
    ),
    table(
      ['engine', 'build, s', 'peak MB', 'files', 'MB'],
      build.map((row) => [
        row.engine,
        row.seconds.toFixed(1),
        Math.round(row.peakMB),
        row.files,
        (row.bytes / 2 ** 20).toFixed(1),
      ]),
    ),
    table(
      ['engine', 'corpus', 'known item', 'first', 'in first 10'],
      quality.map((row) => [row.engine, row.corpus, row.variant, row.success1.toFixed(3), row.success10.toFixed(3)]),
    ),
  ].join('\n\n');
}
