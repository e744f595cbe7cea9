import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Span } from '../src/text/canonical-text.ts';

/** A quoted span of a gold article that annotators found to be a statement. */
export interface GoldQuote extends Span {
  /** The spans of [start, end) that name the source. */
  source: [number, number][];
  /** The words of the source. */
  sourceText: string;
}

/** One annotated attribution, with the spans of its parts. */
export interface GoldAttribution {
  source: [number, number][];
  cue: [number, number][];
  content: [number, number][];
}

/** An annotated article of PolNeAR. */
export interface GoldArticle {
  id: string;
  text: string;
  gold: GoldQuote[];
  /** Quoted spans that are not statements. */
  negative: Span[];
  /** Quoted spans that are not scored. */
  dontcare: Span[];
  atts: GoldAttribution[];
}

/** The output of a scored run of `find` for one article. */
export interface Prediction {
  id: string;
  quotes: (Span & { speaker: string | null })[];
}

/** The scorer, which comes with the gold corpus, outside this repository. */
export interface Scorer {
  loadGold: (folder: string, options?: { minWords?: number; pronouns?: Record<string, string> }) => GoldArticle[];
  score: (articles: GoldArticle[], predictions: Map<string, Prediction['quotes']>) => object;
  table: (scores: object) => string;
  damage: (text: string, rate: number, role: 'c' | 'o', seed?: number) => string;
}

/** The folder of the gold corpus, `VERBATIM_GOLD`; prints a message and returns `null` if there is none. */
export function goldFolder(): string | null {
  const folder = resolve(process.env['VERBATIM_GOLD'] ?? '../shared/gold');
  if (existsSync(join(folder, 'score.mjs'))) return folder;
  console.log(`There is no gold corpus in \`${folder}\`, so nothing is measured. Set VERBATIM_GOLD to its folder.`);
  return null;
}

/** Loads the scorer of a gold corpus. */
export async function loadScorer(folder: string): Promise<Scorer> {
  return (await import(pathToFileURL(join(folder, 'score.mjs')).href)) as Scorer;
}

/** Whether a source is the annotated one: they overlap, or it is the phrase right before an annotated "who". */
export function isRightSource({ source, sourceText }: GoldQuote, found: Span | null): boolean {
  if (!found) return source.length === 0;
  const isRelative = /^(?:who|which|that)$/i.test(sourceText);
  return source.some(([start, end]) => {
    const isBefore = isRelative && found.end <= start && start - found.end <= 3;
    return isBefore || (found.start < end && start < found.end);
  });
}
