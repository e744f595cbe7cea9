import { ByteWriter } from '../query/bytes.ts';
import type { ListPart, StoredTerm, Stretch } from '../query/block.ts';
import { PART } from '../query/format.ts';
import { writeRecord } from '../query/postings.ts';
import type { FileWriter } from './file-writer.ts';
import type { GatheredTerm } from './term-runs.ts';

/** A file of lists is closed when it reaches this many bytes, before compression. */
const FULL = 3000;

/**
 * Packs the lists of terms: short lists go into the block, longer ones share files, and the longest are split into
 * parts with files of their own, places apart from records.
 */
export class ListPacker {
  readonly #files: FileWriter;
  readonly #inline: number;
  #open = new ByteWriter();
  #stretches: Stretch[] = [];

  /** @param inline the most records of a term that has its list in the block */
  constructor(files: FileWriter, inline: number) {
    this.#files = files;
    this.#inline = inline;
  }

  /** The term as it is written to a block. The names of its files are filled in by `close`. */
  pack({ form, count, postings }: GatheredTerm): StoredTerm {
    const parts: ListPart[] = [];
    let [records, places, first, last, held] = [new ByteWriter(), new ByteWriter(), 0, 0, 0];
    const end = (): void => {
      parts.push(this.#part(first, held, records, places, count > PART));
      [records, places, held] = [new ByteWriter(), new ByteWriter(), 0];
    };
    for (const posting of postings()) {
      if (held === PART) end();
      if (held === 0) first = last = count <= this.#inline ? 0 : posting.record;
      writeRecord(records, posting.record - last, posting.length);
      places.bytes(posting.places);
      last = posting.record;
      held++;
    }
    if (count > this.#inline) {
      end();
      return { form, count, list: parts };
    }
    records.bytes(places.view());
    return { form, count, list: records.view() };
  }

  /** Writes the file that is still open. */
  close(): void {
    if (this.#open.length === 0) return;
    const name = this.#files.write(this.#open.view());
    for (const stretch of this.#stretches) stretch.file = name;
    this.#open = new ByteWriter();
    this.#stretches = [];
  }

  #part(first: number, count: number, records: ByteWriter, places: ByteWriter, isAlone: boolean): ListPart {
    const put = isAlone ? (part: ByteWriter) => this.#alone(part) : (part: ByteWriter) => this.#beside(part);
    const part = { first, count, records: put(records), places: places.length > 0 ? put(places) : null };
    if (this.#open.length > FULL) this.close();
    return part;
  }

  #alone(part: ByteWriter): Stretch {
    return { file: this.#files.write(part.view()), start: 0, end: part.length };
  }

  #beside(part: ByteWriter): Stretch {
    const stretch = { file: '', start: this.#open.length, end: this.#open.length + part.length };
    this.#open.bytes(part.view());
    this.#stretches.push(stretch);
    return stretch;
  }
}
