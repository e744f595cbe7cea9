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
  readonly #isKept: (name: string) => boolean;
  readonly #scope: string;
  /** The names of all files, written or kept. */
  readonly names: string[] = [];

  /**
   * @param scope keeps files apart from those of other scopes that have the same content
   * @param isKept whether a file, by its name, exists where the index goes, so that it need not be written
   */
  constructor(folder: string, scope: string, isKept: (name: string) => boolean = () => false) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    this.#scope = scope;
    this.#isKept = isKept;
  }

  /** Writes one file; returns its name without the ending. */
  write(content: Uint8Array | string): string {
    return this.#store([content])[0] ?? '';
  }

  /** Writes files whose names differ only in a number: `name-0`, `name-1`. Returns the name without it. */
  writeBundle(contents: readonly string[]): string {
    const [first = ''] = this.#store(contents, true);
    return first.replace(/-0$/, '');
  }

  #store(contents: readonly (Uint8Array | string)[], isNumbered = false): string[] {
    const hash = createHash('sha256').update(`${this.#scope}\n`);
    for (const part of contents) hash.update(`${part.length}\n`).update(part);
    const name = encodeHash(hash.digest(), NAME);
    return contents.map((content, number) => {
      const own = isNumbered ? `${name}-${number}` : name;
      const file = `${own}.bin`;
      this.names.push(file);
      if (!this.#isKept(file)) writeFileSync(join(this.#folder, file), deflateRawSync(content, { level: 9 }));
      return own;
    });
  }
}
