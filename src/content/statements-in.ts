import type { Element } from 'hast';
import { overlapping } from '../base/sorted.ts';
import { findStatements, type FoundStatement } from '../find/find-statements.ts';
import type { ArticleSource } from './article-source.ts';

/**
 * The statements of an article's text, except in code, where none can be marked.
 *
 * @param more whether those count that are reported less clearly
 */
export function statementsIn({ canonical }: Pick<ArticleSource, 'canonical'>, more = false): FoundStatement[] {
  const { text, paragraphs } = canonical;
  const code = paragraphs.filter(({ element }) => element.tagName === 'pre');
  const blocks = paragraphs.filter(({ isQuoted }) => isQuoted);
  const isInCode = ({ spans }: FoundStatement): boolean => spans.some((span) => overlapping(code, span).length > 0);
  const questions = paragraphs.filter(({ element }) => isBold(element));
  return findStatements(text, { blocks, questions }).filter(
    (statement) => (more || statement.isClear) && !isInCode(statement),
  );
}

/** Whether a paragraph is set wholly in bold, or is a heading. */
const isBold = ({ tagName, children }: Element): boolean =>
  /^h[1-6]$/.test(tagName) ||
  (children.length > 0 &&
    children.every((child) =>
      child.type === 'element' ? child.tagName === 'strong' : child.type === 'text' && !child.value.trim(),
    ));
