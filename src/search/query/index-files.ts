import { IndexProblem } from './statement-search.ts';

/** Fetches a file of the index by its name, including the extension. */
export type Fetch = (file: string) => Promise<Response>;

/** Reads the files of an index, each once. */
export class IndexFiles {
  readonly #fetch: Fetch;
  readonly #read = new Map<string, Promise<Uint8Array>>();

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  bytes(name: string): Promise<Uint8Array> {
    let bytes = this.#read.get(name);
    if (!bytes) {
      bytes = this.#load(`${name}.bin`);
      this.#read.set(name, bytes);
      // A failed load is tried again at the next request.
      bytes.catch(() => this.#read.delete(name));
    }
    return bytes;
  }

  async json<T>(name: string): Promise<T> {
    const text = new TextDecoder().decode(await this.bytes(name));
    return JSON.parse(text) as T;
  }

  /** Whether a file is loaded, or loading. */
  has(name: string): boolean {
    return this.#read.has(name);
  }

  async #load(file: string): Promise<Uint8Array> {
    const response = await this.#fetch(file).catch(() => {
      throw new IndexProblem('unreachable', file);
    });
    if (!response.ok) throw new IndexProblem('missing', file);
    try {
      const packed = new Blob([await response.arrayBuffer()]);
      const unpacked = packed.stream().pipeThrough(new DecompressionStream('deflate-raw'));
      return new Uint8Array(await new Response(unpacked).arrayBuffer());
    } catch {
      throw new IndexProblem('damaged', file);
    }
  }
}
