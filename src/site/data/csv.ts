import { stringify } from 'csv-stringify/sync';
import type { StatementRow } from '../../content/rows/statement-row.ts';

/** The columns of `statements.csv`: named for a data frame, with flat values. */
const COLUMNS: Record<string, (row: StatementRow) => string> = {
  id: ({ id }) => id,
  uri: ({ uri }) => uri,
  type: ({ type }) => type,
  text: ({ text }) => text,
  shown: ({ shown }) => shown,
  speaker_id: ({ speaker }) => speaker?.id ?? '',
  speaker: ({ speaker }) => speaker?.name ?? '',
  role: ({ speaker }) => speaker?.role ?? '',
  status: ({ status }) => status,
  sure: ({ sure }) => String(sure),
  said: ({ said }) => said ?? '',
  said_basis: ({ saidBasis }) => saidBasis ?? '',
  translated: ({ translated }) => translated,
  published: ({ published }) => published,
  language: ({ language }) => language,
  article_title: ({ article }) => article.title,
  article_authors: ({ article }) => article.authors.map(({ name }) => name).join('; '),
  outlet: ({ article }) => article.outlet ?? '',
  article_path: ({ article }) => article.url,
  version: ({ version }) => version,
  described: ({ speaker }) => speaker?.described ?? '',
};

/**
 * A value with a line break or another control character is quoted, like one with a comma or a quotation mark. By
 * default the writer quotes only its own record delimiter, but readers end a record at any line break.
 */
const QUOTED = /[\p{Cc}\u2028\u2029]/u;

const OPTIONS = { escape_formulas: true, quoted_match: QUOTED, record_delimiter: '\r\n' } as const;

/** The names of the columns, as the first line of a file with a byte order mark, which spreadsheets need. */
export const CSV_HEAD = stringify([Object.keys(COLUMNS)], { ...OPTIONS, bom: true });

/**
 * Statements as records of CSV (RFC 4180, UTF-8). A value that a spreadsheet would evaluate as a formula is prefixed with
 * an apostrophe.
 */
export const csvRecords = (rows: readonly StatementRow[]): string =>
  stringify(
    rows.map((row) => Object.values(COLUMNS).map((value) => value(row))),
    OPTIONS,
  );
