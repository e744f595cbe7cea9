import { createHash } from 'node:crypto';
import { Archive } from '../../catalogue/archive.ts';
import type { Database } from '../../catalogue/database.ts';
import { type ListedFile, type Made, storeMade } from '../../catalogue/made.ts';
import type { Unit } from '../../catalogue/units.ts';
import { dataFiles } from '../data/data-files.ts';
import type { MadeFile } from './made-file.ts';
import type { SiteFolder } from './site-folder.ts';

/** The length of the corpus version, in hexadecimal digits. */
const VERSION = 12;

/**
 * Lists the data files in a small file, `data.json`, and in `SHA256SUMS`, with which `sha256sum -c` checks a copy. The
 * corpus version is the beginning of the SHA-256 of `SHA256SUMS`, so that it covers all data, and anybody can compute it.
 */
export function addDataIndex(site: SiteFolder, database: Database): void {
  const { version, files } = indexData(database, (name) => {
    const made = site.record.file(name);
    if (!made) throw new Error(`The data file \`${name}\` was not made.`);
    return made;
  });
  const listed = files
    .map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  site.add('data index' as Unit, [
    ['SHA256SUMS', sumsOf(files)],
    ['data.json', `${JSON.stringify({ version, files: listed }, null, 2)}\n`],
  ]);
}

/**
 * Lets pages know the data files of a catalogue.
 *
 * @param madeOf returns the size and the digest of a data file
 */
export function indexData(database: Database, madeOf: (name: string) => Omit<MadeFile, 'path'>): Made['data'] {
  const files = dataFiles(new Archive(database)).map(({ name, rows, schema }): ListedFile => {
    const { bytes, digest } = madeOf(name);
    return { name, rows, schema, bytes, sha256: digest };
  });
  const version = createHash('sha256').update(sumsOf(files)).digest('hex').slice(0, VERSION);
  storeMade(database, 'data', { version, files });
  return { version, files };
}

/** The content of `SHA256SUMS`. */
const sumsOf = (files: readonly ListedFile[]): string =>
  files
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
    .join('');
