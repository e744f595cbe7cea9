import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { sizeMark, VERSION_MARK } from '../data/marks.ts';

/** The data files at the root of a built site. */
const DATA = /^(?:statements|articles)(?:-\d{4})?\.(?:ndjson|csv)$|^speakers\.json$/;

/** The length of the corpus version, in hexadecimal digits. */
const VERSION = 12;

/** A data file as listed in `data.json`. */
interface Listed {
  name: string;
  bytes: number;
  sha256: string;
}

/**
 * Lists the data of the built site in a small file, `data.json`, and in `SHA256SUMS`, with which `sha256sum -c` checks
 * a copy; and writes the sizes and the corpus version into the page that offers the files. The version is the beginning
 * of the SHA-256 of `SHA256SUMS`, so that it covers all data, and anybody can compute it.
 */
export function dataIndex(): AstroIntegration {
  return {
    name: 'verbatim-data-index',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const site = fileURLToPath(dir);
        const names = (await readdir(site)).filter((name) => DATA.test(name)).toSorted();
        const files: Listed[] = [];
        for (const name of names) files.push(await listed(site, name));
        const sums = files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
        const version = createHash('sha256').update(sums).digest('hex').slice(0, VERSION);
        writeFileSync(join(site, 'SHA256SUMS'), sums);
        writeFileSync(join(site, 'data.json'), `${JSON.stringify({ version, files }, null, 2)}\n`);

        const page = join(site, 'about', 'index.html');
        let html = readFileSync(page, 'utf8').replaceAll(VERSION_MARK, version);
        for (const { name, bytes } of files) html = html.replaceAll(sizeMark(name), readableSize(bytes));
        writeFileSync(page, html);
      },
    },
  };
}

async function listed(site: string, name: string): Promise<Listed> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(join(site, name))) hash.update(chunk as Buffer);
  return { name, bytes: statSync(join(site, name)).size, sha256: hash.digest('hex') };
}

/** `1.2 MB` */
function readableSize(bytes: number): string {
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} KB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}
