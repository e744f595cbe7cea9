import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';

/** Pages to be compiled in a worker process. */
export interface CompilingTask {
  /** The folder for the compiled pages, which does not exist yet. */
  folder: string;
  /** The path under which the site is served, with the closing slash. */
  root: string;
}

/** Variables of these names in the environment would replace those that Astro passes to pages. */
const ASTRO_VARIABLES = ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR'];

/** Lets Astro compile the pages into a folder, which appears whole. */
export default async function compileWithAstro({ folder, root }: CompilingTask): Promise<void> {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  for (const name of ASTRO_VARIABLES) Reflect.deleteProperty(process.env, name);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  await build({ base: root, outDir: unfinished, cacheDir: join(unfinished, 'cache'), logLevel: 'warn' });
  rmSync(join(unfinished, 'cache'), { recursive: true, force: true });
  renameSync(unfinished, folder);
}
