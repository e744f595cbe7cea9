import { existsSync, readFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { inArticle, type Address } from '../article/address.ts';
import type { StatementRow } from '../archive/statement-row.ts';

/** What stands for the speaker of a statement that nobody is named for. */
const NOT_KNOWN = 'speaker not known';

/** What Pagefind writes for pages that use its own interface, which ours do not. */
const UNUSED = /-ui\.|highlight|unknown/;

/**
 * Indexes the built site with Pagefind: each statement of `statements.ndjson`, and each article page.
 *
 * @param language the one language of the index: Pagefind otherwise makes an index a language, and a page searches
 *   only its own
 */
export function searchIndex({ language }: { language: string }): AstroIntegration {
  return {
    name: 'verbatim-search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const { index, errors } = await createIndex({ forceLanguage: language.slice(0, 2) });
        if (!index) throw new Error(`Pagefind cannot start: ${errors.join('; ')}`);
        const statements = await addStatements(index, join(site, 'statements.ndjson'));
        const articles = await addArticles(index, site);
        await writeIndex(index, join(site, 'pagefind'));
        await close();
        logger.info(`${statements} statements and ${articles} articles indexed`);
      },
    },
  };
}

async function addStatements(index: PagefindIndex, file: string): Promise<number> {
  const rows = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  for (const row of rows) {
    const statement = JSON.parse(row) as StatementRow;
    const { id, type, text, language, speaker, sure, published, article } = statement;
    // Pagefind searches metadata too, so it holds only what a reader may search for; the rest is told by the address.
    const { errors } = await index.addCustomRecord({
      url: inArticle(article.url as Address, id),
      content: text,
      language,
      meta: { title: `${sure || !speaker ? '' : 'probably '}${speaker?.name ?? NOT_KNOWN}`, role: speaker?.role ?? '' },
      filters: {
        kind: ['statement'],
        speaker: [speaker?.name ?? NOT_KNOWN],
        year: [published.slice(0, 4)],
        type: [type],
      },
      sort: { published },
    });
    if (errors.length > 0) throw new Error(`Pagefind refuses the statement ${id}: ${errors.join('; ')}`);
  }
  return rows.length;
}

async function addArticles(index: PagefindIndex, site: string): Promise<number> {
  let count = 0;
  const years = (await readdir(site)).filter((name) => /^\d{4}$/.test(name)).toSorted();
  for (const year of years) {
    const paths = (await readdir(join(site, year), { recursive: true })).toSorted();
    for (const path of paths.filter((name) => /^\d{2}\/\d{2}\/[^/]+$/.test(name))) {
      const file = join(site, year, path, 'index.html');
      if (!existsSync(file)) continue;
      const { errors } = await index.addHTMLFile({ url: `/${year}/${path}/`, content: readFileSync(file, 'utf8') });
      if (errors.length > 0) throw new Error(`Pagefind refuses the article /${year}/${path}/: ${errors.join('; ')}`);
      count++;
    }
  }
  return count;
}

async function writeIndex(index: PagefindIndex, folder: string): Promise<void> {
  const { errors } = await index.writeFiles({ outputPath: folder });
  if (errors.length > 0) throw new Error(`Pagefind cannot write its index: ${errors.join('; ')}`);
  const unused = (await readdir(folder)).filter((name) => UNUSED.test(name));
  await Promise.all(unused.map((name) => rm(join(folder, name))));
}
