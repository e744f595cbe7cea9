import { z } from 'zod';
import type { Archive } from '../archive/index.ts';
import { absolute } from '../site.ts';
import { articleJsonSchema } from '../../content/rows/article-json.ts';
import { articleRowSchema } from '../../content/rows/article-row.ts';
import { articleRow } from './article-row.ts';
import { byYear, type DataFile } from './by-year.ts';
import { toCsv } from './csv.ts';
import { allRows, toLines } from './rows.ts';
import { speakersSchema } from '../../content/rows/speaker-row.ts';
import { speakerRow } from './speaker-row.ts';
import { statementRowSchema } from '../../content/rows/statement-row.ts';

/** With this many statements or more, files are split by year: most programs could not open a single one. */
const MANY_STATEMENTS = 100_000;

/** The data of an archive: statements and articles, together or by year of publication, and speakers. */
export function dataFiles(archive: Archive, many = MANY_STATEMENTS): DataFile[] {
  const { articles, speakers, statementsBy } = archive;
  const rows = allRows(archive);
  const articleRows = articles.map((article) => articleRow(article, absolute)).toReversed();
  const isSplit = rows.length >= many;
  const speakerRows = speakers.map((speaker) => speakerRow(speaker, statementsBy(speaker).length, absolute));
  return [
    ...byYear('statements', 'ndjson', rows, isSplit, toLines, 'statements.schema.json'),
    ...byYear('statements', 'csv', rows, isSplit, toCsv, null),
    ...byYear('articles', 'ndjson', articleRows, isSplit, toLines, 'articles.schema.json'),
    {
      name: 'speakers.json',
      rows: speakerRows.length,
      schema: 'speakers.schema.json',
      content: () => `${JSON.stringify(speakerRows, null, 2)}\n`,
    },
  ];
}

const SCHEMAS = {
  'statements.schema.json': statementRowSchema,
  'articles.schema.json': articleRowSchema,
  'speakers.schema.json': speakersSchema,
  'article.schema.json': articleJsonSchema,
};

/** The JSON Schemas of the data: of a row, of the list of speakers, and of `index.json` beside an article. */
export function schemaFiles(): { name: string; content: () => string }[] {
  return Object.entries(SCHEMAS).map(([name, schema]) => ({
    name,
    content: () => `${JSON.stringify({ $id: absolute(`/${name}`), ...z.toJSONSchema(schema) }, null, 2)}\n`,
  }));
}
