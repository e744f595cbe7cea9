/**
 * `npm run bench:build -- [--articles N] [--json]`: what building an invented archive of N articles costs, from nothing,
 * after one article is added, and after nothing changed; beside stock Astro and Hugo, which make only the pages of
 * articles, each followed by Pagefind.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineCommand, runCommand } from '../src/cli/command.ts';
import { WORK, workOf } from '../src/site/publish/work-paths.ts';
import { addRecordedArticle, writeRecordedArchive } from '../tools/invented-articles.ts';
import { measured, type Cost } from './build/measured.ts';
import { buildWithAstro, buildWithHugo } from './build/peers.ts';

const USAGE = `Usage: npm run --silent bench:build -- [--articles N] [--json]

  --articles  how many invented articles to build (default 1000)
  --json      print one JSON object instead of a table`;

const YEARS = 20;
const STATEMENTS_AN_ARTICLE = 9;

/** What is measured, as the JSON output names it. */
interface Report {
  articles: number;
  /** HTML files. */
  pages: number;
  full: { seconds: number; ratioPerPage: number | null; ratioWhole: number | null };
  add: { seconds: number; ratioHugo: number | null };
  /** A build after which nothing has to be made, beyond starting Node. */
  nothing: { seconds: number };
  /** CPU milliseconds of a page of a statement, from the catalogue to the text of the page. */
  statementPage: { milliseconds: number };
  /** Bytes of the site for each statement. */
  bytesPerStatement: number;
  /** The memory of the largest process, at its peak. */
  peakMB: number;
  peers: { name: string; seconds: number; peakMB: number }[];
}

const options = { articles: { type: 'string' }, json: { type: 'boolean' } } as const;

const benchBuild = defineCommand(
  USAGE,
  { options },
  async ({ values: { articles = '1000', json = false } }, { print }) => {
    const count = Number(articles);
    if (!Number.isInteger(count) || count < 1)
      throw new Error(`\`${articles}\` is not a number of articles. Use a whole number.`);
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
    try {
      const report = await measure(count, folder);
      print(json ? JSON.stringify(report) : table(report));
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

async function measure(articles: number, folder: string): Promise<Report> {
  const [content, out] = [join(folder, 'content'), join(folder, 'site')];
  const numbers = { articles, years: YEARS };
  writeRecordedArchive(content, numbers, 'shareImages: none\n');
  const build = (): Promise<Cost> =>
    measured(['node', 'src/cli/build.ts'], { VERBATIM_CONTENT: content, VERBATIM_OUT: out });
  for (const path of [workOf(out), join(WORK, 'compiled')]) rmSync(path, { recursive: true, force: true });
  const full = await build();
  const page = await measured(['node', 'bench/build/statement-pages.ts', workOf(out)], { VERBATIM_CONTENT: content });
  const { pages, bytes } = sizeOf(out);
  const start = await measured(['node', '--eval', '']);
  const nothing = await build();
  addRecordedArticle(content, articles, numbers);
  const add = await build();
  rmSync(workOf(out), { recursive: true, force: true });
  rmSync(out, { recursive: true, force: true });
  const astro = await ofPeer(buildWithAstro(content, join(folder, 'astro')));
  const hugo = await ofPeer(buildWithHugo(content, join(folder, 'hugo')));
  const ratio = astro && full.seconds / astro.seconds;
  return {
    articles,
    pages,
    full: { seconds: full.seconds, ratioPerPage: ratio && ratio / (pages / articles), ratioWhole: ratio },
    add: { seconds: add.seconds, ratioHugo: hugo && add.seconds / hugo.seconds },
    nothing: { seconds: nothing.seconds - start.seconds },
    statementPage: { milliseconds: Number(page.output) },
    bytesPerStatement: bytes / (articles * STATEMENTS_AN_ARTICLE),
    peakMB: Math.max(full.peakMB, add.peakMB, nothing.peakMB),
    peers: [
      ...(astro ? [{ name: 'Astro + Pagefind', ...withoutOutput(astro) }] : []),
      ...(hugo ? [{ name: 'Hugo + Pagefind', ...withoutOutput(hugo) }] : []),
    ],
  };
}

/** What a peer costs; `null` if it cannot build so many articles, or is not installed. */
async function ofPeer(built: Promise<Cost | null>): Promise<Cost | null> {
  try {
    return await built;
  } catch (error) {
    console.error((error as Error).message);
    return null;
  }
}

const withoutOutput = ({ seconds, peakMB }: Cost): Omit<Cost, 'output'> => ({ seconds, peakMB });

function sizeOf(site: string): { pages: number; bytes: number } {
  let [pages, bytes] = [0, 0];
  for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    bytes += statSync(join(entry.parentPath, entry.name)).size;
    if (entry.name.endsWith('.html')) pages++;
  }
  return { pages, bytes };
}

function table(report: Report): string {
  const { articles, pages, full, add, nothing, statementPage, bytesPerStatement, peakMB, peers } = report;
  const hugo = add.ratioHugo === null ? 'Hugo is not installed' : add.ratioHugo.toFixed(2);
  const rows: [string, string][] = [
    [`full build, ${pages} pages, seconds`, full.seconds.toFixed(1)],
    ['… against stock Astro + Pagefind, a page', full.ratioPerPage?.toFixed(3) ?? 'it failed'],
    ['… against stock Astro + Pagefind, whole', full.ratioWhole?.toFixed(2) ?? 'it failed'],
    ['one article added, seconds', add.seconds.toFixed(1)],
    ['… against Hugo + Pagefind building all again', hugo],
    ['nothing changed, seconds beyond starting Node', nothing.seconds.toFixed(1)],
    ['CPU of a statement page, milliseconds', statementPage.milliseconds.toFixed(2)],
    ['bytes of site a statement', bytesPerStatement.toFixed(0)],
    ['peak memory of the largest process, MB', peakMB.toFixed(0)],
    ...peers.map(({ name, seconds, peakMB: peak }): [string, string] => [
      `${name}, seconds and peak MB`,
      `${seconds.toFixed(1)}, ${peak.toFixed(0)}`,
    ]),
  ];
  return [`| ${articles} articles | |`, '|---|---|', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join(
    '\n',
  );
}

if (!existsSync('src')) throw new Error('Run this in the folder of the project.');
await runCommand(benchBuild);
