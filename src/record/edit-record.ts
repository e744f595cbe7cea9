import type { StatementId } from '../base/ids.ts';
import { Document, isMap, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Day } from '../base/day.ts';
import {
  type Anchor,
  type Dismissed,
  type GoneStatement,
  RECORD_VERSION,
  type RecordedStatement,
} from '../content/record-file.ts';
import type { Surroundings } from '../content/matching/surroundings.ts';

/** A statement as it is first written into a record. */
export type NewStatement = { id: StatementId } & Pick<RecordedStatement, 'type' | 'quote' | 'status'> &
  Partial<Pick<RecordedStatement, 'occurrence' | 'before' | 'after' | 'source' | 'cue' | 'said' | 'saidBasis'>> &
  Attribution;

/** Who says a statement, as its entry keeps it. */
export type Attribution = Pick<RecordedStatement, 'speaker' | 'described' | 'proposed' | 'role' | 'status'> & {
  sure?: boolean;
};

/** A statement that is gone, as it is first written. */
type NewGoneStatement = Omit<GoneStatement, 'withhold'> & { withhold?: boolean };

/** What tells a statement from others of the same words; nothing when its words appear once. */
export type Whereabouts = Partial<Surroundings> & { occurrence?: number };

const HEADING = ' The statements of the article beside this file. Its fields: docs/editing.md.';

/** An empty record. */
export function newRecord(): Document {
  const document = new Document({ version: RECORD_VERSION, statements: [] });
  document.commentBefore = HEADING;
  return document;
}

/** Says in which format a record is, at its beginning. */
export function setVersion(record: Document): void {
  if (isMap(record.contents)) record.contents.items.unshift(record.createPair('version', RECORD_VERSION));
}

/** Says which text a record was compared with; at its end, where it is out of the editor's way. */
export function setSearched(record: Document, digests: string): void {
  record.set('searched', digests);
}

/** Gives an id to an entry that an editor wrote without one. */
export function setId(record: Document, index: number, id: StatementId): void {
  entryAt(record, index)?.items.unshift(record.createPair('id', id));
}

/**
 * Adds a statement at its place among the others; what is there already keeps its words, order and comments.
 *
 * @param index how many statements of the record come before it in the article
 */
export function addStatement(record: Document, statement: NewStatement, index: number): void {
  insert(record, 'statements', record.createNode(statement), index);
}

/** Writes who says a statement, and how sure that is, in place of what an entry says of it. */
export function setAttribution(record: Document, entry: YAMLMap, attribution: Attribution): void {
  const { status, sure, speaker, described, proposed, role } = attribution;
  for (const [key, value] of Object.entries({ role, proposed, described, speaker })) {
    if (value === undefined) entry.delete(key);
    else if (entry.has(key)) entry.set(key, value);
    else insertAfter(record, entry, key, value);
  }
  entry.set('status', status);
  setField(record, entry, 'sure', sure === false ? false : undefined);
}

/** Says what the article says the speaker is; `undefined`: nothing. */
export function setRole(entry: YAMLMap, role: string | undefined): void {
  if (role === undefined) entry.delete('role');
  else entry.set('role', role);
}

/** Takes an entry out of a record. */
export function removeStatement(record: Document, entry: YAMLMap): void {
  const list = sequence(record, 'statements');
  list.items = list.items.filter((item) => item !== entry);
}

/** Puts an entry of another record at its place among the others. */
export function putStatement(record: Document, entry: YAMLMap, index: number): void {
  insert(record, 'statements', entry, index);
}

/** Says which one a statement is, of the places where its words appear. */
export function setWhereabouts(record: Document, entry: YAMLMap, { occurrence, before, after }: Whereabouts): void {
  for (const [key, value] of Object.entries({ occurrence, before, after })) {
    if (value === undefined) entry.delete(key);
    else if (entry.has(key)) entry.set(key, value);
    else insertAfter(record, entry, key, value);
  }
}

/** Sets a field of an entry, or removes it. */
export function setField(
  record: Document,
  entry: YAMLMap,
  key: 'type' | 'source' | 'cue' | 'sure' | 'said' | 'saidBasis',
  value: Anchor | string | boolean | undefined,
): void {
  if (value === undefined) entry.delete(key);
  else entry.set(key, typeof value === 'object' ? record.createNode(value) : value);
}

