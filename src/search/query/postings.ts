import type { ByteReader, ByteWriter } from './bytes.ts';

/** The number of length classes. Each is twice as long as the one before; the last is 128 words and more. */
const LENGTHS = 8;

/** The class of a length in words; `wordsOfLength` roughly inverts it. */
export const lengthOf = (words: number): number => Math.min(LENGTHS - 1, Math.floor(Math.log2(Math.max(1, words))));
export const wordsOfLength = (length: number): number => 2 ** length;

/** Writes a record number, as the step from the one before, with the length class of the statement. */
export function writeRecord(to: ByteWriter, step: number, length: number): void {
  to.number(step * LENGTHS + length);
}

/** Reads one record: the step from the one before, and its length class. */
export function readRecord(reader: ByteReader): { step: number; length: number } {
  const value = reader.number();
  return { step: Math.floor(value / LENGTHS), length: value % LENGTHS };
}

/** Reads `count` record numbers; the first is a step from `from`. */
export function readRecords(reader: ByteReader, count: number, from = 0): Uint32Array {
  const records = new Uint32Array(count);
  let last = from;
  for (let index = 0; index < count; index++) records[index] = last += Math.floor(reader.number() / LENGTHS);
  return records;
}

/** Writes the places in one record as doubled steps, plus one if more follow. */
export function writePlaces(to: ByteWriter, places: readonly number[]): void {
  let last = 0;
  for (const [index, place] of places.entries()) {
    to.number((place - last) * 2 + (index < places.length - 1 ? 1 : 0));
    last = place;
  }
}

/** Reads the places in one record. */
export function readPlaces(reader: ByteReader): number[] {
  const places: number[] = [];
  let last = 0;
  for (;;) {
    const step = reader.number();
    places.push((last += step >> 1));
    if (step % 2 === 0) return places;
  }
}
