import { ByteReader, type ByteWriter } from './bytes.ts';

/** A stretch of a file's bytes. */
export interface Stretch {
  file: string;
  start: number;
  end: number;
}

/** A part of a long list, stored in files: records from `first` on. Records count from the first of the index part. */
export interface ListPart {
  first: number;
  count: number;
  records: Stretch;
  /** Where the term appears in each record; `null` for a fact. */
  places: Stretch | null;
}

/** A term of a part of the index, with its list, which is in the block itself or in parts elsewhere. */
export interface StoredTerm {
  form: string;
  /** The number of records that contain it. */
  count: number;
  list: Uint8Array | ListPart[];
}

/** What a word may lead to. */
export const LEAD_KINDS = ['speaker', 'role', 'topic'] as const;

/** A speaker, or a topic, that a word leads to: by its name, or a speaker by a word of the role. */
export interface IndexedLead {
  kind: (typeof LEAD_KINDS)[number];
  id: string;
  name: string;
  /** The latest role of a speaker; empty if none is recorded. */
  role: string;
  /** The number of statements. */
  count: number;
}

/** What is filed under a key: the forms of a word (or one fact), and what the word leads to. */
export interface Group {
  key: string;
  terms: StoredTerm[];
  leads: IndexedLead[];
}

/** The id that most names have, which is not written: `Ada Quill` -> `ada-quill`. */
const usualId = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

/** Writes a block: the names of the files that contain its lists, then its groups in the order of their keys. */
export function writeBlock(to: ByteWriter, groups: readonly Group[]): void {
  const files = [...new Set(groups.flatMap(({ terms }) => terms.flatMap(({ list }) => filesOf(list))))];
  to.number(files.length);
  for (const file of files) to.text(file);
  let last = '';
  for (const { key, terms, leads } of groups) {
    writeShared(to, key, last);
    last = key;
    to.number(terms.length);
    for (const { form, count, list } of terms) {
      writeShared(to, form, key);
      to.number(count);
      if (list instanceof Uint8Array) to.bytes(writeLength(to, list));
      else writeParts(to, list, files);
    }
    to.number(leads.length);
    for (const { kind, id, name, role, count } of leads) {
      to.number(LEAD_KINDS.indexOf(kind));
      for (const text of [id === usualId(name) ? '' : id, name, role]) to.text(text);
      to.number(count);
    }
  }
}

/**
 * Reads a block.
 *
 * @param inline the most records of a term that has its list in the block
 */
export function readBlock(bytes: Uint8Array, inline: number): Group[] {
  const reader = new ByteReader(bytes);
  const files = times(reader.number(), () => reader.text());
  const groups: Group[] = [];
  let key = '';
  while (!reader.isAtEnd) {
    key = readShared(reader, key);
    const own = key;
    const terms = times(reader.number(), (): StoredTerm => {
      const form = readShared(reader, own);
      const count = reader.number();
      const list = count <= inline ? reader.bytes(reader.number()) : readParts(reader, files);
      return { form, count, list };
    });
    const leads = times(reader.number(), (): IndexedLead => {
      const kind = LEAD_KINDS[reader.number()] ?? 'speaker';
      const [id, name, role] = [reader.text(), reader.text(), reader.text()];
      return { kind, id: id || usualId(name), name, role, count: reader.number() };
    });
    groups.push({ key, terms, leads });
  }
  return groups;
}

function filesOf(list: StoredTerm['list']): string[] {
  if (list instanceof Uint8Array) return [];
  return list.flatMap(({ records, places }) => [records.file, ...(places ? [places.file] : [])]);
}

function writeLength(to: ByteWriter, list: Uint8Array): Uint8Array {
  to.number(list.length);
  return list;
}

function writeParts(to: ByteWriter, parts: readonly ListPart[], files: readonly string[]): void {
  const stretch = ({ file, start, end }: Stretch): void => {
    to.number(files.indexOf(file) + 1);
    to.number(start);
    to.number(end - start);
  };
  to.number(parts.length);
  let last = 0;
  for (const { first, count, records, places } of parts) {
    to.number(first - last);
    last = first;
    to.number(count);
    stretch(records);
    if (places) stretch(places);
    else to.number(0);
  }
}

function readParts(reader: ByteReader, files: readonly string[]): ListPart[] {
  const stretch = (): Stretch | null => {
    const file = reader.number();
    if (file === 0) return null;
    const start = reader.number();
    return { file: files[file - 1] ?? '', start, end: start + reader.number() };
  };
  let first = 0;
  return times(reader.number(), () => {
    first += reader.number();
    const count = reader.number();
    const records = stretch();
    if (!records) throw new RangeError('A list has no records');
    return { first, count, records, places: stretch() };
  });
}

/** Writes a text as the length of the prefix that it shares with another, and the rest. */
function writeShared(to: ByteWriter, text: string, other: string): void {
  let shared = 0;
  while (shared < other.length && text[shared] === other[shared]) shared++;
  to.number(shared);
  to.text(text.slice(shared));
}

const readShared = (reader: ByteReader, other: string): string => other.slice(0, reader.number()) + reader.text();

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
