import { citedStatement, type Cited } from '../../cite/cited.ts';
import type { ArticleJson } from '../../content/rows/article-json.ts';
import type { StatementRow } from '../../content/rows/statement-row.ts';

/** A statement with what is needed to cite it. */
export interface Loaded {
  row: StatementRow;
  cited: Cited;
  /** The absolute address of its article. */
  article: string;
}

const loads = new Map<string, Promise<ArticleJson>>();

/**
 * Loads a statement from its article's data.
 *
 * @returns `null` if the article no longer has it
 * @throws if the data cannot be loaded
 */
export async function loadStatement(json: string, id: string): Promise<Loaded | null> {
  const load = loads.get(json) ?? fetchArticle(json);
  loads.set(json, load);
  load.catch(() => loads.delete(json));
  const { archive, article, statements } = await load;
  const row = statements.find((statement) => statement.id === id);
  return row ? { row, cited: citedStatement(row, archive), article: article.uri } : null;
}

async function fetchArticle(json: string): Promise<ArticleJson> {
  const response = await fetch(json);
  if (!response.ok) throw new Error(`${json}: ${response.status}`);
  return (await response.json()) as ArticleJson;
}
