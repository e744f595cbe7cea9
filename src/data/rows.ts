import { articleBody } from '../archive/article-body.ts';
import type { Archive, Article } from '../archive/index.ts';
import { absolute } from '../site.ts';
import { inRecordOrder } from './record-order.ts';
import { type StatementRow, statementRow } from './statement-row.ts';

const made = new WeakMap<Article, StatementRow[]>();

/** The statements of an article as rows of data, in the order of the text. Made once: each of their pages asks. */
export function rowsIn(article: Article, { statementsIn }: Archive): StatementRow[] {
  const known = made.get(article);
  if (known) return known;
  const statements = statementsIn(article);
  const { fragments } = articleBody(article, statements);
  const rows = statements.map((statement) => statementRow(statement, fragments.get(statement.id) ?? [], absolute));
  made.set(article, rows);
  return rows;
}

/** Every statement of an archive, in the order of publication. */
export function allRows(archive: Archive): StatementRow[] {
  return archive.articles.flatMap((article) => rowsIn(article, archive)).sort(inRecordOrder);
}

/** Rows as JSON Lines. */
export const toLines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
