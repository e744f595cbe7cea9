import { Document, isMap, isSeq, type YAMLSeq } from 'yaml';
import type { Day } from '../base/day.ts';
import type { GoneStatement, RecordedStatement } from './record-file.ts';

/** A statement as it is first written into a record. */
export type NewStatement = { id: string } & Pick<RecordedStatement, 'type' | 'quote' | 'status'> &
  Partial<Pick<RecordedStatement, 'occurrence' | 'speaker' | 'source' | 'cue' | 'sure' | 'said' | 'saidBasis'>>;

const HEADING = ' The statements of the article beside this file. Its fields: src/statements/record-file.ts.';

/** An empty record. */
export function newRecord(): Document {
  const document = new Document({ statements: [] });
  document.commentBefore = HEADING;
  return document;
}

/** Gives an id to an entry that an editor wrote without one. */
export function setId(record: Document, index: number, id: string): void {
  const item = sequence(record, 'statements').items[index];
  if (isMap(item)) item.items.unshift(record.createPair('id', id));
}

/**
 * Adds a statement at its place among the others; what stands there already keeps its words, order and comments.
 *
 * @param index how many statements of the record stand before it in the article
 */
export function addStatement(record: Document, statement: NewStatement, index: number): void {
  insert(record, 'statements', statement, index);
}

/** Says which one a statement is, of the places where its words stand; without a number where they stand once. */
export function setOccurrence(record: Document, index: number, occurrence: number | undefined): void {
  if (occurrence) record.setIn(['statements', index, 'occurrence'], occurrence);
  else record.deleteIn(['statements', index, 'occurrence']);
}

/** Marks a statement as seen by an editor. */
export function confirmStatement(record: Document, index: number): void {
  record.setIn(['statements', index, 'status'], 'confirmed');
  record.deleteIn(['statements', index, 'sure']);
}

/** Gives a statement the words that stand in the text now; what it said before goes to its history. */
export function acceptWords(
  record: Document,
  index: number,
  words: { quote: string[]; occurrence: number | undefined },
  before: { until: Day; quote: string[]; why: string },
): void {
  const path = ['statements', index];
  record.setIn([...path, 'quote'], record.createNode(words.quote));
  setOccurrence(record, index, words.occurrence);
  const history = record.getIn([...path, 'history'], true);
  const entry = record.createNode(before);
  if (isSeq(history)) history.items.unshift(entry);
  else record.setIn([...path, 'history'], record.createNode([entry]));
}

/** Moves a statement that is not in the text any more to the entries that are gone; its id keeps an address. */
export function retireStatement(record: Document, entry: Omit<GoneStatement, 'withhold'>): void {
  const statements = sequence(record, 'statements');
  statements.items = statements.items.filter((item) => !(isMap(item) && item.get('id') === entry.id));
  addGone(record, entry);
}

/** Adds an entry for a statement that is gone. */
export function addGone(record: Document, entry: Omit<GoneStatement, 'withhold'>): void {
  insert(record, 'gone', entry, Infinity);
}

/** The text of a record. Long quotations stay on one line, so that a changed word is one changed line. */
export function recordText(record: Document): string {
  return record.toString({ lineWidth: 0 });
}

function insert(record: Document, key: string, entry: object, index: number): void {
  const node = record.createNode(entry);
  const { items } = sequence(record, key);
  node.spaceBefore = index > 0 && items.length > 0;
  items.splice(index, 0, node);
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
