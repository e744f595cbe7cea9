import { listPages } from '../../text/list-pages.ts';
import { topicsOf } from '../archive/topics.ts';
import { countBy } from '../../text/periods.ts';
import type { Archive } from '../archive/index.ts';
import { listAddress, periodAddress, speakerAddress } from '../../text/address.ts';

/** Paths from the archive's root that one sitemap lists. */
export interface SitemapPart {
  name: string;
  paths: string[];
}

/** The most addresses in a sitemap (sitemaps.org). */
const MOST = 50_000;

/** The sitemaps of an archive: one for the pages that span its years, and one for each year. */
export function sitemapParts({ articles, speakers, statementsIn }: Archive): SitemapPart[] {
  const topics = topicsOf(articles);
  const pages = [
    '/',
    '/search/',
    '/about/',
    '/corrections/',
    ...listPages(speakers).map(({ number }) => listAddress('/speakers/', number)),
    ...listPages(topics).map(({ number }) => listAddress('/topics/', number)),
    ...topics.map(({ address }) => address),
    ...speakers.map(({ id }) => speakerAddress(id)),
  ];
  const years = [...Map.groupBy(articles, ({ day }) => day.slice(0, 4))].map(([year, own]) => {
    const months = [...countBy(own, ({ day }) => day.slice(5, 7)).keys()].map((month) => periodAddress(year, month));
    const addresses = own.flatMap((article) => [
      article.address,
      ...statementsIn(article).map(({ address }) => address),
    ]);
    return { name: year, paths: [periodAddress(year), ...months, ...addresses] };
  });
  return [{ name: 'pages', paths: pages }, ...years].flatMap((part) => splitPart(part));
}

/** Splits a sitemap that is too long: `2023`, `2023-2`, `2023-3`. */
export function splitPart({ name, paths }: SitemapPart, most = MOST): SitemapPart[] {
  return Array.from({ length: Math.max(1, Math.ceil(paths.length / most)) }, (_, index) => ({
    name: index === 0 ? name : `${name}-${index + 1}`,
    paths: paths.slice(index * most, (index + 1) * most),
  }));
}
