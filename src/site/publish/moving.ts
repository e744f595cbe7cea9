import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shownPath } from '../../base/settings.ts';
import { isRunning } from './left-behind.ts';
import { workOf } from './work-paths.ts';

/** Tells that files are being moved into a site's folder, and by which process. */
const MARKER = 'moving.pid';

/** Marks that this process moves files into a site's folder. @param work the folder for what is known of the site */
export function beginMoving(work: string): void {
  writeFileSync(join(work, MARKER), String(process.pid));
}

/** Marks that all files are moved. */
export function endMoving(work: string): void {
  rmSync(join(work, MARKER), { force: true });
}

/** How often it is looked whether all files are moved, in milliseconds. */
const OFTEN = 10;

/**
 * Waits while a build moves files into a site's folder, so that nobody sees a site that is partly old.
 *
 * @throws if that build was stopped, so that the site stays so until the next one completes it
 */
export async function wholeSite(out: string): Promise<void> {
  const marker = join(workOf(out), MARKER);
  while (existsSync(marker)) {
    if (!isRunning(Number(pidIn(marker))))
      throw new Error(
        `A build was stopped while it changed \`${shownPath(out)}\`. Run \`npm run build\`, which completes what it began.`,
      );
    await new Promise((resolve) => setTimeout(resolve, OFTEN));
  }
}

/** The process that moves files; this one if it has ended in the meantime. */
function pidIn(marker: string): string {
  try {
    return readFileSync(marker, 'utf8') || String(process.ppid);
  } catch {
    return String(process.ppid);
  }
}
