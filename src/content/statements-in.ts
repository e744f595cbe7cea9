import { overlapping } from '../base/sorted.ts';
import { findStatements, type FoundStatement } from '../find/find-statements.ts';
import type { ArticleSource } from './article-source.ts';

/**
 * The statements of an article's text, except in code, where none can be marked.
 *
 * @param more whether those count that are reported less clearly
 */
export function statementsIn({ canonical }: ArticleSource, more = false): FoundStatement[] {
  const { text, paragraphs } = canonical;
  const code = paragraphs.filter(({ element }) => element.tagName === 'pre');
  const blocks = paragraphs.filter(({ isQuoted }) => isQuoted);
  const isInCode = ({ spans }: FoundStatement): boolean => spans.some((span) => overlapping(code, span).length > 0);
  return findStatements(text, blocks).filter((statement) => (more || statement.isClear) && !isInCode(statement));
}
