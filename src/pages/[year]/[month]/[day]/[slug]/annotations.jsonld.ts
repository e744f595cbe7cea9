import type { APIRoute } from 'astro';
import { type Article, getArchive } from '../../../../../site/archive/index.ts';
import { articlePaths } from '../../../../../site/archive/paths.ts';
import { annotationCollection } from '../../../../../site/data/annotations.ts';
import { quotesIn, rowsIn } from '../../../../../site/data/rows.ts';
import { absolute } from '../../../../../site/site.ts';

export const getStaticPaths = articlePaths;

/** The statements of an article as a W3C Web Annotation collection. */
export const GET: APIRoute<{ article: Article }> = async ({ props: { article } }) => {
  const archive = await getArchive();
  const collection = annotationCollection(article, rowsIn(article, archive), quotesIn(article, archive), absolute);
  return new Response(`${JSON.stringify(collection)}\n`);
};
