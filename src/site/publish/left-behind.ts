import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The paths in a folder that were made by processes that no longer run: a killed process removes nothing. Call it
 * before this process makes any of its own.
 *
 * @param name matches the names of such paths; its first group is the id of the process
 */
export function leftBehind(folder: string, name: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((entry) => {
      const pid = name.exec(entry)?.[1];
      return pid !== undefined && !isRunning(Number(pid));
    })
    .map((entry) => join(folder, entry));
}

/** Whether a process runs. */
export function isRunning(pid: number): boolean {
  // Containers reuse process ids: a path with this process's own id was made by an earlier one.
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
