import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ByteReader, ByteWriter } from '../query/bytes.ts';
import { isSpeakerForm } from '../query/format.ts';
import { readPlaces, readRecord, writePlaces, writeRecord } from '../query/postings.ts';

/** Bytes of postings that are gathered in memory before they are spilled to disk. */
const GATHERED = 2 ** 23;
const BUFFER = 2 ** 20;

/** A term with its postings: the records, each with the bytes of its places (only for a word of the text). */
export interface GatheredTerm {
  /** The key it is filed under. */
  key: string;
  form: string;
  count: number;
  postings: () => Generator<{ record: number; length: number; places: Uint8Array }>;
}

/** The name under which a term is gathered: its key and its form. */
export const termName = (key: string, form: string): string => `${key}\n${form}`;

interface Gathering {
  bytes: ByteWriter;
  count: number;
  last: number;
}

interface Segment {
  name: string;
  count: number;
  bytes: Uint8Array;
}

/**
 * Gathers the postings of terms, record after record, with bounded memory: when they grow too large they are spilled to
 * disk as a sorted run, and the runs are merged at the end.
 */
export class TermRuns {
  readonly #folder = mkdtempSync(join(tmpdir(), 'verbatim-terms-'));
  readonly #gathered = new Map<string, Gathering>();
  #size = 0;
  #runs = 0;

  /**
   * Adds a term of a record; records must come in ascending order.
   *
   * @param length the length class of the statement; 0 for a fact or a word for the speaker
   * @param places empty for these
   */
  add(name: string, record: number, length: number, places: readonly number[]): void {
    let gathering = this.#gathered.get(name);
    if (!gathering) this.#gathered.set(name, (gathering = { bytes: new ByteWriter(), count: 0, last: 0 }));
    const before = gathering.bytes.length;
    writeRecord(gathering.bytes, record - gathering.last, length);
    if (places.length > 0) writePlaces(gathering.bytes, places);
    gathering.last = record;
    gathering.count++;
    this.#size += gathering.bytes.length - before;
    if (this.#size > GATHERED) this.#putBy();
  }

  /** All terms, ordered by key, then by form. */
  *terms(): Generator<GatheredTerm> {
    if (this.#gathered.size > 0) this.#putBy();
    const runs = Array.from({ length: this.#runs }, (_, run) => readRun(join(this.#folder, String(run))));
    const heads = runs.map((run) => run.next().value);
    for (;;) {
      let name: string | undefined;
      for (const head of heads) if (head && (name === undefined || head.name < name)) name = head.name;
      if (name === undefined) return;
      const segments: Segment[] = [];
      for (const [run, head] of heads.entries()) {
        if (head?.name !== name) continue;
        segments.push(head);
        heads[run] = runs[run]?.next().value;
      }
      yield gathered(name, segments);
    }
  }

  /** Removes the spilled files. */
  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }

  #putBy(): void {
    const run = openSync(join(this.#folder, String(this.#runs++)), 'w');
    let buffer = new ByteWriter();
    for (const name of [...this.#gathered.keys()].sort()) {
      const { count, bytes } = this.#gathered.get(name) as Gathering;
      buffer.text(name);
      buffer.number(count);
      buffer.number(bytes.length);
      buffer.bytes(bytes.view());
      if (buffer.length < BUFFER) continue;
      writeSync(run, buffer.view());
      buffer = new ByteWriter();
    }
    writeSync(run, buffer.view());
    closeSync(run);
    this.#gathered.clear();
    this.#size = 0;
  }
}

function gathered(name: string, segments: readonly Segment[]): GatheredTerm {
  const [key = '', form = ''] = name.split('\n');
  const isWord = !key.includes(':') && !isSpeakerForm(form);
  return {
    key,
    form,
    count: segments.reduce((sum, { count }) => sum + count, 0),
    postings: function* () {
      for (const { bytes } of segments) {
        const reader = new ByteReader(bytes);
        let record = 0;
        while (!reader.isAtEnd) {
          const { step, length } = readRecord(reader);
          record += step;
          yield { record, length, places: isWord ? reader.taken(readPlaces) : new Uint8Array() };
        }
      }
    },
  };
}

/** Reads the terms of a run lazily. */
function* readRun(path: string): Generator<Segment, undefined> {
  const file = openSync(path, 'r');
  let bytes = new Uint8Array();
  let at = 0;
  let isAll = false;
  /** Makes sure that `length` bytes are buffered, or all that are left. */
  const ahead = (length: number): void => {
    if (isAll || bytes.length - at >= length) return;
    const more = new Uint8Array(Math.max(BUFFER, length));
    const read = readSync(file, more);
    isAll = read < more.length;
    const rest = bytes.subarray(at);
    bytes = new Uint8Array(rest.length + read);
    bytes.set(rest);
    bytes.set(more.subarray(0, read), rest.length);
    at = 0;
  };
  for (;;) {
    ahead(BUFFER / 2);
    if (at >= bytes.length) break;
    const head = new ByteReader(bytes, at);
    let length = 0;
    let name = '';
    let count = 0;
    at += head.taken((reader) => {
      name = reader.text();
      count = reader.number();
      length = reader.number();
    }).length;
    ahead(length);
    yield { name, count, bytes: bytes.subarray(at, at + length) };
    at += length;
  }
  closeSync(file);
}
