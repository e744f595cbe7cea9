/**
 * `npm run bench:import -- [--json] [--worst]`: how well articles are found in the public sample files that
 * `VERBATIM_IMPORT_SETS` names: the text of pages, the quotations in it, and what becomes of the samples of other formats.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { dayOf } from '../src/base/day.ts';
import { defineCommand, runCommand } from '../src/cli/command.ts';
import { quotationsOf } from '../src/import/conserved.ts';
import { decode } from '../src/import/files/decode.ts';
import { importBatch } from '../src/import/import-batch.ts';
import { makeArticle } from '../src/import/make-article.ts';
import { importFileSchema } from '../src/import/options.ts';
import type { Outcome } from '../src/import/place-article.ts';
import { readPage } from '../src/import/page/read-page.ts';
import { canonicalText } from '../src/text/canonical-text.ts';
import { parseBody } from '../src/text/markdown.ts';
import { wordsOf } from '../src/text/words.ts';

const USAGE = `Usage: npm run --silent bench:import -- [--json] [--worst]

  --json   print one JSON object instead of a table
  --worst  also name the pages whose text differs most, and the quotations that are lost`;

/** The length of the word sequences that are compared, as in the benchmark's own \`evaluate.py\`. */
const SHINGLE = 4;

const options = { json: { type: 'boolean' }, worst: { type: 'boolean' } } as const;

const benchImport = defineCommand(
  USAGE,
  { options },
  async ({ values: { json = false, worst = false } }, { environment, print }) => {
    const sets = environment['VERBATIM_IMPORT_SETS'] || join('..', 'shared', 'import-sets');
    if (!existsSync(join(sets, 'scrapinghub', 'ground-truth.json'))) {
      print(
        `There are no sample files in \`${sets}\`, so nothing is measured. Name their folder in VERBATIM_IMPORT_SETS.`,
      );
      return;
    }
    const pages = measurePages(join(sets, 'scrapinghub'));
    const others = await Promise.all(
      ['ninjs', 'newsml-g2', 'wxr', 'warc'].map((name) => measureFormat(join(sets, name))),
    );
    const { f1, precision, recall, quotations, kept, seconds, count } = pages;
    if (json)
      print(
        JSON.stringify({
          pages: { count, f1, precision, recall, quotationsKept: kept / quotations, pagesPerSecond: count / seconds },
          formats: others,
        }),
      );
    else {
      print(`${count} pages: F1 ${f1.toFixed(3)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)})`);
      print(`quotations kept: ${kept} of ${quotations}, ${((100 * kept) / quotations).toFixed(1)} %`);
      print(`one process: ${(count / seconds).toFixed(1)} pages a second`);
      for (const { name, imported, refused } of others) print(`${name}: ${imported} imported, ${refused} refused`);
    }
    if (worst) for (const line of pages.worst) print(line);
  },
);

interface Truth {
  articleBody: string;
  url: string;
}

function measurePages(folder: string) {
  const truth = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<string, Truth>;
  const scores: { key: string; precision: number | null; recall: number | null; url: string }[] = [];
  const lost: string[] = [];
  let [quotations, kept] = [0, 0];
  const pages = Object.entries(truth).map(([key, { articleBody, url }]) => {
    const { text } = decode(gunzipSync(readFileSync(join(folder, 'html', `${key}.html.gz`))));
    return { key, articleBody, url, html: text };
  });
  const start = performance.now();
  const texts = pages.map(({ html, url }) => textOf(html, url));
  const seconds = (performance.now() - start) / 1000;
  for (const [place, { key, articleBody, url }] of pages.entries()) {
    const found = texts[place] ?? '';
    scores.push({ key, url, ...compare(articleBody, found) });
    const held = spaced(found);
    for (const words of quotationsOf(articleBody)) {
      quotations++;
      if (held.includes(spaced(words))) kept++;
      else lost.push(`${url}\n  lost: “${words}”`);
    }
  }
  const mean = (numbers: (number | null)[]): number => {
    const known = numbers.filter((number) => number !== null);
    return known.reduce((sum, number) => sum + number, 0) / known.length;
  };
  const [precision, recall] = [mean(scores.map((score) => score.precision)), mean(scores.map((score) => score.recall))];
  const worst = scores
    .toSorted((a, b) => (a.precision ?? 1) + (a.recall ?? 1) - (b.precision ?? 1) - (b.recall ?? 1))
    .slice(0, 25)
    .map(
      (score) => `${score.precision?.toFixed(2)} ${score.recall?.toFixed(2)} ${score.key.slice(0, 12)} ${score.url}`,
    );
  return {
    count: pages.length,
    seconds,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    quotations,
    kept,
    worst: [...worst, ...lost],
  };
}

/** The canonical text of the article that a page becomes. */
function textOf(html: string, url: string): string {
  const date = dayOf(new Date('2000-01-01'));
  try {
    const { body } = makeArticle(readPage(html, url), {}, { date });
    return canonicalText(parseBody(body)).text;
  } catch {
    return '';
  }
}

/** Precision and recall of word sequences, as \`evaluate.py\` computes them. */
function compare(truth: string, found: string): { precision: number | null; recall: number | null } {
  const [a, b] = [shingles(truth), shingles(found)];
  let [both, onlyFound, onlyTruth] = [0, 0, 0];
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const [inTruth, inFound] = [a.get(key) ?? 0, b.get(key) ?? 0];
    both += Math.min(inTruth, inFound);
    onlyFound += Math.max(0, inFound - inTruth);
    onlyTruth += Math.max(0, inTruth - inFound);
  }
  return {
    precision: both + onlyFound > 0 ? both / (both + onlyFound) : null,
    recall: both + onlyTruth > 0 ? both / (both + onlyTruth) : null,
  };
}

function shingles(text: string): Map<string, number> {
  const tokens = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at < Math.max(1, tokens.length - SHINGLE + 1); at++) {
    const key = tokens.slice(at, at + SHINGLE).join(' ');
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const spaced = (text: string): string =>
  ` ${wordsOf(text)
    .map(({ form }) => form)
    .join(' ')} `;

async function measureFormat(folder: string): Promise<{ name: string; imported: number; refused: number }> {
  const content = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  const outcomes: Outcome[] = [];
  const { defaults } = importFileSchema.parse({});
  try {
    await importBatch({
      paths: readdirSync(folder).map((name) => join(folder, name)),
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
  return { name: folder.replace(/^.*[/\\]/, ''), imported: outcomes.length - refused, refused };
}

if (import.meta.main) await runCommand(benchImport);
