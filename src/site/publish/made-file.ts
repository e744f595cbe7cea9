import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Content } from '../files.ts';

/** A file of a site as it was made. */
export interface MadeFile {
  /** Its path in the site's folder, such as `s/180gktzjzt/index.html`. */
  path: string;
  /** The SHA-256 of its bytes. */
  digest: string;
  bytes: number;
}

/** The path of a file in the site's folder, by its path from the archive's root. */
export const inFolder = (path: string): string => `${path.slice(1)}${path.endsWith('/') ? 'index.html' : ''}`;

/** Writes a file into a folder. Content in parts is written part by part, in pieces of some size. */
export function writeMade(folder: string, path: string, content: Content): MadeFile {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  if (typeof content === 'string' || content instanceof Uint8Array) {
    writeFileSync(target, content);
    return madeFile(path, content);
  }
  const hash = createHash('sha256');
  const file = openSync(target, 'w');
  let bytes = 0;
  try {
    for (const piece of inPieces(content)) {
      hash.update(piece);
      bytes += writeSync(file, piece);
    }
  } finally {
    closeSync(file);
  }
  return { path, digest: hash.digest('hex'), bytes };
}

/** A file with some content. */
export const madeFile = (path: string, content: string | Uint8Array): MadeFile => ({
  path,
  digest: createHash('sha256').update(content).digest('hex'),
  bytes: Buffer.byteLength(content),
});

/** About as many characters are written at a time. */
const PIECE = 2 ** 16;

function* inPieces(parts: Iterable<string>): Generator<Buffer> {
  let piece = '';
  for (const part of parts) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  yield Buffer.from(piece);
}
