import { articleBody } from '../body/article-body.ts';
import { type Archive, type Article, shownTitle } from '../archive/index.ts';
import { absolute } from '../site.ts';
import { type PageQuote, pageQuotes } from './page-quotes.ts';
import { inRecordOrder } from '../../content/rows/record-order.ts';
import { type StatementRow } from '../../content/rows/statement-row.ts';
import { statementRow } from './statement-row.ts';

/** An article's statements as the data files need them. */
interface ArticleData {
  rows: StatementRow[];
  quotes: Map<string, PageQuote[]>;
}

const made = new WeakMap<Article, ArticleData>();

/** The statements of an article as rows of data, in the order of the text. */
export const rowsIn = (article: Article, archive: Archive): StatementRow[] => dataOf(article, archive).rows;

/** The statements of an article as quotations of its page, by id. */
export const quotesIn = (article: Article, archive: Archive): Map<string, PageQuote[]> =>
  dataOf(article, archive).quotes;

/** Cached for each article: every statement's page needs it, and laying out a body is expensive. */
function dataOf(article: Article, { statementsIn }: Archive): ArticleData {
  const known = made.get(article);
  if (known) return known;
  const statements = statementsIn(article);
  const { dom, fragments } = articleBody(article, statements);
  const rows = statements.map((statement) => statementRow(statement, fragments.get(statement.id) ?? [], absolute));
  const data = { rows, quotes: pageQuotes(statements, rows, dom, [shownTitle(article)]) };
  made.set(article, data);
  return data;
}

/** Every statement of an archive, in the order of publication. */
export function allRows(archive: Archive): StatementRow[] {
  return archive.articles.flatMap((article) => rowsIn(article, archive)).sort(inRecordOrder);
}

/** Rows as JSON Lines. */
export const toLines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
