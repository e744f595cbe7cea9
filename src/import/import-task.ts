import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, basename } from 'node:path';
import { shortHash } from '../base/hash.ts';
import { slugOf } from '../base/slug.ts';
import { pictureSize } from '../content/picture-size.ts';
import type { SourceFile } from './files/find-files.ts';
import { type Format, FORMATS } from './files/recognise.ts';
import { ImportProblem, type Item } from './item.ts';
import { makeArticle, type MadeArticle } from './make-article.ts';
import type { ImportOptions } from './options.ts';
import { isInside, type PageInside, readInside, readSingle } from './read-file.ts';

/** Something to make an article of, perhaps in a worker process. */
export interface ImportTask {
  /** Its number, by which results are put in order. */
  number: number;
  file: SourceFile;
  format: Format;
  /** What was read of a file with many articles; `null` for a file with one, which is still to be read. */
  found: Item | PageInside | null;
  encoding: string;
  options: ImportOptions;
}

/** An article that was made, or why none was. */
export interface ImportResult {
  number: number;
  file: string;
  /** Where it is in its file; empty if it is the whole file. */
  place: string;
  /** The format of its source, in words. */
  format: string;
  encoding: string;
  made: (MadeArticle & { source: Origin }) | null;
  refused: { reason: string; problem: string } | null;
}

/** What an article was made of. */
export interface Origin {
  /** The SHA-256 of the file or, if it has many articles, of this one's part. */
  sha256: string;
  /** The files of its images, by the names that they get. */
  pictures: Record<string, string>;
  /** The day on which the source was captured; `null` for today. */
  archived: string | null;
}

/** Makes an article. What goes wrong is a result, too: one bad file does not stop the others. */
export default async function importTask(task: ImportTask): Promise<ImportResult> {
  const { number, file, format, found } = task;
  const place = found?.place ?? '';
  const base = { number, file: file.name, place, format: FORMATS[format], encoding: task.encoding };
  try {
    const { item, sha256, encoding } = await read(task);
    const pictures: Record<string, string> = {};
    const { supplied, defaults } = task.options;
    const made = makeArticle(item, supplied, defaults, (address) => pictureName(address, dirname(file.path), pictures));
    return {
      ...base,
      encoding,
      format: item.format,
      made: { ...made, source: { sha256, pictures, archived: item.archived ?? null } },
      refused: null,
    };
  } catch (error) {
    return { ...base, made: null, refused: refusalOf(error) };
  }
}

/** Why something cannot be imported. */
export function refusalOf(error: unknown): { reason: string; problem: string } {
  if (error instanceof ImportProblem) return { reason: error.reason, problem: error.message };
  const problem = error instanceof Error ? error.message : String(error);
  if (error instanceof RangeError && /call stack/.test(problem)) {
    return {
      reason: 'nested too deep',
      problem: 'Its parts are nested too deep to be read. Save it in a simpler form.',
    };
  }
  return { reason: 'cannot be read', problem };
}

async function read({
  file,
  format,
  found,
  encoding,
  options,
}: ImportTask): Promise<{ item: Item; sha256: string; encoding: string }> {
  if (found === null) return readSingle(file, format, options);
  const item = isInside(found) ? readInside(found, options) : found;
  const part = isInside(found) ? found.html : JSON.stringify(item.body);
  return { item, sha256: createHash('sha256').update(part).digest('hex'), encoding };
}

/**
 * The name of a picture that is beside the source, made of its own and of its content, so that no two are mixed up.
 *
 * @param pictures gets the path of its file, by the name
 */
function pictureName(address: string, folder: string, pictures: Record<string, string>): string | null {
  if (address === '' || /^(?:[a-z]+:)?\/\//i.test(address) || address.startsWith('data:')) return null;
  const path = join(folder, decoded(address.replace(/[?#].*$/, '')));
  if (!path.startsWith(folder) || !statSync(path, { throwIfNoEntry: false })?.isFile()) return null;
  const bytes = readFileSync(path);
  const ending = extname(path).toLowerCase();
  if (!/^\.(?:avif|gif|jpe?g|png|webp)$/.test(ending) || pictureSize(bytes) === null) return null;
  const name = `${slugOf(basename(path, extname(path))).slice(0, 60) || 'picture'}-${shortHash(bytes.toString('base64'), 8)}${ending}`;
  pictures[name] = path;
  return name;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
