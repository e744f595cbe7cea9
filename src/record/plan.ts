import type { StatementId } from '../base/ids.ts';
import type { Document, YAMLMap } from 'yaml';
import type { ArticleSource } from '../content/article-source.ts';
import { paragraphDigests, searchedText } from '../content/searched-text.ts';
import { statementsIn } from '../content/statements-in.ts';
import type { Address } from '../text/address.ts';
import type { FoundStatement } from '../find/find-statements.ts';
import type { SearchedText } from '../content/matching/evidence.ts';
import type { RecordedStatement, StatementRecord } from '../content/record-file.ts';
import { newRecord } from './edit-record.ts';
import { type Reconciled, reconcile } from './reconcile.ts';

/** What a record says of the text that it was compared with while some addresses of a lost record wait for the editor. */
export const UNFINISHED = 'unfinished';

/** What is to be done to the record of one article; it is written in one go once all articles are known. */
export interface Plan {
  source: ArticleSource;
  record: Omit<StatementRecord, 'version' | 'searched'>;
  document: Document;
  searched: SearchedText;
  /** Whether the text was searched before as it is, so that nothing new is looked for. */
  isSettled: boolean;
  digests: string;
  reconciled: Reconciled;
  /** Ids that found statements have had before, and get back. */
  ids: Map<FoundStatement, StatementId>;
  /** Entries that come from other records, and where they are found. */
  arrivals: Arrival[];
  /** Found statements that an editor dismissed in another article. */
  dismissals: FoundStatement[];
  /** Found statements that an editor removed. */
  removed: { found: FoundStatement; id: StatementId }[];
  /** Entries that go to other records, with their nodes: by the time they leave, others have been added and removed. */
  departures: Map<RecordedStatement, YAMLMap>;
  /** What the editor has to decide before this record is up to date. */
  questions: string[];
}

/** An entry that moves into a record with its paragraph. */
export interface Arrival {
  /** The record that it leaves, its node there, and the record's path for messages. */
  document: Document;
  entry: YAMLMap;
  file: string;
  recorded: RecordedStatement;
  found: FoundStatement;
}

/** What is looked for in articles whose text did not change. */
export interface Search {
  /** Whether everything is, as in a new text. */
  isAgain: (source: ArticleSource) => boolean;
  /** Whether published statements that an editor may have removed are. */
  forRemoved: boolean;
}

/**
 * Compares an article with its record.
 *
 * @param own the addresses that the article has and had
 * @param all every article address of the archive
 */
export function planRecord(
  source: ArticleSource,
  language: string,
  own: readonly Address[],
  all: Iterable<Address>,
  { isAgain, forRemoved }: Search = { isAgain: () => false, forRemoved: false },
): Plan {
  const record = source.record?.value ?? { statements: [], dismissed: [], gone: [] };
  const searched = searchedText(source, language, all);
  const isSettled = searched.isCurrent && !isAgain(source);
  const found = isSettled && !forRemoved ? [] : statementsIn(source);
  return {
    source,
    record,
    document: source.record?.document ?? newRecord(),
    searched,
    isSettled,
    digests: paragraphDigests(source),
    reconciled: reconcile(record, found, searched, own),
    ids: new Map(),
    arrivals: [],
    dismissals: [],
    removed: [],
    departures: new Map(),
    questions: [],
  };
}
