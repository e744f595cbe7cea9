import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { leftBehind } from './left-behind.ts';

/**
 * Makes a work folder for this process alone, since two builds may run at once, and removes those of killed processes.
 */
export function makeWorkFolder(parent: string): string {
  for (const path of leftBehind(parent, /^build-(\d+)-/)) rmSync(path, { recursive: true, force: true });
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, `build-${process.pid}-`));
}
