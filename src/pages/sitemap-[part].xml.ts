import type { APIRoute } from 'astro';
import { getArchive } from '../site/archive/index.ts';
import { sitemap } from '../site/feeds/sitemap.ts';
import { sitemapParts } from '../site/feeds/sitemap-parts.ts';

export async function getStaticPaths() {
  return sitemapParts(await getArchive()).map(({ name, paths }) => ({ params: { part: name }, props: { paths } }));
}

export const GET: APIRoute<{ paths: string[] }> = ({ props: { paths } }) => new Response(sitemap(paths));
