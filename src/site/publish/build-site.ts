import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { OnProgress } from '../../base/progress.ts';
import { readSettings, shownPath } from '../../base/settings.ts';
import type { Published } from './publish.ts';
import { checkOutput } from './replace-folder.ts';
import { forgetLostSites, noteOutput } from './lost-sites.ts';
import { WORK, workOf } from './work-paths.ts';

/** The options of a build, in addition to the environment. */
export interface BuildOptions {
  /** Articles dated later are left out. */
  date?: string | undefined;
  /** The path under which the site is served. */
  base?: string | undefined;
  /** Whether to leave out what was never released. */
  onlyReleased?: boolean | undefined;
  /** Whether to replace the output folder as a whole. */
  isFresh?: boolean | undefined;
  /** The ledger to build with, as the texts of its files by name; by default that of the content. */
  ledger?: ReadonlyMap<string, string>;
  /** Called as the build goes on. */
  onProgress?: OnProgress | undefined;
  /** Called with the corpus version when the site is made, before the output folder changes. */
  beforeMoving?: (version: string) => void;
}

/** How long a build waits while another one writes into the same output folder, in milliseconds. */
const PATIENCE = 3_600_000;

/**
 * Builds the site into the output folder. Builds into the same folder wait for each other.
 *
 * @throws if the content cannot be built, or the output folder may not be replaced
 */
export async function buildSite(options: BuildOptions): Promise<Published> {
  const { date, base, onlyReleased, isFresh = false, ledger, beforeMoving, onProgress } = options;
  if (date !== undefined) process.env['VERBATIM_DATE'] = date;
  if (base !== undefined) process.env['VERBATIM_BASE'] = base;
  if (onlyReleased) process.env['VERBATIM_RELEASED'] = 'yes';
  const { content, out } = readSettings();
  if (!existsSync(content))
    throw new Error(`There is no folder \`${shownPath(content)}\`. Set VERBATIM_CONTENT to the content folder.`);
  checkOutput(out, content);
  forgetLostSites();

  const own = workOf(out);
  const lock = lockWork(own);
  const temporary = resolve(own, 'tmp');
  try {
    noteOutput(own, out);
    rmSync(temporary, { recursive: true, force: true });
    mkdirSync(temporary);
    process.env['TMPDIR'] = temporary;
    if (ledger) {
      process.env['VERBATIM_LEDGER'] = join(temporary, 'ledger');
      mkdirSync(process.env['VERBATIM_LEDGER']);
      for (const [name, text] of ledger) writeFileSync(join(process.env['VERBATIM_LEDGER'], name), text);
    }
    // Loaded now, since pages read their settings from the environment when they are loaded.
    const { publish } = await import('./publish.ts');
    return await publish({ settings: readSettings(), work: WORK, own, isFresh, beforeMoving, onProgress });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
    lock.close();
  }
}

/** Makes the work folder of a site and locks it, as soon as no other process has it. */
function lockWork(own: string): DatabaseSync {
  for (;;) {
    mkdirSync(own, { recursive: true });
    const path = join(own, 'build.lock');
    const lock = new DatabaseSync(path, { timeout: PATIENCE });
    lock.exec('BEGIN EXCLUSIVE');
    // Another process may have forgotten the site in the meantime.
    if (existsSync(path)) return lock;
    lock.close();
  }
}
