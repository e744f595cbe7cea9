import type { ListPart, StoredTerm, Stretch } from './block.ts';
import { ByteReader } from './bytes.ts';
import type { IndexFiles } from './index-files.ts';
import { readPlaces, readRecord, readRecords } from './postings.ts';
import { holdsWithin } from './sets.ts';

/**
 * The cost of a request besides its content, in bytes: about what a slow link transfers in a third of its round trip.
 */
export const REQUEST = 4000;

/** A range of record numbers, end exclusive. */
export interface Range {
  from: number;
  to: number;
}

/** A term of the index, with its list in each part that has it. */
export interface Term {
  form: string;
  /** The number of records that contain it. */
  count: number;
  lists: PartList[];
}

/** The list of a term in the part of the index whose records are in a range. */
export interface PartList {
  stored: StoredTerm['list'];
  count: number;
  part: Range;
}

/** Reads the lists of terms; of long lists only the parts that are needed. */
export class Lists {
  readonly #files: IndexFiles;

  constructor(files: IndexFiles) {
    this.#files = files;
  }

  /** The records of a term, at least those that are among the given ones or in the range. */
  async records({ lists }: Term, among: Uint32Array | Range): Promise<Uint32Array> {
    const read = lists.map(async ({ stored, count, part }) => {
      if (stored instanceof Uint8Array) return readRecords(new ByteReader(stored), count, part.from);
      return concat(await Promise.all(needed(stored, part, among).map((piece) => this.#recordsOf(piece, part))));
    });
    return concat(await Promise.all(read));
  }

  /** The places of a term in records, by record. */
  async places({ lists }: Term, among: Uint32Array): Promise<Map<number, number[]>> {
    const places = new Map<number, number[]>();
    const gather = (reader: ByteReader, records: Uint32Array): void => {
      for (const record of records) places.set(record, readPlaces(reader));
    };
    for (const { stored, count, part } of lists) {
      if (stored instanceof Uint8Array) {
        const reader = new ByteReader(stored);
        gather(reader, readRecords(reader, count, part.from));
        continue;
      }
      const pieces = needed(stored, part, among).filter((piece) => piece.places !== null);
      const read = pieces.map((piece) =>
        Promise.all([this.#reader(piece.places as Stretch), this.#recordsOf(piece, part)]),
      );
      for (const [reader, records] of await Promise.all(read)) gather(reader, records);
    }
    return places;
  }

  /** The length classes of a term's records, by record. */
  async lengths({ lists }: Term, among: Uint32Array): Promise<Map<number, number>> {
    const lengths = new Map<number, number>();
    const gather = (reader: ByteReader, count: number, first: number): void => {
      let record = first;
      for (let index = 0; index < count; index++) {
        const { step, length } = readRecord(reader);
        lengths.set((record += step), length);
      }
    };
    for (const { stored, count, part } of lists) {
      if (stored instanceof Uint8Array) {
        gather(new ByteReader(stored), count, part.from);
        continue;
      }
      const pieces = needed(stored, part, among);
      const readers = await Promise.all(pieces.map(({ records }) => this.#reader(records)));
      for (const [index, piece] of pieces.entries()) {
        gather(readers[index] as ByteReader, piece.count, part.from + piece.first);
      }
    }
    return lengths;
  }

  /** The cost of reading a term's lists, in bytes including requests. */
  cost({ lists }: Term, among: Uint32Array | Range, withPlaces: boolean): number {
    const stretches = lists
      .flatMap(({ stored, part }) => (stored instanceof Uint8Array ? [] : needed(stored, part, among)))
      .flatMap(({ records, places }) => (withPlaces && places ? [records, places] : [records]));
    const files = new Map(stretches.map(({ file, end }) => [file, end]));
    return [...files].reduce((sum, [file, end]) => sum + (this.#files.has(file) ? 0 : REQUEST + end), 0);
  }

  async #recordsOf({ records, count, first }: ListPart, part: Range): Promise<Uint32Array> {
    return readRecords(await this.#reader(records), count, part.from + first);
  }

  async #reader({ file, start, end }: Stretch): Promise<ByteReader> {
    return new ByteReader(await this.#files.bytes(file), start, end);
  }
}

/** The parts of a long list that may have any of these records. */
function needed(parts: readonly ListPart[], { from, to }: Range, among: Uint32Array | Range): ListPart[] {
  return parts.filter(({ first }, index) => {
    const next = parts[index + 1]?.first;
    return holdsWithin(among, from + first, next === undefined ? to : from + next);
  });
}

function concat(parts: readonly Uint32Array[]): Uint32Array {
  if (parts.length === 1 && parts[0]) return parts[0];
  const whole = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
