import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { shortHash } from '../../base/hash.ts';
import { codeVersion } from '../../catalogue/code-version.ts';
import { WorkerPool } from '../../base/workers.ts';
import type { CompilingTask } from './compile-with-astro.ts';

/** The pages, compiled. */
export interface PageProgram {
  /** The module that renders a page. */
  entry: string;
  /** The folder of the scripts, styles and other files that pages use. */
  assets: string;
  /** The path under which the site is served, with the closing slash. */
  root: string;
}

/** The folders that are compiled into pages, or copied beside them. */
const FOLDERS = ['src', 'public'];

/** The programs that are kept: those of other base paths and of other versions of the code, in case they come back. */
const MOST_KEPT = 20;

/** Touched whenever a program is used. */
const USED = 'used';

/** How long a process waits while another one compiles, in milliseconds. */
const PATIENCE = 600_000;

/**
 * Compiles the pages, once for each version of the code and each base path. Only one process compiles at a time.
 *
 * @param work the folder for what can be made again
 * @param root the path under which the site is served, with the closing slash
 */
export async function compilePages(work: string, root: string): Promise<PageProgram> {
  const key = shortHash(JSON.stringify([codeVersion(FOLDERS), root, process.version]), 12);
  const folder = resolve(work, 'compiled', key);
  const program = { entry: join(folder, 'server', 'entry.mjs'), assets: join(folder, 'client'), root };
  const all = dirname(folder);
  mkdirSync(all, { recursive: true });
  if (!existsSync(folder)) {
    const lock = new DatabaseSync(join(all, 'compiling.lock'), { timeout: PATIENCE });
    try {
      lock.exec('BEGIN EXCLUSIVE');
      if (!existsSync(folder)) await compile({ folder, root });
      removeUnused(all);
    } finally {
      lock.close();
    }
  }
  writeFileSync(join(folder, USED), '');
  return program;
}

/** Removes the programs that were not used for longest. */
function removeUnused(all: string): void {
  const used = readdirSync(all).flatMap((name) => {
    const time = statSync(join(all, name, USED), { throwIfNoEntry: false })?.mtimeMs;
    return time === undefined ? [] : [{ name, time }];
  });
  for (const { name } of used.toSorted((a, b) => b.time - a.time).slice(MOST_KEPT))
    rmSync(join(all, name), { recursive: true, force: true });
}

/** Compiles in a process of its own, whose memory ends with it. */
async function compile(task: CompilingTask): Promise<void> {
  const pool = new WorkerPool<CompilingTask, undefined>(new URL('./compile-with-astro.ts', import.meta.url), 1);
  try {
    await pool.run([task], () => undefined);
  } finally {
    await pool.end();
  }
}