/** The entry of a statement in a record. */
export function entryAt(record: Document, index: number): YAMLMap | null {
  const entry = sequence(record, 'statements').items[index];
  return isMap(entry) ? entry : null;
}

/** Gives a statement the words that the text has now; what it said before goes to its history, if it was published. */
export function acceptWords(
  record: Document,
  index: number,
  quote: string[],
  before: { until: Day; quote: string[]; why: string } | null,
): void {
  record.setIn(['statements', index, 'quote'], record.createNode(quote));
  if (before) addHistory(record, index, before);
}

/** Adds what a statement was until today, before what it was earlier. */
export function addHistory(
  record: Document,
  index: number,
  before: { until: Day; quote?: string[]; speaker?: string; described?: string; why: string },
): void {
  const path = ['statements', index, 'history'];
  const history = record.getIn(path, true);
  const entry = record.createNode(before);
  if (isSeq(history)) history.items.unshift(entry);
  else record.setIn(path, record.createNode([entry]));
}

/** Says of words that they are not a statement. */
export function addDismissed(record: Document, entry: Dismissed): void {
  insert(record, 'dismissed', record.createNode(entry), Infinity);
}

/** Takes an entry of something dismissed out. */
export function removeDismissed(record: Document, quote: readonly string[], occurrence: number | undefined): void {
  const list = sequence(record, 'dismissed');
  list.items = list.items.filter((item) => {
    if (!isMap(item) || item.get('occurrence') !== occurrence) return true;
    const words = item.toJSON() as { quote?: string | string[] };
    return [words.quote].flat().join('\n') !== quote.join('\n');
  });
  if (list.items.length === 0) record.delete('dismissed');
}

/** The entry of something dismissed. */
export function dismissedAt(record: Document, index: number): YAMLMap | null {
  const entry = sequence(record, 'dismissed').items[index];
  return isMap(entry) ? entry : null;
}

/** Moves a statement that is not in the text any more to the entries that are gone; its id keeps an address. */
export function retireStatement(record: Document, entry: NewGoneStatement): void {
  dropStatement(record, entry.id);
  addGone(record, entry);
}

/** Takes a statement out of a record. */
export function dropStatement(record: Document, id: StatementId): void {
  const statements = sequence(record, 'statements');
  statements.items = statements.items.filter((item) => !(isMap(item) && item.get('id') === id));
}

/** Adds an entry for a statement that is gone. */
export function addGone(record: Document, entry: NewGoneStatement): void {
  insert(record, 'gone', record.createNode(entry), Infinity);
}

/** Takes out the entry of a statement that is there again. */
export function removeGone(record: Document, id: StatementId): void {
  const gone = sequence(record, 'gone');
  gone.items = gone.items.filter((item) => !(isMap(item) && item.get('id') === id));
  if (gone.items.length === 0) record.delete('gone');
}

/** The text of a record. Long quotations stay on one line, so that a changed word is one changed line. */
export function recordText(record: Document): string {
  return record.toString({ lineWidth: 0 });
}

function insert(record: Document, key: string, node: YAMLMap, index: number): void {
  const { items } = sequence(record, key);
  node.spaceBefore = index > 0 && items.length > 0;
  items.splice(index, 0, node);
}

/** The fields that tell equal words apart follow the words, and those that say who speaks follow them. */
function insertAfter(record: Document, entry: YAMLMap, key: string, value: string | number | boolean): void {
  const keys = entry.items.map((pair) => String(pair.key));
  const order = ['quote', 'occurrence', 'before', 'after'];
  const at = Math.max(...order.slice(0, order.includes(key) ? 3 : 4).map((name) => keys.indexOf(name)));
  entry.items.splice(at + 1, 0, record.createPair(key, value) as YAMLMap['items'][number]);
}

function sequence(record: Document, key: string): YAMLSeq {
  const existing = record.get(key, true);
  if (isSeq(existing)) {
    existing.flow = false;
    return existing;
  }
  const created = record.createNode([]);
  created.flow = false;
  record.set(key, created);
  return created;
}
