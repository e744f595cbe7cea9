import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { encodeHash } from '../../base/hash.ts';

/** The length of a file's name: 50 bits. */
const NAME = 10;

/** Writes the files of an index, each deflated and named by a hash of its content. */
export class FileWriter {
  readonly #folder: string;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
  }

  /** Writes one file; returns its name. */
  write(content: Uint8Array | string): string {
    return this.#store([content])[0] ?? '';
  }

  /** Writes files whose names differ only in a number: `name-0`, `name-1`. Returns the name without it. */
  writeBundle(contents: readonly string[]): string {
    const [first = ''] = this.#store(contents, true);
    return first.replace(/-0$/, '');
  }

  #store(contents: readonly (Uint8Array | string)[], isNumbered = false): string[] {
    const packed = contents.map((content) => deflateRawSync(content, { level: 9 }));
    const hash = createHash('sha256');
    for (const part of packed) hash.update(part);
    const name = encodeHash(hash.digest(), NAME);
    return packed.map((part, number) => {
      const own = isNumbered ? `${name}-${number}` : name;
      writeFileSync(join(this.#folder, `${own}.bin`), part);
      return own;
    });
  }
}
