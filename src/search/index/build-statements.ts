import { createHash } from 'node:crypto';
import { missingMonths } from '../../text/periods.ts';
import { type Entry, FORMAT, type MonthFile, recordsAFile } from '../query/format.ts';
import { ColumnPacker } from './column-packer.ts';
import { LeadGatherer } from './lead-gatherer.ts';
import { FileWriter } from './file-writer.ts';
import { orderRows } from './ordered-rows.ts';
import { RecordPacker } from './record-packer.ts';
import { TermRuns } from './term-runs.ts';
import { WordGatherer } from './word-gatherer.ts';
import { writeTerms } from './write-terms.ts';

/** The length of the version, in hexadecimal digits. */
const VERSION = 12;

/** The index that was written. */
export interface BuiltIndex {
  /** The name of the entry, which a page needs to open the index. */
  entry: string;
  statements: number;
}

/**
 * Builds the static index of statements; the memory it needs does not grow with their texts.
 *
 * @param lines rows of `statements.ndjson`, in any order: the same rows produce the same files
 * @param folder a folder that is used for nothing else
 * @param articleDays the days of all articles, to find months without any; by default the days of the statements
 * @param otherNames other names of speakers, by id
 */
export async function buildStatements(
  lines: AsyncIterable<string> | Iterable<string>,
  folder: string,
  articleDays?: readonly string[],
  otherNames: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<BuiltIndex> {
  const files = new FileWriter(folder);
  const terms = new TermRuns();
  try {
    const { count, rows } = await orderRows(lines);
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
    return { entry: files.write(JSON.stringify(entry)), statements: count };
  } finally {
    terms.remove();
  }
}
