import type { APIRoute } from 'astro';
import type { Article } from '../../../../../site/archive/index.ts';
import { articlePaths } from '../../../../../site/archive/paths.ts';

export const getStaticPaths = articlePaths;

/** The body of an article as it is stored. */
export const GET: APIRoute<{ article: Article }> = ({ props: { article } }) => new Response(article.body);
