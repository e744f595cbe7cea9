import { z } from 'zod';
import type { Archive } from '../../catalogue/archive.ts';
import { speakerRow } from '../../catalogue/rows/speaker-row.ts';
import { articleJsonSchema } from '../../content/rows/article-json.ts';
import { articleRowSchema } from '../../content/rows/article-row.ts';
import { speakersSchema } from '../../content/rows/speaker-row.ts';
import { type StatementRow, statementRowSchema } from '../../content/rows/statement-row.ts';
import { absolute } from '../site.ts';
import { csvRecords, CSV_HEAD } from './csv.ts';

/**
 * With this many statements or more, files are split by year: then an article changes only those of its year, and most
 * programs can still open each.
 */
const MANY_STATEMENTS = 10_000;

/** A file of the archive's data, at its root. */
export interface DataFile {
  name: string;
  /** The number of its rows. */
  rows: number;
  /** The file of the JSON Schema for each row; `null` for CSV. */
  schema: string | null;
  /** The year that it is for; `null` if it is for all. */
  year: string | null;
}

const SPEAKERS = 'speakers.json';

/** The data of an archive: statements and articles, together or by year of publication, and speakers. */
export function dataFiles(archive: Archive, many = MANY_STATEMENTS): DataFile[] {
  const statements = archive.statementYears();
  const articles = new Map([...archive.countArticles('year')].reverse());
  const { statements: total, speakers } = archive.totals();
  const isSplit = total >= many;
  const files = (
    name: string,
    ending: string,
    years: ReadonlyMap<string, number>,
    schema: string | null,
  ): DataFile[] =>
    isSplit
      ? [...years].map(([year, rows]) => ({ name: `${name}-${year}.${ending}`, rows, schema, year }))
      : [
          {
            name: `${name}.${ending}`,
            rows: [...years.values()].reduce((sum, rows) => sum + rows, 0),
            schema,
            year: null,
          },
        ];
  return [
    ...files('statements', 'ndjson', statements, 'statements.schema.json'),
    ...files('statements', 'csv', statements, null),
    ...files('articles', 'ndjson', articles, 'articles.schema.json'),
    { name: SPEAKERS, rows: speakers, schema: 'speakers.schema.json', year: null },
  ];
}

/** The content of a data file; `null` if there is none of this name. */
export function dataFile(archive: Archive, name: string): Iterable<string> | null {
  if (name === SPEAKERS) {
    const rows = archive.speakers().map(({ speaker, count }) => speakerRow(speaker, count, absolute));
    return [`${JSON.stringify(rows, null, 2)}\n`];
  }
  const [, kind, year = '', ending] = /^(statements|articles)(?:-(\d{4}))?\.(ndjson|csv)$/.exec(name) ?? [];
  if (kind === 'articles') return lines(archive.articleLines(year));
  if (kind === 'statements')
    return ending === 'csv' ? csv(archive.statementLines(year)) : lines(archive.statementLines(year));
  return null;
}

function* lines(rows: Iterable<string>): Generator<string> {
  for (const row of rows) yield `${row}\n`;
}

function* csv(rows: Iterable<string>): Generator<string> {
  yield CSV_HEAD;
  for (const row of rows) yield csvRecords([JSON.parse(row) as StatementRow]);
}

const SCHEMAS = {
  'statements.schema.json': statementRowSchema,
  'articles.schema.json': articleRowSchema,
  'speakers.schema.json': speakersSchema,
  'article.schema.json': articleJsonSchema,
};

/** The names of the JSON Schemas of the data: of a row, of the list of speakers, and of `index.json` beside an article. */
export const SCHEMA_FILES = Object.keys(SCHEMAS);

/** A JSON Schema by the name of its file; `null` if there is none. */
export function schemaFile(name: string): string | null {
  const schema = SCHEMAS[name as keyof typeof SCHEMAS] as z.ZodType | undefined;
  return schema ? `${JSON.stringify({ $id: absolute(`/${name}`), ...z.toJSONSchema(schema) }, null, 2)}\n` : null;
}
