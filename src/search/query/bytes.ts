/** Numbers are written seven bits per byte, low bits first; the high bit says that more bytes follow (LEB128). */
const MORE = 0x80;
const INITIAL = 32;

/** Writes numbers and texts into bytes. */
export class ByteWriter {
  #bytes = new Uint8Array(INITIAL);
  length = 0;

  number(value: number): void {
    if (this.length + 5 > this.#bytes.length) this.#grow(5);
    while (value >= MORE) {
      this.#bytes[this.length++] = (value % MORE) + MORE;
      value = Math.floor(value / MORE);
    }
    this.#bytes[this.length++] = value;
  }

  bytes(part: Uint8Array): void {
    if (this.length + part.length > this.#bytes.length) this.#grow(part.length);
    this.#bytes.set(part, this.length);
    this.length += part.length;
  }

  text(text: string): void {
    const encoded = new TextEncoder().encode(text);
    this.number(encoded.length);
    this.bytes(encoded);
  }

  /** What was written, not copied: the next write may change it. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }

  #grow(by: number): void {
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + by));
    grown.set(this.#bytes.subarray(0, this.length));
    this.#bytes = grown;
  }
}

/** Reads what `ByteWriter` wrote. Throws if the bytes end too early. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at: number;
  readonly #end: number;

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#end;
  }

  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= MORE) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined || this.#at > this.#end) throw new RangeError('The bytes end inside a number');
      value += (byte % MORE) * scale;
      if (byte < MORE) return value;
    }
  }

  bytes(length: number): Uint8Array {
    if (this.#at + length > this.#end) throw new RangeError('The bytes end inside a part');
    return this.#bytes.subarray(this.#at, (this.#at += length));
  }

  text(): string {
    return new TextDecoder().decode(this.bytes(this.number()));
  }

  /** The bytes that `read` consumes. */
  taken(read: (reader: this) => unknown): Uint8Array {
    const start = this.#at;
    read(this);
    return this.#bytes.subarray(start, this.#at);
  }
}
