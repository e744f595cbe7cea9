import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fetch } from '../../src/search/query/index.ts';

/** Gets the files of an index from the disk, as a browser gets them from a server. */
export const fromDisk =
  (folder: string): Fetch =>
  async (file) =>
    new Response(await readFile(join(folder, file)));
