import { createReadStream, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readSettings } from '../../base/settings.ts';
import { readSpeakers } from '../../content/speakers.ts';
import { ENTRY_MARK, YEARS_MARK } from '../../search/index/marks.ts';
import { buildStatements } from '../../search/index/build-statements.ts';
import { articlePaths, indexArticles } from '../../search/index/index-articles.ts';

/** The pages that search. They are built with placeholders for the index, which is made after them. */
const SEARCHING = ['search/index.html', 'check/index.html', '404.html'];

/** Indexes the built site: the statements of `statements.ndjson` with our own index, the articles with Pagefind. */
export function searchIndex({ language }: { language: string }): AstroIntegration {
  return {
    name: 'verbatim-search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const paths = await articlePaths(site);
        const days = paths.map((path) => path.slice(1, 11).replaceAll('/', '-'));
        const index = join(site, 'statement-index');
        const { entry, statements } = await buildStatements(statementLines(site), index, days, otherNames());
        const years = await indexArticles(site, paths, language);
        for (const page of SEARCHING.map((name) => join(site, name)).filter((path) => existsSync(path))) {
          const html = readFileSync(page, 'utf8').replace(ENTRY_MARK, entry).replace(YEARS_MARK, years.join(' '));
          writeFileSync(page, html);
        }
        logger.info(`${statements} statements and ${paths.length} articles indexed`);
      },
    },
  };
}

/** The other names of the speakers, by id, to find them by. */
const otherNames = (): Map<string, readonly string[]> =>
  new Map(readSpeakers(readSettings().content).speakers.map(({ id, otherNames: names }) => [id, names]));

/** The rows of the statements, from one file or from the files of the years. */
async function* statementLines(site: string): AsyncGenerator<string> {
  for (const name of readdirSync(site).filter((file) => /^statements(?:-\d{4})?\.ndjson$/.test(file))) {
    yield* createInterface({ input: createReadStream(join(site, name)) });
  }
}
