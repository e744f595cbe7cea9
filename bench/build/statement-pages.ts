/** `statement-pages.ts WORK`: prints the CPU milliseconds of a statement page of the site that was built with a work folder. */
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Archive } from '../../src/catalogue/archive.ts';
import { WORK } from '../../src/site/publish/work-paths.ts';

const MOST = 3000;
/** Pages that are rendered first, until the engine has compiled what they need. */
const WARM = 500;

const [work = ''] = process.argv.slice(2);
const newest = (folder: string, pattern: RegExp): string =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0] ?? '';
const catalogue = resolve(newest(work, /^catalogue-.*\.sqlite$/));
process.env['VERBATIM_CATALOGUE'] = catalogue;
const program = resolve(newest(join(WORK, 'compiled'), /^[0-9a-z]+$/), 'server/entry.mjs');
const { render } = (await import(pathToFileURL(program).href)) as { render: (url: string) => Promise<Response> };
const pages = Archive.open(catalogue)
  .statements({ newest: MOST })
  .map(({ uri }) => uri);
for (const url of pages.slice(0, WARM)) await (await render(url)).text();
const before = process.cpuUsage();
for (const url of pages) await (await render(url)).text();
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000 / pages.length);
