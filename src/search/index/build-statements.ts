import { createHash } from 'node:crypto';
import { missingMonths } from '../../text/periods.ts';
import { type Entry, FORMAT, type MonthFile } from '../query/format.ts';
import { buildPart, type BuiltPart, type IndexedRow } from './build-part.ts';
import { FileWriter } from './file-writer.ts';
import { planParts } from './plan-parts.ts';

/** The length of the version, in hexadecimal digits. */
const VERSION = 12;

/** Rows in the order of publication. */
export interface OrderedRows {
  /** The number of statements in all. */
  count: number;
  /** The rows, without those of a part that was built before; they can be read once. */
  rows: Iterable<IndexedRow>;
}

/** How an index is built. */
export interface IndexOptions {
  /** The days of all articles, to find months without any; by default the days of the statements. */
  articleDays?: readonly string[];
  /** Other names of speakers, by id. */
  otherNames?: ReadonlyMap<string, readonly string[]>;
  /** Whether a file, by its name, exists where the index goes, so that it need not be written. */
  isKept?: (name: string) => boolean;
  /** The part of the older statements, if it was built before and they are still the same. */
  older?: BuiltPart | null;
}

/** The index that was written. */
export interface BuiltIndex {
  /** The name of the entry, which a page needs to open the index. */
  entry: string;
  statements: number;
  parts: BuiltPart[];
  /** The names of the files of each part, written or kept; of none for a part that was built before. */
  partFiles: string[][];
  /** The names of the other files. */
  files: string[];
}

/**
 * Builds the static index of statements.
 *
 * @param folder a folder that is used for nothing else
 */
export async function buildStatements(
  { count, rows }: OrderedRows,
  folder: string,
  { articleDays, otherNames = new Map(), isKept, older = null }: IndexOptions = {},
): Promise<BuiltIndex> {
  const left = rows[Symbol.iterator]();
  const parts: BuiltPart[] = [];
  const partFiles: string[][] = [];
  for (const planned of planParts(count)) {
    const before = parts.at(-1)?.leads ?? { speakers: [], topics: [] };
    const isBuilt = older?.part.first === planned.first && older.statements === planned.count;
    const files = new FileWriter(folder, `part ${planned.first}`, isKept);
    parts.push(isBuilt ? older : await buildPart(planned, left, before, otherNames, files));
    partFiles.push(files.names);
  }
  const files = new FileWriter(folder, 'whole', isKept);
  const entry = files.write(JSON.stringify(entryOf(parts, articleDays, files)));
  return { entry, statements: count, parts, partFiles, files: files.names };
}

function entryOf(parts: readonly BuiltPart[], articleDays: readonly string[] | undefined, files: FileWriter): Entry {
  const months = firstOfEach(parts.flatMap((part) => part.months));
  const [from, to] = [parts[0]?.days[0], parts.at(-1)?.days[1]];
  return {
    format: FORMAT,
    version: versionOf(parts).slice(0, VERSION),
    statements: parts.reduce((sum, { statements }) => sum + statements, 0),
    days: from && to ? [from, to] : [],
    gaps: missingMonths(articleDays ?? months.map(([month]) => `${month}-01`)),
    languages: [...new Set(parts.flatMap(({ languages }) => languages))].sort(),
    years: firstOfEach(months.map(([month, first]) => [Number(month.slice(0, 'YYYY'.length)), first])),
    months: files.write(JSON.stringify(months satisfies MonthFile)),
    parts: parts.map(({ part }) => part),
  };
}

/** The SHA-256 of the statements' lines, as in `statements.ndjson`; for several parts, the SHA-256 of theirs. */
function versionOf(parts: readonly BuiltPart[]): string {
  const [{ digest } = { digest: '' }, ...others] = parts;
  if (parts.length === 1) return digest;
  const all = createHash('sha256').update(digest);
  for (const other of others) all.update(other.digest);
  return all.digest('hex');
}

/** The first entry of each period. */
const firstOfEach = <Period>(entries: readonly [Period, number][]): [Period, number][] =>
  [...new Map(entries.toReversed())].reverse();
