import type { ArticleSource } from '../content/article-source.ts';
import { anchorFor } from '../content/matching/locate.ts';
import type { Dismissed } from '../content/record-file.ts';
import type { FoundStatement } from '../find/find-statements.ts';
import { whereabouts } from './refresh-statement.ts';

/** A found statement as the entry under `dismissed` that keeps it from being found again. */
export function dismissedAs({ canonical: { text } }: ArticleSource, { spans, source }: FoundStatement): Dismissed {
  return {
    quote: spans.map(({ start, end }) => text.slice(start, end)),
    ...whereabouts(text, spans),
    ...(source ? { source: anchorFor(text, source, spans) } : {}),
  };
}
