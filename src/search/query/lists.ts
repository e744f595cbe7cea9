import type { ListPart, Stretch, Term } from './block.ts';
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

/** Reads the lists of terms; of long lists only the parts that are needed. */
export class Lists {
  readonly #files: IndexFiles;
  readonly #end: number;

  /** @param end the number of records */
  constructor(files: IndexFiles, end: number) {
    this.#files = files;
    this.#end = end;
  }

  /** The records of a term, at least those that are among the given ones or in the range. */
  async records(term: Term, among: Uint32Array | Range): Promise<Uint32Array> {
    if (term.list instanceof Uint8Array) return readRecords(new ByteReader(term.list), term.count);
    const parts = await Promise.all(this.#needed(term.list, among).map((part) => this.#recordsOf(part)));
    return parts.length === 1 && parts[0] ? parts[0] : concat(parts);
  }

  /** The places of a term in records, by record. */
  async places(term: Term, among: Uint32Array): Promise<Map<number, number[]>> {
    const places = new Map<number, number[]>();
    if (term.list instanceof Uint8Array) {
      const reader = new ByteReader(term.list);
      for (const record of readRecords(reader, term.count)) places.set(record, readPlaces(reader));
      return places;
    }
    const parts = this.#needed(term.list, among).filter((part) => part.places !== null);
    const read = await Promise.all(
      parts.map(async (part) => [await this.#recordsOf(part), await this.#reader(part.places as Stretch)] as const),
    );
    for (const [records, reader] of read) for (const record of records) places.set(record, readPlaces(reader));
    return places;
  }

  /** The length classes of a term's records, by record. */
  async lengths(term: Term, among: Uint32Array): Promise<Map<number, number>> {
    const lengths = new Map<number, number>();
    const gather = (reader: ByteReader, count: number, first: number): void => {
      let record = first;
      for (let index = 0; index < count; index++) {
        const { step, length } = readRecord(reader);
        lengths.set((record += step), length);
      }
    };
    if (term.list instanceof Uint8Array) gather(new ByteReader(term.list), term.count, 0);
    else {
      const parts = this.#needed(term.list, among);
      const readers = await Promise.all(parts.map(({ records }) => this.#reader(records)));
      for (const [index, { count, first }] of parts.entries()) gather(readers[index] as ByteReader, count, first);
    }
    return lengths;
  }

  /** The cost of reading a term's list, in bytes including requests. */
  cost({ list }: Term, among: Uint32Array | Range, withPlaces: boolean): number {
    if (list instanceof Uint8Array) return 0;
    const stretches = this.#needed(list, among).flatMap(({ records, places }) =>
      withPlaces && places ? [records, places] : [records],
    );
    const files = new Map(stretches.map(({ file, end }) => [file, end]));
    return [...files].reduce((sum, [file, end]) => sum + (this.#files.has(file) ? 0 : REQUEST + end), 0);
  }

  #needed(parts: readonly ListPart[], among: Uint32Array | Range): ListPart[] {
    return parts.filter(({ first }, index) => holdsWithin(among, first, parts[index + 1]?.first ?? this.#end));
  }

  async #recordsOf({ records, count, first }: ListPart): Promise<Uint32Array> {
    return readRecords(await this.#reader(records), count, first);
  }

  async #reader({ file, start, end }: Stretch): Promise<ByteReader> {
    return new ByteReader(await this.#files.bytes(file), start, end);
  }
}

function concat(parts: readonly Uint32Array[]): Uint32Array {
  const whole = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
