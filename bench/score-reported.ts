import { overlaps, type Span } from '../src/text/canonical-text.ts';
import { findQuotes, paragraphsOf } from '../src/find/quotes/find-quotes.ts';
import type { GoldArticle, GoldAttribution, Prediction } from './gold.ts';

/** The least intersection over union of found and annotated content that counts as a match. */
const LIKENESS = 0.5;

/**
 * Scores reported statements against the annotated attributions whose content contains no quoted span. A statement is
 * right if its content matches and its source overlaps. An attribution nested in the content of another one counts too.
 *
 * @returns a line with precision and recall
 */
export function scoreReported(articles: readonly GoldArticle[], found: ReadonlyMap<string, Reported[]>): string {
  const count = { found: 0, right: 0, gold: 0 };
  for (const { id, text, atts } of articles) {
    const quotes = findQuotes(text, paragraphsOf(text)).filter(({ start, end }) => /\s/.test(text.slice(start, end)));
    const isUnquoted = ({ content }: GoldAttribution): boolean =>
      content.length > 0 && !quotes.some((quote) => content.some(([start, end]) => overlaps(quote, { start, end })));
    const gold = atts.filter(isUnquoted);
    const reported = found.get(id) ?? [];
    count.gold += gold.length;
    count.found += reported.length;
    count.right += reported.filter((one) => gold.some((other) => isRight(one, other))).length;
  }
  const share = (part: number, all: number): string => `${((100 * part) / (all || 1)).toFixed(1)} %`;
  return `reported statements: precision ${share(count.right, count.found)} (${count.right} of ${count.found}), recall ${share(count.right, count.gold)} of ${count.gold}`;
}

type Reported = Prediction['quotes'][number] & { source?: Span | null };

function isRight({ source, ...content }: Reported, gold: GoldAttribution): boolean {
  const named = gold.source.some(([start, end]) => source && overlaps(source, { start, end }));
  return named && likeness(content, gold.content) >= LIKENESS;
}

/** Intersection over union of a span and the spans of a content, which are merged into one from first to last. */
function likeness({ start, end }: Span, content: readonly [number, number][]): number {
  const [first, last] = [Math.min(...content.map(([from]) => from)), Math.max(...content.map(([, to]) => to))];
  const shared = Math.max(0, Math.min(end, last) - Math.max(start, first));
  return shared / (Math.max(end, last) - Math.min(start, first));
}
