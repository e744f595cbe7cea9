import type { Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/**
 * How long a build may leave its output folder missing, in milliseconds, before a request is refused. It lies between
 * two renames, microseconds apart; a machine under load may stop the build there for much longer.
 */
const LONGEST_SWAP = 2000;
/** How long to wait before looking for a missing folder again, in milliseconds. */
const PAUSE = 5;

/** What the system calls a path that leads to no file. */
const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP']);

/** A file or a folder, open: what it holds and how long it is stay the same even if its path now leads elsewhere. */
export interface Opened {
  /** To be closed by whoever opened it. */
  handle: FileHandle;
  stats: Stats;
}

/**
 * Opens a path below a folder that a build may replace at any moment. Returns `null` only if the folder, old or new,
 * has no such path.
 *
 * @throws when the folder itself stays missing, or the file cannot be read
 */
export async function openInFolder(folder: string, path: string): Promise<Opened | null> {
  const latest = performance.now() + LONGEST_SWAP;
  for (;;) {
    const before = await identify(folder);
    const opened = await tryOpen(join(folder, path));
    if (opened) return opened;
    // The folder may have been replaced between the looks; only the same one before and after has no such path.
    if (before !== null && before === (await identify(folder))) return null;
    if (performance.now() > latest) throw new Error(`The folder \`${folder}\` is missing. Build the site.`);
    if (before === null) await setTimeout(PAUSE);
  }
}

/** Tells a folder from the one that takes its place, even if the system gives that one the same number. */
async function identify(folder: string): Promise<string | null> {
  try {
    const { dev, ino, ctimeNs } = await stat(folder, { bigint: true });
    return `${dev} ${ino} ${ctimeNs}`;
  } catch (error) {
    return nullIfAbsent(error);
  }
}

async function tryOpen(path: string): Promise<Opened | null> {
  let handle: FileHandle;
  try {
    handle = await open(path);
  } catch (error) {
    return nullIfAbsent(error);
  }
  try {
    return { handle, stats: await handle.stat() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function nullIfAbsent(error: unknown): null {
  if (ABSENT.has((error as NodeJS.ErrnoException).code ?? '')) return null;
  throw error;
}
