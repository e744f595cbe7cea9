import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'astro';
import { readSettings, shownPath } from '../archive/settings.ts';
import { checkOutput, recoverFolder, replaceFolder } from '../build/replace-folder.ts';
import { makeWorkFolder } from '../build/work-folder.ts';
import { runCommand } from './command.ts';

const USAGE = `Usage: npm run build -- [--date YYYY-MM-DD] [--base /path/]

Builds the site from the content folder (VERBATIM_CONTENT, default content) into the output folder (VERBATIM_OUT,
default dist), which is replaced whole once everything is built, and not touched when anything fails.

  --date   articles dated later stay out
  --base   the path under which the site is served (default: that of baseUrl in archive.yaml)`;

const options = { date: { type: 'string' }, base: { type: 'string' } } as const;

await runCommand(USAGE, { options }, async ({ values: { date, base } }) => {
  if (date !== undefined) process.env['VERBATIM_DATE'] = date;
  if (base !== undefined) process.env['VERBATIM_BASE'] = base;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const { content, out } = readSettings();
  if (!existsSync(content))
    throw new Error(`There is no folder \`${shownPath(content)}\`. Set VERBATIM_CONTENT to the content folder.`);
  checkOutput(out, content);
  recoverFolder(out);

  // Astro writes inside its root only.
  const work = makeWorkFolder('.verbatim');
  // What the steps put by in temporary files goes with the work folder, even if the build is killed.
  process.env['TMPDIR'] = resolve(work, 'tmp');
  mkdirSync(process.env['TMPDIR']);
  try {
    await build({ outDir: join(work, 'site'), cacheDir: join(work, 'cache') });
    replaceFolder(join(work, 'site'), out);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  console.log(`Built ${shownPath(out)}`);
});
