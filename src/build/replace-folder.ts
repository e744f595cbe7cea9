import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, parse, resolve, sep } from 'node:path';

/**
 * Refuses an output folder whose replacement would destroy more than an earlier output.
 *
 * @throws when the folder is, or holds, the working directory, the content, the home folder or a repository
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
    `\`${out}\` is replaced whole by a build, and it holds other things. Set VERBATIM_OUT to a folder of its own.`,
  );
}

/**
 * Replaces a folder by another, which may lie on another disk. The old one stands until the new one is complete beside
 * it; then the two change places. A folder that cannot be renamed (the root of a mounted disk) is refilled.
 */
export function replaceFolder(from: string, to: string): void {
  const target = existsSync(to) ? realpathSync(to) : to;
  mkdirSync(dirname(target), { recursive: true });
  const incoming = join(dirname(target), `.${basename(target)}.${process.pid}.new`);
  const outgoing = join(dirname(target), `.${basename(target)}.${process.pid}.old`);
  try {
    cpSync(from, incoming, { recursive: true });
    if (!existsSync(target)) renameSync(incoming, target);
    else if (isMounted(target)) refill(incoming, target);
    else exchange(incoming, target, outgoing);
  } finally {
    rmSync(incoming, { recursive: true, force: true });
  }
}

function exchange(incoming: string, target: string, outgoing: string): void {
  renameSync(target, outgoing);
  try {
    renameSync(incoming, target);
  } catch (error) {
    renameSync(outgoing, target);
    throw error;
  }
  rmSync(outgoing, { recursive: true });
}

function refill(incoming: string, target: string): void {
  for (const name of readdirSync(target)) rmSync(join(target, name), { recursive: true });
  cpSync(incoming, target, { recursive: true });
}

/** The root of a mounted disk lies on another device than its parent, and cannot be renamed. */
function isMounted(folder: string): boolean {
  return statSync(folder).dev !== statSync(dirname(folder)).dev;
}
