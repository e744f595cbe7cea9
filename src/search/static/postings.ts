import { ByteReader, type ByteWriter } from './bytes.ts';

/** Writes record numbers as the steps between them; the first is a step from `from`. */
export function writeRecords(to: ByteWriter, records: readonly number[], from = 0): void {
  let last = from;
  for (const record of records) {
    to.number(record - last);
    last = record;
  }
}

/** Reads `count` record numbers. */
export function readRecords(reader: ByteReader, count: number, from = 0): Uint32Array {
  const records = new Uint32Array(count);
  let last = from;
  for (let index = 0; index < count; index++) records[index] = last += reader.number();
  return records;
}

/** Writes the places in one record as doubled steps, odd while more follow. */
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
