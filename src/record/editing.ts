import type { Document, YAMLMap } from 'yaml';
import type { Day } from '../base/day.ts';
import type { ArticleSource } from '../content/article-source.ts';
import type { Ledger } from '../content/ledger.ts';
import type { RecordedStatement } from '../content/record-file.ts';
import { entryAt } from './edit-record.ts';
import type { NewIds } from './new-ids.ts';
import type { SpeakerFiles } from './speaker-files.ts';
import type { StatementMaker } from './statement-maker.ts';

/** What an editor's decisions need to know of the archive. */
export interface Editing {
  speakers: SpeakerFiles;
  ledger: Ledger;
  maker: StatementMaker;
  ids: NewIds;
  today: Day;
}

/** A statement in a record, and its place there. */
export interface Entry {
  source: ArticleSource;
  statement: RecordedStatement;
  index: number;
}

/** The entries of an article's record. */
export const entriesOf = (source: ArticleSource): Entry[] =>
  (source.record?.value?.statements ?? []).map((statement, index) => ({ source, statement, index }));

/** The record of a statement that was read from it. */
export function documentOf({ record, recordFile }: ArticleSource): Document {
  if (!record) throw new Error(`There is no record ${recordFile}.`);
  return record.document;
}

/** The node of an entry in its record. */
export function nodeOf({ source, index }: Entry): YAMLMap {
  const node = entryAt(documentOf(source), index);
  if (!node) throw new Error(`${source.recordFile} has no statement ${index + 1}.`);
  return node;
}
