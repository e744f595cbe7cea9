import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, parse, resolve, sep } from 'node:path';
import { leftBehind } from './left-behind.ts';

/**
 * Refuses an output folder whose replacement would destroy more than an earlier output.
 *
 * @throws if the folder is or contains the working directory, the content, the home folder or a repository
 */
export function checkOutput(out: string, content: string): void {
  const target = existsSync(out) ? realpathSync(out) : resolve(out);
  const holds = (path: string): boolean =>
    `${resolve(path)}${sep}`.startsWith(target.endsWith(sep) ? target : target + sep);
  const isPrecious =
    target === parse(target).root ||
    [process.cwd(), content, homedir()].some(holds) ||
    existsSync(join(target, '.git'));
  const isInContent = `${target}${sep}`.startsWith(content + sep);
  if (!isPrecious && !isInContent) return;
  throw new Error(
    `\`${out}\` would be replaced by the build, but it contains other things. Set VERBATIM_OUT to a folder of its own.`,
  );
}

/** The folder beside another into which what will replace it is written. */
export function incomingFolder(to: string): string {
  const target = realPlace(to);
  mkdirSync(dirname(target), { recursive: true });
  return beside(target, 'new');
}

/**
 * Replaces a folder by its incoming one. The old one stays until they are swapped. A folder that cannot be renamed (the
 * root of a mounted disk) is emptied and filled instead.
 */
export function swapFolder(incoming: string, to: string): void {
  const target = realPlace(to);
  try {
    if (isMounted(target)) refill(incoming, target);
    else exchange(incoming, target, beside(target, 'old'));
  } finally {
    rmSync(incoming, { recursive: true, force: true });
  }
}

/**
 * Completes what `swapFolder` could not finish in processes that were killed: puts the earlier folder back if there
 * is none now, and removes the rest. Call it before this process replaces the folder.
 */
export function recoverFolder(to: string): void {
  const target = realPlace(to);
  const left = leftBehind(
    dirname(target),
    new RegExp(`^\\.${RegExp.escape(basename(target))}\\.(\\d+)\\.(?:new|old)$`),
  );
  if (!existsSync(target)) left.some((path) => path.endsWith('.old') && tryRename(path, target, ABSENT));
  for (const path of left) rmSync(path, { recursive: true, force: true });
}

/** The name contains the process id, for `recoverFolder`. */
const beside = (target: string, age: 'new' | 'old'): string =>
  join(dirname(target), `.${basename(target)}.${process.pid}.${age}`);

/** The real path of a folder, or of one that does not exist yet: at the end of the links that lead to it. */
function realPlace(path: string): string {
  // A single call: the folder may appear and disappear.
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink();
  return isLink ? realPlace(resolve(realpathSync(dirname(path)), readlinkSync(path))) : path;
}

/** The error codes if there is nothing to rename. */
const ABSENT = ['ENOENT'];
/** The error codes if another folder already has the name. */
const TAKEN = ['ENOTEMPTY', 'EEXIST'];

/**
 * Swaps the folders. If several builds do this at the same moment, each succeeds, and the folder of the last one stays.
 */
function exchange(incoming: string, target: string, outgoing: string): void {
  try {
    do {
      rmSync(outgoing, { recursive: true, force: true });
      tryRename(target, outgoing, ABSENT);
    } while (!tryRename(incoming, target, TAKEN));
  } catch (error) {
    tryRename(outgoing, target, [...ABSENT, ...TAKEN]);
    throw error;
  }
  rmSync(outgoing, { recursive: true, force: true });
}

/** Renames a folder; returns `false` if it cannot, for one of the expected reasons. */
function tryRename(from: string, to: string, expected: string[]): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (expected.includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

function refill(incoming: string, target: string): void {
  for (const name of readdirSync(target)) rmSync(join(target, name), { recursive: true });
  cpSync(incoming, target, { recursive: true });
}

/** Whether a folder is the root of a mounted disk, which is on another device than its parent and cannot be renamed. */
function isMounted(folder: string): boolean {
  const stats = statSync(folder, { throwIfNoEntry: false });
  return stats !== undefined && stats.dev !== statSync(dirname(folder)).dev;
}
