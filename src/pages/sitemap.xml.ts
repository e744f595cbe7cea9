import type { APIRoute } from 'astro';
import { getArchive } from '../site/archive/index.ts';
import { sitemapIndex } from '../site/feeds/sitemap.ts';
import { sitemapParts } from '../site/feeds/sitemap-parts.ts';

/** The sitemaps of the years and of the pages that span them. */
export const GET: APIRoute = async () =>
  new Response(sitemapIndex(sitemapParts(await getArchive()).map(({ name }) => `/sitemap-${name}.xml`)));
