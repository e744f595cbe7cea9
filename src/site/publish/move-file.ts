import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Moves a file into the place of another, whole at every moment; also to another disk. */
export function moveFile(from: string, to: string): void {
  try {
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EXDEV') throw error;
    const beside = join(dirname(to), `.${basename(to)}.new`);
    copyFileSync(from, beside);
    renameSync(beside, to);
    rmSync(from);
  }
}
