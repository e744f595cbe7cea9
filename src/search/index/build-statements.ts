import { createHash } from 'node:crypto';
import type { StatementRow } from '../../content/rows/statement-row.ts';
import { missingMonths } from '../../text/periods.ts';
import { type Entry, FORMAT, type MonthFile, recordsAFile } from '../query/format.ts';
import { ColumnPacker } from './column-packer.ts';
import { LeadGatherer } from './lead-gatherer.ts';
import { FileWriter } from './file-writer.ts';
import { RecordPacker } from './record-packer.ts';
import { TermRuns } from './term-runs.ts';
import { WordGatherer } from './word-gatherer.ts';
import { writeTerms } from './write-terms.ts';

/** The length of the version, in hexadecimal digits. */
const VERSION = 12;

/** Rows in the order of publication. */
export interface OrderedRows {
  count: number;
  /** Each row with its line in `statements.ndjson`; can be read once. */
  rows: Iterable<{ row: StatementRow; line: string }>;
}

/** The index that was written. */
export interface BuiltIndex {
  /** The name of the entry, which a page needs to open the index. */
  entry: string;
  statements: number;
  /** The names of all its files, written or kept. */
  files: string[];
}

/**
 * Builds the static index of statements; the memory it needs does not grow with their texts.
 *
 * @param folder a folder that is used for nothing else
 * @param articleDays the days of all articles, to find months without any; by default the days of the statements
 * @param otherNames other names of speakers, by id
 * @param isKept whether a file, by its name, exists where the index goes, so that it need not be written
 */
export async function buildStatements(
  { count, rows }: OrderedRows,
  folder: string,
  articleDays?: readonly string[],
  otherNames: ReadonlyMap<string, readonly string[]> = new Map(),
  isKept?: (name: string) => boolean,
): Promise<BuiltIndex> {
  const files = new FileWriter(folder, isKept);
  const terms = new TermRuns();
  try {
    const aFile = recordsAFile(count);
    const records = new RecordPacker(files, aFile);
    const columns = new ColumnPacker(files);
    const words = new WordGatherer(terms);
    const version = createHash('sha256');
    const leads = new LeadGatherer(otherNames);
    const years = new Map<number, number>();
    const months = new Map<string, number>();
    const days = new Set<string>();
    let record = 0;
    for (const { row, line } of rows) {
      version.update(`${line}\n`);
      const [year, month] = [Number(row.published.slice(0, 4)), row.published.slice(0, 'YYYY-MM'.length)];
      if (!years.has(year)) years.set(year, record);
      if (!months.has(month)) months.set(month, record);
      days.add(row.published);
      records.add(row);
      columns.add(row);
      leads.add(row, await words.add(row, record++));
    }
    const [from, to] = [[...days][0], [...days].at(-1)];
    const { keys, blocks, spellings } = writeTerms(terms, leads.byStem(), files);
    const entry: Entry = {
      format: FORMAT,
      version: version.digest('hex').slice(0, VERSION),
      statements: count,
      days: from && to ? [from, to] : [],
      gaps: missingMonths(articleDays ?? [...days]),
      languages: words.languages(),
      years: [...years],
      months: files.write(JSON.stringify([...months] satisfies MonthFile)),
      keys,
      blocks,
      aFile,
      records: records.close(),
      ...columns.close(),
      spellings,
    };
    return { entry: files.write(JSON.stringify(entry)), statements: count, files: files.names };
  } finally {
    terms.remove();
  }
}
