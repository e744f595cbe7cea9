/**
 * `npm run bench:statements`: how well statements are found and attributed in PolNeAR's development articles and in
 * labelled news texts (VERBATIM_GOLD, outside the repository), and what it costs. Prints the scorer's table and saves it to
 * bench/statements.txt.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { spawnSync } from 'node:child_process';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { findStatements } from '../src/find/find-statements.ts';
import { goldFolder, loadScorer, type Prediction } from './gold.ts';
import { newsScores } from './news.ts';
import { scoreReported } from './score-reported.ts';

/** Rounds over all articles to measure the time; the first half warms up the compiler. */
const ROUNDS = 6;

/** The output of `npm run find` for a folder of texts, by file. */
function find(folder: string, ...options: string[]): Map<string, Prediction['quotes']> {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['src/cli/find.ts', folder, ...options], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Prediction);
  return new Map(lines.map(({ id, quotes }) => [id, quotes]));
}

/** CPU milliseconds per article, in the second half of the rounds. */
function cpuAnArticle(texts: readonly string[], work: (text: string) => unknown): number {
  let used = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage();
    for (const text of texts) work(text);
    const { user, system } = process.cpuUsage(start);
    if (round >= ROUNDS / 2) used += user + system;
  }
  return used / 1000 / texts.length / (ROUNDS / 2);
}

function compressedKilobytes(files: readonly string[]): number {
  return gzipSync(Buffer.concat(files.map((file) => readFileSync(file)))).length / 1024;
}

const folder = goldFolder();
if (folder) {
  const dev = join(folder, 'polnear/dev');
  const scorer = await loadScorer(folder);
  const pronouns = JSON.parse(readFileSync(join(folder, 'pronouns-dev.json'), 'utf8')) as Record<string, string>;
  const articles = scorer.loadGold(dev, { pronouns });
  const scored = scorer.table(scorer.score(articles, find(join(dev, 'text'))));

  const damaged = new Map(
    articles.map(({ id, text }, index) => {
      const quotes = findStatements(scorer.damage(text, 0.1, 'c', 5 + index)).flatMap(({ quoted, marks, source }) =>
        marks === 'double' ? quoted.map((span) => ({ ...span, source, speaker: null })) : [],
      );
      return [id, quotes];
    }),
  );
  const [, , , exact = ''] = scorer.table(scorer.score(articles, damaged)).split('\n');

  const texts = readdirSync(join(dev, 'text')).map((name) => readFileSync(join(dev, 'text', name), 'utf8'));
  const parser = unified().use(remarkParse);
  const [ours, theirs] = [cpuAnArticle(texts, findStatements), cpuAnArticle(texts, (text) => parser.parse(text))];
  const lists = ['grammar/words.ts', 'grammar/names.ts', 'people/countries.ts', 'attribution/weights.ts'].map(
    (file) => `src/find/${file}`,
  );

  const table = `${scored}

with 10 % of the closing marks lost:
${exact}

${scoreReported(articles, find(join(dev, 'text'), '--reported'))}

CPU per article: ${(ours / theirs).toFixed(1)} times that of remark-parse (${ours.toFixed(2)} ms and ${theirs.toFixed(2)} ms here)
lists and weights, gzip: ${compressedKilobytes(lists).toFixed(1)} KB

labelled news texts:
${newsScores(folder) ?? 'not measured'}`;
  console.log(table);
  writeFileSync('bench/statements.txt', `${table.trimEnd()}\n`);
}
