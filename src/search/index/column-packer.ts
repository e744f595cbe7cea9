import { STATEMENT_TYPES } from '../../text/statement-types.ts';
import type { StatementRow } from '../../content/rows/statement-row.ts';
import { ByteWriter } from '../query/bytes.ts';
import { RECORDS_A_COLUMN } from '../query/format.ts';
import type { FileWriter } from './file-writer.ts';

/** Packs the speaker and the type of each record, for counting. */
export class ColumnPacker {
  readonly #files: FileWriter;
  readonly #columns: string[] = [];
  #open = new ByteWriter();
  #held = 0;

  constructor(files: FileWriter) {
    this.#files = files;
  }

  /** @param speaker the number of the speaker; 0 is nobody */
  add(speaker: number, type: StatementRow['type']): void {
    if (this.#held === RECORDS_A_COLUMN) this.#end();
    this.#open.number(speaker * STATEMENT_TYPES.length + STATEMENT_TYPES.indexOf(type));
    this.#held++;
  }

  close(): string[] {
    if (this.#held > 0) this.#end();
    return this.#columns;
  }

  #end(): void {
    this.#columns.push(this.#files.write(this.#open.view()));
    this.#open = new ByteWriter();
    this.#held = 0;
  }
}
