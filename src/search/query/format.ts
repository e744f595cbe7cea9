import type { StatementRow } from '../../content/rows/statement-row.ts';

/**
 * The static index of statements, as files. Every file is deflated (RFC 1951) and named by a hash of what it holds, so
 * that it can be cached for ever; a page holds the name of the entry, and the entry names, by way of the blocks, all
 * others.
 *
 *   entry    what the archive is; where the blocks, records, columns, speakers and spellings are
 *   block    the terms of a stretch of the alphabet, with the lists of the rare ones
 *   list     where frequent terms stand: record numbers, and places among the words
 *   records  statements as they are shown, some to a file
 *   column   the speaker and the type of each record, for counting
 *   speakers names by number
 *   spelling words by some of their letters, for the repair of a slip
 *
 * Records are numbered from 0 in the order of publication, so that years are ranges of numbers. A term is a word (its
 * exact form, filed under its stem) or a fact, `speaker:ada-quill`, filed under itself.
 */
export const FORMAT = 1;

/**
 * Statements in a file of records, by how many there are in all. Fewer make a hit lighter, and more files: a small archive
 * has few anyway, and a very large one many, whatever is done here.
 */
export function recordsAFile(statements: number): number {
  if (statements < 20_000) return 8;
  return statements < 300_000 ? 24 : 12;
}

/** Files of records that share a name, but for their number: a name a file would not fit into the entry. */
export const FILES_A_BUNDLE = 160;

/** Records in a file of columns. */
export const RECORDS_A_COLUMN = 16_384;

/** Names in a file of speakers. */
export const NAMES_A_FILE = 512;

/** A term in at most this many records has its list in the block. */
export const INLINE = 48;

/** Records in one part of a long list; a list that has more than one keeps its places in files of their own. */
export const PART = 4096;

/** The entry, as JSON. */
export interface Entry {
  format: number;
  /** A digest of all statements. */
  version: string;
  statements: number;
  /** The first and the last day of publication; empty while there are no statements. */
  days: [string, string] | [];
  /** Months without an article between them, `2023-05`. */
  gaps: string[];
  /** Primary languages of the statements, `en`. */
  languages: string[];
  /** The first record of each year that has any. */
  years: [year: number, first: number][];
  /** The first key of each block, cut to what tells it from the block before; and the blocks' files. */
  keys: string[];
  blocks: string[];
  /** How many statements a file of records holds. */
  aFile: number;
  /** One name a bundle of files of records. */
  records: string[];
  columns: string[];
  speakers: string[];
  spellings: string[];
}

/** A statement as a hit shows it. */
export type StoredStatement = [
  id: string,
  type: string,
  status: string,
  text: string,
  article: number,
  /** -1 if nobody is named. */
  speaker: number,
  sure: 0 | 1,
  /** In words: `about May 2023`. */
  said: string,
];

/** A file of records, as JSON: statements that name articles and speakers by their places in this file. */
export interface RecordFile {
  articles: [day: string, url: string, title: string, language: string, outlet: string, topics: string[]][];
  speakers: [id: string, name: string, role: string][];
  statements: StoredStatement[];
}

/** A file of speakers, as JSON. */
export type SpeakerFile = [id: string, name: string][];

/** How a statement names its speaker. */
export const NAMED = ['named', 'described', 'proposed', 'unknown'] as const;

/** What the id of somebody who is not a speaker of the archive begins with; no speaker's id does. */
const DESCRIBED = '~';
const PROPOSED = '?';

/** Under which id the index has a speaker: its own or, of somebody without one, the words for it. `null` for nobody. */
export function indexedId(speaker: StatementRow['speaker']): string | null {
  if (!speaker) return null;
  const { id, name, described } = speaker;
  return id ?? (described === null ? PROPOSED + (name ?? '') : DESCRIBED + described);
}

/** How a statement with such an id names its speaker. */
export function namedBy(id: string | null | undefined): (typeof NAMED)[number] {
  if (!id) return 'unknown';
  return id.startsWith(DESCRIBED) ? 'described' : id.startsWith(PROPOSED) ? 'proposed' : 'named';
}

/** The types of statements, as the columns number them. */
export const TYPES = ['direct', 'partial', 'reported'] as const;

/** The name of the file that holds a record. */
export function recordFileName({ aFile, records }: Pick<Entry, 'aFile' | 'records'>, record: number): string {
  const file = Math.floor(record / aFile);
  return `${records[Math.floor(file / FILES_A_BUNDLE)]}-${file % FILES_A_BUNDLE}`;
}

/** The place of the last key that is not after one sought; 0 before all. */
export function placeOf(keys: readonly string[], sought: string): number {
  let [low, high] = [0, keys.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') <= sought) low = middle;
    else high = middle;
  }
  return low;
}

/** The key of a fact about statements: `speaker`, `ada-quill` -> `speaker:ada-quill`. No word holds a colon. */
export const factKey = (field: string, value: string): string => `${field}:${value}`;
