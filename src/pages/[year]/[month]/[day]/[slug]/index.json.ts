import type { APIRoute } from 'astro';
import { type Article, getArchive } from '../../../../../site/archive/index.ts';
import { articlePaths } from '../../../../../site/archive/paths.ts';
import type { ArticleJson } from '../../../../../content/rows/article-json.ts';
import { articleRow } from '../../../../../site/data/article-row.ts';
import { rowsIn } from '../../../../../site/data/rows.ts';
import { absolute, site } from '../../../../../site/site.ts';

export const getStaticPaths = articlePaths;

/** An article and its statements, as data. */
export const GET: APIRoute<{ article: Article }> = async ({ props: { article } }) => {
  const statements = rowsIn(article, await getArchive());
  const content: ArticleJson = { archive: site.title, article: articleRow(article, absolute), statements };
  return new Response(`${JSON.stringify(content)}\n`);
};
