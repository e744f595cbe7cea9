import type { APIRoute } from 'astro';
import type { Article } from '../../../../../site/archive/index.ts';
import { articlePaths } from '../../../../../site/archive/paths.ts';

export const getStaticPaths = articlePaths;

/** The canonical text of an article, to which all offsets refer. */
export const GET: APIRoute<{ article: Article }> = ({ props: { article } }) => new Response(article.text);
