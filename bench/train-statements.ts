/**
 * `npm run train:statements`: learns the weights of attribution from PolNeAR's training articles (VERBATIM_GOLD, outside
 * the repository), prints how they do on held-out articles, and writes src/find/attribution/weights.ts.
 *
 * Two linear models: which candidate is the source of a quotation (conditional logistic regression over its candidates;
 * several may be right), and whether a quotation is a statement (logistic regression). Both are fitted by AdaGrad
 * (Duchi, Hazan, Singer 2011) with an L1 penalty, which removes the small weights.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { overlaps, type Span } from '../src/text/canonical-text.ts';
import { SURE_FROM } from '../src/find/find-statements.ts';
import {
  attribute,
  type Attributed,
  choose,
  logistic,
  type Model,
  total,
  type Weights,
} from '../src/find/attribution/attribute.ts';
import { type Candidate, candidatesFor, type Decided, SIGNED } from '../src/find/attribution/candidates.ts';
import { featuresOfStatement } from '../src/find/attribution/statement-features.ts';
import { readText } from '../src/find/reading.ts';
import { type GoldArticle, goldFolder, isRightSource, loadScorer } from './gold.ts';

const FOLDS = 5;
const EPOCHS = 30;
const PENALTY = 3e-3;
/** Weights closer to zero than this do not change any decision, and are dropped. */
const SMALLEST = 0.05;

interface SourceExample {
  candidates: Candidate[];
  isRight: boolean[];
}

interface StatementExample {
  features: string[];
  isStatement: boolean;
}

function sourceExamples(articles: readonly GoldArticle[]): SourceExample[] {
  return articles.flatMap(({ text, gold }) => {
    const reading = readText(text);
    let previous: Decided | null = null;
    return reading.quotes.flatMap((span, quote) => {
      const annotated = gold.find((other) => overlaps(other, span));
      if (!annotated) return [];
      const candidates = candidatesFor(reading, quote, previous);
      const isRight = candidates.map(({ source }) => isRightSource(annotated, source));
      const right = candidates[isRight.indexOf(true)];
      const [first] = annotated.source;
      previous = {
        quote,
        source: right?.source ?? (first ? { start: first[0], end: first[1] } : null),
        cue: right?.cue ?? null,
      };
      return right ? [{ candidates, isRight }] : [];
    });
  });
}

function statementExamples(articles: readonly GoldArticle[], source: Weights): StatementExample[] {
  return articles.flatMap(({ text, gold, negative }) => {
    const reading = readText(text);
    let previous: Decided | null = null;
    return reading.quotes.flatMap((span, quote) => {
      const isStatement = gold.some((other) => overlaps(other, span));
      const { best, probability } = choose(candidatesFor(reading, quote, previous), source);
      const isNear = previous !== null && (reading.quotes[previous.quote]?.paragraph ?? -2) >= span.paragraph - 1;
      const features = featuresOfStatement(reading, quote, { features: best.features, probability }, isNear);
      if (isStatement) previous = { quote, source: best.source, cue: best.cue };
      const counts = isStatement || (span.marks === 'double' && negative.some((other) => overlaps(other, span)));
      return counts && !best.features.includes(SIGNED) ? [{ features, isStatement }] : [];
    });
  });
}

function train(articles: readonly GoldArticle[]): Model {
  const source = fit(sourceExamples(articles), sourceGradient);
  return { source, statement: fit(statementExamples(articles, source), statementGradient) };
}

/** The direction in which an example moves the weights of its features. */
type Gradient<Example> = (example: Example, weights: Weights) => Map<string, number>;

function sourceGradient({ candidates, isRight }: SourceExample, weights: Weights): Map<string, number> {
  const scores = candidates.map(({ features }) => total(features, weights));
  const top = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - top));
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const all = sum(shares);
  const right = sum(shares.filter((_, index) => isRight[index]));
  const gradient = new Map<string, number>();
  candidates.forEach(({ features }, index) => {
    const share = shares[index] ?? 0;
    const pull = (isRight[index] ? share / right : 0) - share / all;
    for (const feature of features) gradient.set(feature, (gradient.get(feature) ?? 0) + pull);
  });
  return gradient;
}

function statementGradient({ features, isStatement }: StatementExample, weights: Weights): Map<string, number> {
  const pull = (isStatement ? 1 : 0) - logistic(total(features, weights));
  return new Map(features.map((feature) => [feature, pull]));
}

