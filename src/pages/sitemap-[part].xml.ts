import type { APIRoute } from 'astro';
import { getArchive } from '../archive/index.ts';
import { sitemap } from '../feeds/sitemap.ts';
import { sitemapParts } from '../feeds/sitemap-parts.ts';

export async function getStaticPaths() {
  return sitemapParts(await getArchive()).map(({ name, paths }) => ({ params: { part: name }, props: { paths } }));
}

export const GET: APIRoute<{ paths: string[] }> = ({ props: { paths } }) => new Response(sitemap(paths));
