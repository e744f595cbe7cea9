import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'astro';
import { ContentError } from '../../base/problem.ts';
import { readSettings, shownPath } from '../../base/settings.ts';
import { readArchive } from '../../content/read-archive.ts';
import { checkOutput, recoverFolder } from './replace-folder.ts';
import { makeWorkFolder } from './work-folder.ts';

/** The options of a build, in addition to the environment. */
export interface BuildOptions {
  /** Articles dated later are left out. */
  date?: string | undefined;
  /** The path under which the site is served. */
  base?: string | undefined;
  /** Whether to leave out what was never released. */
  onlyReleased?: boolean | undefined;
  /** The ledger to build with, as the texts of its files by name; by default that of the content. */
  ledger?: ReadonlyMap<string, string>;
}

/** Variables of these names in the environment would replace those that Astro passes to pages. */
const ASTRO_VARIABLES = ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR'];

/**
 * Builds the site into a folder that lasts until the process ends.
 *
 * @throws if the content cannot be built, or the output folder may not be replaced
 */
export async function buildSite<T>(options: BuildOptions, use: (site: string) => T): Promise<T> {
  const { date, base, onlyReleased, ledger } = options;
  if (date !== undefined) process.env['VERBATIM_DATE'] = date;
  if (base !== undefined) process.env['VERBATIM_BASE'] = base;
  if (onlyReleased) process.env['VERBATIM_RELEASED'] = 'yes';
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  for (const name of ASTRO_VARIABLES) Reflect.deleteProperty(process.env, name);
  const { content, out } = readSettings();
  if (!existsSync(content))
    throw new Error(`There is no folder \`${shownPath(content)}\`. Set VERBATIM_CONTENT to the content folder.`);
  checkOutput(out, content);
  recoverFolder(out);

  // Astro writes only inside its root.
  const work = makeWorkFolder('.verbatim');
  // Temporary files are deleted with the work folder, even if the build is killed.
  process.env['TMPDIR'] = resolve(work, 'tmp');
  mkdirSync(process.env['TMPDIR']);
  if (ledger) {
    process.env['VERBATIM_LEDGER'] = resolve(work, 'ledger');
    mkdirSync(process.env['VERBATIM_LEDGER']);
    for (const [name, text] of ledger) writeFileSync(join(process.env['VERBATIM_LEDGER'], name), text);
  }
  // Astro writes its store once more shortly after a build, or after an error that stopped it, so the folder is kept
  // until the process ends.
  process.once('exit', () => {
    rmSync(work, { recursive: true, force: true });
  });
  const { problems } = readArchive(readSettings());
  if (problems.length > 0) throw new ContentError(problems);
  await build({ outDir: join(work, 'site'), cacheDir: join(work, 'cache') });
  return use(join(work, 'site'));
}
