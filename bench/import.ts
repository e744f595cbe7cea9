/**
 * `npm run bench:import -- [--json] [--worst]`: how well articles are found in the public sample files that
 * `VERBATIM_IMPORT_SETS` names: the text of pages, the quotations in it, and what becomes of the samples of other formats.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf } from '../src/base/day.ts';
import { defineCommand, runCommand } from '../src/cli/command.ts';
import { importBatch } from '../src/import/import-batch.ts';
import type { Outcome } from '../src/import/place-article.ts';
import { measureGrowth } from './import/growth.ts';
import { measurePages, type PageScores } from './import/pages.ts';

const USAGE = `Usage: npm run --silent bench:import -- [--json] [--worst]

  --json   print one JSON object instead of a table
  --worst  also name the pages whose text differs most, and the quotations that are lost`;

/** How many invented pages are imported, to see how time and memory grow. */
const GROWTH = [1000, 10_000];

const options = { json: { type: 'boolean' }, worst: { type: 'boolean' } } as const;

const benchImport = defineCommand(
  USAGE,
  { options },
  async ({ values: { json = false, worst = false } }, { environment, print }) => {
    const sets = environment['VERBATIM_IMPORT_SETS'] || join('..', 'shared', 'import-sets');
    const growth = await measureGrowth(GROWTH);
    if (!existsSync(join(sets, 'scrapinghub', 'ground-truth.json'))) {
      print(
        `There are no sample files in \`${sets}\`, so they are not measured. Name their folder in VERBATIM_IMPORT_SETS.`,
      );
      print(json ? JSON.stringify({ growth }) : growth.map(growthLine).join('\n'));
      return;
    }
    const pages = measurePages(join(sets, 'scrapinghub'));
    const names = ['ninjs', 'newsml-g2', 'wxr', 'warc'];
    const formats = await Promise.all(names.map((name) => measureFormat(name, join(sets, name))));
    if (json) print(JSON.stringify({ pages: scores(pages), formats, growth }));
    else for (const line of table(pages, formats, growth)) print(line);
    if (worst) for (const line of pages.worst) print(line);
  },
);

interface FormatCounts {
  name: string;
  imported: number;
  refused: number;
}

const scores = ({ count, f1, precision, recall, quotations, kept, seconds }: PageScores) => ({
  count,
  f1,
  precision,
  recall,
  quotationsKept: kept / quotations,
  pagesPerSecond: count / seconds,
});

type Growth = Awaited<ReturnType<typeof measureGrowth>>;

const growthLine = ({ pages, seconds, peakMB }: Growth[number]): string =>
  `${pages} invented pages: ${(pages / seconds).toFixed(1)} a second, ${peakMB.toFixed(0)} MB`;

function table(pages: PageScores, formats: readonly FormatCounts[], growth: Growth): string[] {
  const { count, f1, precision, recall, quotations, kept, seconds } = pages;
  return [
    `${count} pages: F1 ${f1.toFixed(3)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)})`,
    `quotations kept: ${kept} of ${quotations}, ${((100 * kept) / quotations).toFixed(1)} %`,
    `in one process: ${(count / seconds).toFixed(1)} pages a second`,
    ...formats.map(({ name, imported, refused }) => `${name}: ${imported} imported, ${refused} refused`),
    ...growth.map(growthLine),
  ];
}

/** Imports the samples of a format; those without a day get one, which this is not about. */
async function measureFormat(name: string, folder: string): Promise<FormatCounts> {
  const content = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  const outcomes: Outcome[] = [];
  const defaults = { date: dayOf(new Date('2000-01-01')) };
  try {
    await importBatch({
      paths: readdirSync(folder).map((file) => join(folder, file)),
      options: {
        supplied: {},
        defaults,
        isDatedByName: false,
        map: {},
        drop: [],
        posts: { types: ['post'], statuses: ['publish'] },
      },
      content,
      isWriting: true,
      isUpdating: false,
      today: dayOf(new Date('2026-01-01')),
      onOutcome: (outcome) => outcomes.push(outcome),
      onMap: () => undefined,
    });
  } finally {
    rmSync(content, { recursive: true });
  }
  const refused = outcomes.filter(({ status }) => status === 'refused').length;
  return { name, imported: outcomes.length - refused, refused };
}

if (import.meta.main) await runCommand(benchImport);
