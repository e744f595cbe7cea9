import { createHash } from 'node:crypto';
import type { ArticleFacts, ArticleRow } from '../../content/rows/article-row.ts';
import type { Article } from '../../content/types.ts';

/** The headline; in brackets if the archive supplied it. */
export function shownTitle({ title, titleSupplied }: Pick<Article, 'title' | 'titleSupplied'>): string {
  return titleSupplied ? `[${title}]` : title;
}

/** The facts about an article that rows contain. */
export function articleFacts(article: Article): ArticleFacts {
  const { address, titleSupplied, author, outlet = null, archived = null, topics } = article;
  return { url: address, title: shownTitle(article), titleSupplied, authors: author, outlet, archived, topics };
}

/** An article as a row of data; `absolute` returns the absolute address of a path. */
export function articleRow(article: Article, absolute: (path: string) => string): ArticleRow {
  const { address, day, language, text, statements } = article;
  const { source = null, rights = null, description = null, imported = null } = article;
  return {
    ...articleFacts(article),
    uri: absolute(address),
    published: day,
    language,
    source,
    rights,
    description,
    imported,
    sha256: createHash('sha256').update(text).digest('hex'),
    characters: Array.from(text).length,
    statements: statements.map(({ id }) => id),
  };
}
