import type { Day } from '../../base/day.ts';
import type { SpeakerId, StatementId } from '../../base/ids.ts';
import { articleAddress, statementAddress } from '../../text/address.ts';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { readCsv } from '../../../tests/read-csv.ts';
import { CSV_HEAD, csvRecords } from './csv.ts';
import type { StatementRow } from '../../content/rows/statement-row.ts';

const id = 'a123456789' as StatementId;
const day = '2016-04-01' as Day;

const row: StatementRow = {
  id,
  url: statementAddress(id),
  uri: 'https://lantern.example/s/a123456789/',
  type: 'direct',
  text: 'Come tomorrow.',
  shown: '“Come tomorrow.”',
  version: '0f5e2c1a',
  spans: [{ start: 1, end: 15 }],
  fragments: [],
  speaker: { id: 'ada-quill' as SpeakerId, name: 'Ada Quill', described: null, kind: 'person', role: null },
  source: null,
  cue: null,
  status: 'confirmed',
  sure: true,
  said: null,
  saidBasis: null,
  translated: 'no',
  published: day,
  article: {
    url: articleAddress(day, 'come'),
    title: 'Come',
    titleSupplied: false,
    authors: [],
    outlet: null,
    archived: null,
    topics: [],
  },
  language: 'en',
};

const toCsv = (rows: readonly StatementRow[]): string => CSV_HEAD + csvRecords(rows);

/** Fields that a careless writer or reader breaks. */
const HOSTILE = [
  'two\nlines',
  'two\rlines',
  'two\r\nlines',
  'two paragraphs.\n\nThe second.',
  '\nfirst of all a line break',
  'a line break at the end\n',
  '"quoted"',
  '"',
  'one, two',
  ',',
  '  two spaces before, two after  ',
  '',
  'a line separator\u2028and a paragraph separator\u2029',
  'a tab\tin it',
];

/** Values that a spreadsheet evaluates as formulas. */
const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("https://lantern.example","a\nb")'];

test('a strict reader gets every field back, whatever line breaks, commas and quotation marks it contains', () => {
  const csv = toCsv(HOSTILE.map((text) => ({ ...row, text, article: { ...row.article, title: text, outlet: text } })));
  const [names = [], ...records] = readCsv(csv.replace('\uFEFF', ''));
  for (const name of ['text', 'article_title', 'outlet']) {
    expect(records.map((record) => record[names.indexOf(name)])).toEqual(HOSTILE);
  }
  expect(Papa.parse(csv.trimEnd(), { newline: '\r\n' }).data).toHaveLength(HOSTILE.length + 1);
});

test('a formula gets an apostrophe before it, and nothing else does', () => {
  const [names = [], ...records] = readCsv(toCsv(FORMULAS.map((text) => ({ ...row, text }))).replace('\uFEFF', ''));
  expect(records.map((record) => record[names.indexOf('text')])).toEqual(FORMULAS.map((text) => `'${text}`));
});
