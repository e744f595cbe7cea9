import { existsSync, readFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';

/**
 * With more articles than this, each year has an index of its own, so that a search loads only the years it asks for.
 */
const MOST_TOGETHER = 20_000;

/** Files that Pagefind writes for its own user interface, which this site does not use. */
const UNUSED = /-ui\.|highlight|unknown/;

/** The paths of a built site's articles from its root, `/2023/05/17/slug/`, oldest first. */
export async function articlePaths(site: string): Promise<string[]> {
  const years = (await readdir(site)).filter((name) => /^\d{4}$/.test(name)).toSorted();
  const paths = await Promise.all(
    years.map(async (year) => {
      const below = (await readdir(join(site, year), { recursive: true })).toSorted();
      return below.filter((path) => /^\d{2}\/\d{2}\/[^/]+$/.test(path)).map((path) => `/${year}/${path}/`);
    }),
  );
  return paths.flat().filter((path) => existsSync(join(site, path, 'index.html')));
}

/**
 * Indexes articles with Pagefind, into `pagefind/` or, if there are many, `pagefind/YEAR/`.
 *
 * @param language the language of the whole index: otherwise Pagefind makes an index per language, and a page searches
 *   only its own
 * @param mostTogether the most articles in one index
 * @returns the years that have an index of their own, newest first; empty if there is only one index
 */
export async function indexArticles(
  site: string,
  paths: readonly string[],
  language: string,
  mostTogether = MOST_TOGETHER,
): Promise<string[]> {
  const isTogether = paths.length <= mostTogether;
  const parts = isTogether ? new Map([['', paths]]) : Map.groupBy(paths, (path) => path.slice(1, 5));
  for (const [year, part] of parts) {
    const { index, errors } = await createIndex({ forceLanguage: language.slice(0, 2) });
    if (!index) throw new Error(`Pagefind cannot start: ${errors.join('; ')}`);
    for (const path of part) {
      const content = readFileSync(join(site, path, 'index.html'), 'utf8');
      const { errors: refused } = await index.addHTMLFile({ url: path, content });
      if (refused.length > 0) throw new Error(`Pagefind refuses the article ${path}: ${refused.join('; ')}`);
    }
    await writeIndex(index, join(site, 'pagefind', year));
  }
  await close();
  return isTogether ? [] : [...parts.keys()].toReversed();
}

async function writeIndex(index: PagefindIndex, folder: string): Promise<void> {
  const { errors } = await index.writeFiles({ outputPath: folder });
  if (errors.length > 0) throw new Error(`Pagefind cannot write its index: ${errors.join('; ')}`);
  const unused = (await readdir(folder)).filter((name) => UNUSED.test(name));
  await Promise.all(unused.map((name) => rm(join(folder, name))));
}