function fit<Example>(examples: Example[], gradientOf: Gradient<Example>): Weights {
  const weights: Record<string, number> = {};
  const squares = new Map<string, number>();
  const sums = new Map<string, number>();
  const random = randomNumbers(7);
  const averaged = Math.ceil((EPOCHS * 2) / 3);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const example of shuffle(examples, random)) {
      for (const [feature, pull] of gradientOf(example, weights)) {
        if (pull === 0) continue;
        const square = (squares.get(feature) ?? 0.01) + pull * pull;
        squares.set(feature, square);
        const rate = 0.3 / Math.sqrt(square);
        const moved = (weights[feature] ?? 0) + rate * pull;
        weights[feature] = Math.sign(moved) * Math.max(0, Math.abs(moved) - rate * PENALTY);
      }
    }
    if (epoch < EPOCHS - averaged) continue;
    for (const [feature, weight] of Object.entries(weights))
      sums.set(feature, (sums.get(feature) ?? 0) + weight / averaged);
  }
  const kept = [...sums].filter(([, weight]) => Math.abs(weight) >= SMALLEST).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(kept.map(([feature, weight]) => [feature, Number(weight.toFixed(2))]));
}

function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  const keyed = items.map((item): [number, Item] => [random(), item]);
  return keyed.sort(([a], [b]) => a - b).map(([, item]) => item);
}

/** Pseudo-random numbers from 0 to 1, the same in every run (the C standard's linear congruential generator). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) / 0x7fffffff;
}

/** The performance of a model on articles: the columns of the table below, as shares. */
function report(articles: readonly GoldArticle[], model: Model): number[] {
  const count = { gold: 0, found: 0, right: 0, sure: 0, sureRight: 0, negative: 0, alarms: 0 };
  for (const { text, gold, negative } of articles) {
    const reading = readText(text);
    const found = attribute(reading, model);
    const at = (span: Span): Attributed | undefined =>
      found.find(({ quote }) => overlaps(reading.quotes[quote] ?? { start: 0, end: 0 }, span));
    for (const annotated of gold) {
      const match = at(annotated);
      count.gold++;
      if (!match) continue;
      const isRight = isRightSource(annotated, match.source);
      const isSure = match.confidence >= SURE_FROM;
      count.found++;
      if (isRight) count.right++;
      if (isSure) count.sure++;
      if (isSure && isRight) count.sureRight++;
    }
    count.negative += negative.length;
    count.alarms += negative.filter(at).length;
  }
  return [
    count.found / count.gold,
    count.right / count.found,
    count.alarms / count.negative,
    count.sure / count.found,
    count.sureRight / count.sure,
  ];
}

const folder = goldFolder();
if (folder) {
  const { loadGold } = await loadScorer(folder);
  const path = join(folder, 'polnear/train');
  const [articles, scored] = [loadGold(path, { minWords: 1 }), loadGold(path)];
  const rows = Array.from({ length: FOLDS }, (_, fold) => {
    const model = train(articles.filter((_article, index) => index % FOLDS !== fold));
    return report(
      scored.filter((_article, index) => index % FOLDS === fold),
      model,
    );
  });
  console.log('fold  found     source    alarms    sure      sure and right');
  rows.forEach((row, fold) => {
    console.log(`${fold + 1}     ${row.map((share) => `${(100 * share).toFixed(1)} %`.padEnd(9)).join(' ')}`);
  });

  const { source, statement } = train(articles);
  const note = `/**
 * The weights of attribution, by the names of features (candidates.ts, link-features.ts, statement-features.ts): what
 * each adds to the score of a candidate source, or to that of a quotation being a statement. Learned from the 840
 * training articles of PolNeAR by \`npm run train:statements\` (bench/train-statements.ts), which wrote this file.
 */`;
  const code = `import type { Model } from './attribute.ts';\n\n${note}\nexport const WEIGHTS: Model = ${JSON.stringify({ source, statement })};\n`;
  const options = { parser: 'typescript', printWidth: 120, singleQuote: true };
  writeFileSync('src/find/attribution/weights.ts', await format(code, options));
  console.log(`Weights: ${Object.keys(source).length} for sources, ${Object.keys(statement).length} for statements.`);
}
