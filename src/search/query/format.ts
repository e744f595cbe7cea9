import type { Day } from '../../base/day.ts';
import type { Edtf } from '../../base/edtf.ts';
import type { StatementId } from '../../base/ids.ts';
import type { StatementStatus } from '../../content/record-file.ts';
import type { StatementType } from '../../text/statement-types.ts';
import type { Address } from '../../text/address.ts';
import type { StatementRow } from '../../content/rows/statement-row.ts';

/**
 * The static index of statements, as files. Every file is deflated (RFC 1951) and named by a hash of its content, so
 * that it can be cached forever. A page contains the name of the entry; the entry leads, partly through the blocks, to
 * all other files. A large archive has two parts, older statements and the newest, so that a new article changes only
 * the files of the newest.
 *
 *   entry    what the index covers, and for each of its parts the names of the files
 *   block    the terms of a stretch of the alphabet, with the lists of the rare ones
 *   list     where frequent terms appear: record numbers, and places among the words
 *   records  statements as they are shown, several to a file
 *   months   the first record of each month, for searches by date
 *   column   the speaker and the type of each record, for counting
 *   speakers names by number
 *   spelling words by some of their letters, to correct misspellings
 *
 * Records are numbered from 0 in the order of publication, so that months are ranges of numbers. A term is a word (its
 * exact form, filed under its stem), a word of the speaker's name, role or description (`quill@`, filed beside it), or a
 * fact, `speaker:ada-quill`, filed under itself.
 */
export const FORMAT = 3;

/** The number of records per column file. */
export const RECORDS_A_COLUMN = 16_384;

/** The number of names per speaker file. */
export const NAMES_A_FILE = 512;

/** The number of records per part of a long list; a list of several parts has its places in separate files. */
export const PART = 4096;

/** The entry, as JSON. */
export interface Entry {
  format: number;
  /** A digest of all statements. */
  version: string;
  statements: number;
  /** The first and the last day of publication; empty while there are no statements. */
  days: [string, string] | [];
  /** Months between them without an article, `2023-05`. */
  gaps: string[];
  /** Primary languages of the statements, `en`. */
  languages: string[];
  /** The first record of each year that has any. */
  years: [year: number, first: number][];
  /** The name of the file of months. */
  months: string;
  /** Oldest first. */
  parts: IndexPart[];
}

/** A part of the index: the statements from one record up to the next part. */
export interface IndexPart {
  /** Its first record. Its lists and files count from there. */
  first: number;
  /** How many speakers are named in earlier parts; its own have the numbers after theirs. */
  firstSpeaker: number;
  /**
   * The first key of each block, cut to the prefix that distinguishes it from the block before; and the names of the
   * blocks.
   */
  keys: string[];
  blocks: string[];
  /** A term in at most this many records has its list in the block. */
  inline: number;
  /** The number of statements per file of records. */
  aFile: number;
  /** The number of record files that share a name but for a number. */
  aBundle: number;
  /** One name per bundle of record files. */
  records: string[];
  columns: string[];
  speakers: string[];
  spellings: string[];
}

/** A statement as a hit shows it. */
export type StoredStatement = [
  id: StatementId,
  type: StatementType,
  status: StatementStatus,
  shown: string,
  article: number,
  /** -1 if nobody is named. */
  speaker: number,
  sure: 0 | 1,
  /** In words: `about May 2023`. */
  said: Edtf | '',
];

/** A file of records, as JSON: statements that name articles and speakers by their places in this file. */
export interface RecordFile {
  articles: [published: Day, url: Address, title: string, language: string, outlet: string, topics: string[]][];
  speakers: [id: string, name: string, role: string][];
  statements: StoredStatement[];
}

/** The file of months, as JSON: the first record of each month, `2023-05`, that has any. */
export type MonthFile = [month: string, first: number][];

/** A file of speakers, as JSON. */
export type SpeakerFile = [id: string, name: string][];

/** How a statement names its speaker. */
export const NAMED = ['named', 'described', 'proposed', 'unknown'] as const;

/** Prefixes of the ids of people who are not speakers of the archive; no speaker's id begins with one. */
const DESCRIBED = '~';
const PROPOSED = '?';

/**
 * The id under which the index has a speaker: the speaker's own or, if there is none, a prefix and the words for the
 * speaker. `null` for nobody.
 */
export function indexedId(speaker: StatementRow['speaker']): string | null {
  if (!speaker) return null;
  const { id, name, described } = speaker;
  return id ?? (described === null ? PROPOSED + (name ?? '') : DESCRIBED + described);
}

/** How a statement whose speaker has this id names its speaker. */
export function namedBy(id: string | null | undefined): (typeof NAMED)[number] {
  if (!id) return 'unknown';
  return id.startsWith(DESCRIBED) ? 'described' : id.startsWith(PROPOSED) ? 'proposed' : 'named';
}

/** The part that contains a record. */
export function partOf({ parts }: Pick<Entry, 'parts'>, record: number): IndexPart | undefined {
  return parts.findLast(({ first }) => first <= record);
}

/** The name of the file that contains a record of a part. */
export function recordFileName({ first, aFile, aBundle, records }: IndexPart, record: number): string {
  const file = Math.floor((record - first) / aFile);
  return `${records[Math.floor(file / aBundle)]}-${file % aBundle}`;
}

/** The index of the last key that is not after the one sought; 0 if all are. */
export function placeOf(keys: readonly string[], sought: string): number {
  let [low, high] = [0, keys.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') <= sought) low = middle;
    else high = middle;
  }
  return low;
}

/** The form of a word as one for the speaker: `quill` -> `quill@`. No word contains the mark. */
export const speakerForm = (form: string): string => form + SPEAKER_MARK;
export const isSpeakerForm = (form: string): boolean => form.endsWith(SPEAKER_MARK);
export const wordOfSpeakerForm = (form: string): string => form.slice(0, -SPEAKER_MARK.length);
const SPEAKER_MARK = '@';

/** The key of a fact about statements: `speaker`, `ada-quill` -> `speaker:ada-quill`. No word contains a colon. */
export const factKey = (field: string, value: string): string => `${field}:${value}`;
