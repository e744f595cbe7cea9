import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { WORK } from './work-paths.ts';

/** Names the output folder that a work folder is for. */
const OUTPUT = 'output.txt';

/** Notes which output folder a work folder is for. To be called by the process that has its lock. */
export function noteOutput(work: string, out: string): void {
  writeFileSync(join(work, OUTPUT), out);
}

/** Removes what is known of sites whose output folders are gone, unless a build is making them. */
export function forgetLostSites(): void {
  const all = join(WORK, 'sites');
  if (!existsSync(all)) return;
  for (const name of readdirSync(all)) {
    const work = join(all, name);
    if (isLost(work)) rmSync(work, { recursive: true, force: true });
  }
}

function isLost(work: string): boolean {
  try {
    if (existsSync(readFileSync(join(work, OUTPUT), 'utf8'))) return false;
    const lock = new DatabaseSync(join(work, 'build.lock'));
    try {
      lock.exec('BEGIN EXCLUSIVE');
      return true;
    } finally {
      lock.close();
    }
  } catch {
    // A build has the lock, or the folder was removed in the meantime.
    return false;
  }
}
