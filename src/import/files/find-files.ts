import {
  closeSync,
  createReadStream,
  createWriteStream,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { unzipSync } from 'fflate';
import { ImportProblem } from '../item.ts';
import { isWarc } from './recognise.ts';

/** A file to be imported. */
export interface SourceFile {
  /** Where its bytes are. */
  path: string;
  /** What it is called in messages: its path as it was named, `old/export.zip/posts/one.html`. */
  name: string;
  /** What it is called in the article: the same from the file or folder that was named. */
  from: string;
}

type NamedFile = Omit<SourceFile, 'from'>;

/** A path that leads to no file. */
export interface Missing {
  name: string;
  problem: ImportProblem;
}

/** The most bytes that a packed file may become: more is a mistake, or an attack. */
const MOST_UNPACKED = 2 ** 30;

/** Entries of folders that are not texts: hidden ones, what browsers save beside a page, pictures, styles and scripts. */
const LEFT_OUT =
  /^\.|^import\.yaml$|^__MACOSX$|_files$|\.(?:avif|gif|jpe?g|png|webp|svg|ico|bmp|tiff?|css|m?js|map|woff2?|ttf|otf|eot|mp[34]|m4a|webm|ogg|wav|mov)$/i;

/** How many bytes tell what a file is. */
export const HEAD = 65_536;

/**
 * Finds the files that paths name: files themselves, those of folders, and those inside `.zip` and `.gz` files, which are
 * unpacked. Hidden files, and files beside pages that are not texts, are left out.
 *
 * @param scratch makes a folder for what is unpacked
 */
export async function* findFiles(
  paths: readonly string[],
  scratch: () => string,
): AsyncGenerator<SourceFile | Missing> {
  for (const name of paths) {
    if (/^https?:\/\//i.test(name)) {
      yield {
        name,
        problem: new ImportProblem(
          'web address',
          'Nothing is fetched from the web. Save the page from a browser ("Web page, complete"), and import the file.',
        ),
      };
      continue;
    }
    for await (const file of filesAt(resolve(name), name, scratch)) {
      yield 'problem' in file ? file : { ...file, from: relative(dirname(name), file.name) };
    }
  }
}

async function* filesAt(path: string, name: string, scratch: () => string): AsyncGenerator<NamedFile | Missing> {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats)
    yield { name, problem: new ImportProblem('not found', 'There is no such file or folder. Check the path.') };
  else if (stats.isDirectory()) {
    const entries = readdirSync(path)
      .filter((entry) => !LEFT_OUT.test(entry))
      .sort();
    for (const entry of entries) yield* filesAt(join(path, entry), join(name, entry), scratch);
  } else if (stats.isFile()) yield* unpacked({ path, name }, scratch);
}

async function* unpacked(file: NamedFile, scratch: () => string): AsyncGenerator<NamedFile | Missing> {
  const head = headOf(file.path);
  try {
    if (head[0] === 0x1f && head[1] === 0x8b && !isWarc(head) && !/\.tar\.gz$|\.tgz$/i.test(file.name)) {
      const path = join(scratch(), basename(file.name).replace(/\.gz$/i, ''));
      await pipeline(createReadStream(file.path), createGunzip(), limited(), createWriteStream(path));
      yield { path, name: file.name.replace(/\.gz$/i, '') };
    } else if (head[0] === 0x50 && head[1] === 0x4b && /\.zip$/i.test(file.name)) {
      const folder = scratch();
      for (const name of unzip(file.path, folder)) {
        const problem = 'The path of this file leads out of the archive, so it was not unpacked. Unpack it yourself.';
        yield { name: `${file.name}/${name}`, problem: new ImportProblem('unsafe path', problem) };
      }
      for await (const inner of filesAt(folder, file.name, scratch)) yield inner;
    } else yield file;
  } catch (error) {
    yield {
      name: file.name,
      problem: new ImportProblem(
        'damaged archive',
        `The file cannot be unpacked: ${(error as Error).message}. Make it again, or unpack it yourself and import the folder.`,
      ),
    };
  }
}

/** Unpacks a file; returns the names that would lead out of the folder, such as `../../x`. */
function unzip(path: string, folder: string): string[] {
  let size = 0;
  const files = unzipSync(readFileSync(path), {
    filter: ({ originalSize }) => {
      size += originalSize;
      if (size > MOST_UNPACKED) throw new Error('it becomes larger than 1 GB');
      return true;
    },
  });
  const unsafe: string[] = [];
  for (const [name, bytes] of Object.entries(files)) {
    const target = resolve(folder, name);
    if (name.endsWith('/')) continue;
    if (!target.startsWith(folder + sep)) unsafe.push(name);
    else {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, bytes);
    }
  }
  return unsafe;
}

/** Ends a stream that becomes too large. */
function limited(): (source: AsyncIterable<Buffer>) => AsyncGenerator<Buffer> {
  return async function* limit(source) {
    let size = 0;
    for await (const part of source) {
      size += part.length;
      if (size > MOST_UNPACKED) throw new Error('it becomes larger than 1 GB');
      yield part;
    }
  };
}

/** The beginning of a file. */
export function headOf(path: string, length = HEAD): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}
