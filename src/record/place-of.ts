import type { ArticleSource } from '../content/article-source.ts';

/** Where a statement is in its record, as `file:line`. */
export function placeOf(source: ArticleSource, index: number): string {
  return `${source.recordFile}:${source.record?.lineOf(['statements', index]) ?? 1}`;
}
