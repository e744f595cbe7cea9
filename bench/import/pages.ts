import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { dayOf } from '../../src/base/day.ts';
import { quotationsOf } from '../../src/import/conserved.ts';
import { decode } from '../../src/import/files/decode.ts';
import { makeArticle } from '../../src/import/make-article.ts';
import { readPage } from '../../src/import/page/read-page.ts';
import { canonicalText } from '../../src/text/canonical-text.ts';
import { parseBody } from '../../src/text/markdown.ts';
import { wordsOf } from '../../src/text/words.ts';

/** The length of the word sequences that are compared, as in the benchmark's own `evaluate.py`. */
const SHINGLE = 4;

interface Truth {
  articleBody: string;
  url: string;
}

/** What was measured on the pages of a benchmark. */
export interface PageScores {
  count: number;
  seconds: number;
  precision: number;
  recall: number;
  f1: number;
  quotations: number;
  kept: number;
  /** The pages whose text differs most, and the quotations that are lost. */
  worst: string[];
}

/** Measures how much of the articles of scrapinghub/article-extraction-benchmark is found, and how many of their quotations. */
export function measurePages(folder: string): PageScores {
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
