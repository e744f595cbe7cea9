import type { APIRoute } from 'astro';
import type { Article } from '../../../../../archive/index.ts';
import { articlePaths } from '../../../../../archive/paths.ts';

export const getStaticPaths = articlePaths;

/** The canonical text of an article: what every offset counts in. */
export const GET: APIRoute<{ article: Article }> = ({ props: { article } }) => new Response(article.text);
