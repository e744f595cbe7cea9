import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';

/**
 * What the file system says of files without reading them: if it is the same, they are. Two edits within one tick of its
 * clock differ by the inode, since Verbatim and most editors write a new file.
 */
export const statOf = (paths: readonly string[]): string =>
  paths
    .map((path) => {
      const stats = statSync(path, { throwIfNoEntry: false, bigint: true });
      return stats ? [stats.size, stats.mtimeNs, stats.ctimeNs, stats.ino].join(' ') : '';
    })
    .join('\n');

/** A digest of the bytes of files; a file that does not exist differs from an empty one. */
export function digestOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    const exists = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
    const bytes = exists ? readFileSync(path) : null;
    hash.update(`${bytes?.length ?? -1}\n`).update(bytes ?? '');
  }
  return hash.digest('hex');
}
