import type { APIRoute } from 'astro';
import { getArchive } from '../archive/index.ts';
import { countBy } from '../archive/periods.ts';
import { sitemapIndex } from '../feeds/sitemap.ts';

/** The sitemaps of the years and of the pages that span them: none comes near the limit of 50,000 addresses. */
export const GET: APIRoute = async () => {
  const { articles } = await getArchive();
  const years = [...countBy(articles, ({ day }) => day.slice(0, 4)).keys()];
  return new Response(sitemapIndex(['pages', ...years].map((part) => `/sitemap-${part}.xml`)));
};
