import { STATEMENT_TYPES } from '../../text/statement-types.ts';
import type { StatementRow } from '../../content/rows/statement-row.ts';
import { ByteWriter } from '../query/bytes.ts';
import { indexedId, NAMES_A_FILE, RECORDS_A_COLUMN } from '../query/format.ts';
import type { FileWriter } from './file-writer.ts';

/** Packs the speaker and the type of each record, for counting. */
export class ColumnPacker {
  readonly #files: FileWriter;
  readonly #columns: string[] = [];
  readonly #speakers = new Map<string, { number: number; name: string }>();
  #open = new ByteWriter();
  #held = 0;

  constructor(files: FileWriter) {
    this.#files = files;
  }

  add({ speaker, type }: StatementRow): void {
    if (this.#held === RECORDS_A_COLUMN) this.#end();
    this.#open.number(this.#numberOf(speaker) * STATEMENT_TYPES.length + STATEMENT_TYPES.indexOf(type));
    this.#held++;
  }

  close(): { columns: string[]; speakers: string[] } {
    if (this.#held > 0) this.#end();
    const names = Array.from(this.#speakers, ([id, { name }]) => [id, name]);
    const speakers: string[] = [];
    for (let from = 0; from < names.length; from += NAMES_A_FILE) {
      speakers.push(this.#files.write(JSON.stringify(names.slice(from, from + NAMES_A_FILE))));
    }
    return { columns: this.#columns, speakers };
  }

  /**
   * Numbers speakers from 1 in the order of their first statements, so that a new speaker does not renumber the others;
   * 0 is nobody.
   */
  #numberOf(speaker: StatementRow['speaker']): number {
    const id = indexedId(speaker);
    if (!speaker || id === null) return 0;
    const name = speaker.name ?? speaker.described ?? '';
    let known = this.#speakers.get(id);
    if (!known) this.#speakers.set(id, (known = { number: this.#speakers.size + 1, name }));
    return known.number;
  }

  #end(): void {
    this.#columns.push(this.#files.write(this.#open.view()));
    this.#open = new ByteWriter();
    this.#held = 0;
  }
}
