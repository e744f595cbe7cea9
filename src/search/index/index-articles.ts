import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';

/** Files that Pagefind writes for its own user interface, which this site does not use. */
const UNUSED = /-ui\.|highlight|unknown/;

/**
 * Indexes pages of articles with Pagefind.
 *
 * @param pages the paths of the pages from the archive's root, and their HTML
 * @param folder the folder for the index
 * @param language the language of the whole index: otherwise Pagefind makes an index per language, and a page searches
 *   only its own
 */
export async function indexArticles(
  pages: Iterable<{ url: string; content: string }>,
  folder: string,
  language: string,
): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: language.slice(0, 2) });
  if (!index) throw new Error(`Pagefind cannot start: ${errors.join('; ')}`);
  for (const page of pages) {
    const { errors: refused } = await index.addHTMLFile(page);
    if (refused.length > 0) throw new Error(`Pagefind refuses the article ${page.url}: ${refused.join('; ')}`);
  }
  await writeIndex(index, folder);
  await close();
}

async function writeIndex(index: PagefindIndex, folder: string): Promise<void> {
  const { errors } = await index.writeFiles({ outputPath: folder });
  if (errors.length > 0) throw new Error(`Pagefind cannot write its index: ${errors.join('; ')}`);
  const unused = (await readdir(folder)).filter((name) => UNUSED.test(name));
  await Promise.all(unused.map((name) => rm(join(folder, name))));
}
