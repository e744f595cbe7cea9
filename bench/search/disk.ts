import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fetch } from '../../src/search/query/index.ts';

/** Reads the files of an index from disk, in place of a server. */
export const fromDisk =
  (folder: string): Fetch =>
  async (file) =>
    new Response(await readFile(join(folder, file)));
