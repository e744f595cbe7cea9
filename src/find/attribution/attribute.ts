import type { Span } from '../../text/canonical-text.ts';
import type { Reading } from '../reading.ts';
import { type Candidate, candidatesFor, type Decided, SIGNED } from './candidates.ts';
import { featuresOfStatement, isTerm } from './statement-features.ts';
import { WEIGHTS } from './weights.ts';

/** Weights by the names of features. */
export type Weights = Readonly<Record<string, number>>;

/** The learned weights: which candidate is the source, and which quotation is a statement. */
export interface Model {
  source: Weights;
  statement: Weights;
}

/** A quotation that is a statement, with its source. */
export interface Attributed extends Decided {
  /** The probability that it is a statement and the source the right one, 0 to 1. */
  confidence: number;
  /** Other sources that it may have, each with the probability that it is a statement of that source. */
  rivals: Rival[];
}

/** A source that was not chosen. */
export interface Rival {
  source: Span;
  confidence: number;
}

/** How probable it is that the person whom an interview names first answers; set by hand. */
const ANSWERS_RIGHT = 0.8;

/** Sources less probable than this do not matter. */
const RIVAL_FROM = 0.01;

/**
 * The probability at which a quotation counts as a statement, and the confidence at which its attribution is used at
 * all. On the training articles these find most statements with their source (of 0.7 to 0.8, and 0.35 to 0.45).
 */
const STATEMENT_FROM = 0.75;
const CONFIDENCE_FROM = 0.35;

/** Decides, quotation by quotation in reading order, which are statements and who said them. */
export function attribute(reading: Reading, model: Model = WEIGHTS): Attributed[] {
  const found: Attributed[] = [];
  reading.quotes.forEach(({ paragraph, marks, isAnswer }, quote) => {
    const previous = found.at(-1) ?? null;
    const { best, probability, others } = choose(candidatesFor(reading, quote, previous), model.source);
    const isNear = previous !== null && (reading.quotes[previous.quote]?.paragraph ?? -2) >= paragraph - 1;
    const features = featuresOfStatement(reading, quote, { features: best.features, probability }, isNear);
    const isStatement =
      marks === 'none' || best.features.includes(SIGNED) ? 1 : logistic(total(features, model.statement));
    const confidence = isAnswer ? ANSWERS_RIGHT : isStatement * probability;
    if (isStatement < STATEMENT_FROM || confidence < CONFIDENCE_FROM || isTerm(reading, quote, best.cue)) return;
    const rivals = others.map(({ source, probability: share }) => ({ source, confidence: isStatement * share }));
    found.push({ quote, source: best.source, cue: best.cue, confidence, rivals });
  });
  return found;
}

/** The best candidate and the probability of its source (several candidates may have the same one), and other sources. */
export function choose(
  candidates: readonly Candidate[],
  weights: Weights,
): { best: Candidate; probability: number; others: { source: Span; probability: number }[] } {
  const scores = candidates.map(({ features }) => total(features, weights));
  const top = Math.max(...scores);
  const best = candidates[scores.indexOf(top)] ?? { source: null, cue: null, features: [] };
  let [all, same] = [0, 0];
  const rivals = new Map<number, { source: Span; share: number }>();
  candidates.forEach(({ source }, index) => {
    const share = Math.exp((scores[index] ?? -Infinity) - top);
    all += share;
    if (source?.start === best.source?.start) same += share;
    else if (source) rivals.set(source.start, { source, share: share + (rivals.get(source.start)?.share ?? 0) });
  });
  const others = [...rivals.values()].map(({ source, share }) => ({ source, probability: share / all }));
  return { best, probability: same / all, others: others.filter(({ probability }) => probability >= RIVAL_FROM) };
}

/** The sum of the weights of features. */
export function total(features: readonly string[], weights: Weights): number {
  return features.reduce((sum, feature) => sum + (weights[feature] ?? 0), 0);
}

export const logistic = (score: number): number => 1 / (1 + Math.exp(-score));
