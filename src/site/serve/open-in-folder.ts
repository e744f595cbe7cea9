import type { Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/**
 * How long a build may leave its output folder missing, in milliseconds, before a request is refused. The folder is
 * missing between two renames, which are microseconds apart; under load the build may stop there for much longer.
 */
const LONGEST_SWAP = 2000;
/** How long to wait before looking for a missing folder again, in milliseconds. */
const PAUSE = 5;

/** The error codes of a path that leads to no file. */
const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP']);

/** An open file or folder: its content and its length stay the same even if its path now leads elsewhere. */
export interface Opened {
  /** Must be closed by the caller. */
  handle: FileHandle;
  stats: Stats;
}

/**
 * Opens a path below a folder that a build may replace at any moment. Returns `null` only if the folder, old or new,
 * does not contain the path.
 *
 * @throws if the folder itself stays missing, or the file cannot be read
 */
export async function openInFolder(folder: string, path: string): Promise<Opened | null> {
  const latest = performance.now() + LONGEST_SWAP;
  for (;;) {
    const before = await identify(folder);
    const opened = await tryOpen(join(folder, path));
    if (opened) return opened;
    // The folder may have been replaced in between; only if it is the same before and after does the path not exist.
    if (before !== null && before === (await identify(folder))) return null;
    if (performance.now() > latest) throw new Error(`The folder \`${folder}\` is missing. Build the site.`);
    if (before === null) await setTimeout(PAUSE);
  }
}

/** Identifies a folder, so that one that takes its place is told apart even if it gets the same inode number. */
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
