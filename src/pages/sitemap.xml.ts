import type { APIRoute } from 'astro';
import { getArchive } from '../archive/index.ts';
import { sitemapIndex } from '../feeds/sitemap.ts';
import { sitemapParts } from '../feeds/sitemap-parts.ts';

/** The sitemaps of the years and of the pages that span them. */
export const GET: APIRoute = async () =>
  new Response(sitemapIndex(sitemapParts(await getArchive()).map(({ name }) => `/sitemap-${name}.xml`)));
