import type { APIRoute } from 'astro';
import { type Article, getArchive } from '../../../../../archive/index.ts';
import { articlePaths } from '../../../../../archive/paths.ts';
import { annotationCollection } from '../../../../../data/annotations.ts';
import { rowsIn } from '../../../../../data/rows.ts';
import { absolute } from '../../../../../site.ts';

export const getStaticPaths = articlePaths;

/** The statements of an article as a W3C Web Annotation collection. */
export const GET: APIRoute<{ article: Article }> = async ({ props: { article } }) => {
  const rows = rowsIn(article, await getArchive());
  return new Response(`${JSON.stringify(annotationCollection(article, rows, absolute))}\n`);
};
