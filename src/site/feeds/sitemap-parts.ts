import { listPages } from '../../text/list-pages.ts';
import type { Archive } from '../../catalogue/archive.ts';
import { listAddress, periodAddress, speakerAddress } from '../../text/address.ts';

/** Paths from the archive's root that one sitemap lists. */
export interface SitemapPart {
  name: string;
  paths: string[];
}

/** The most addresses in a sitemap (sitemaps.org). */
const MOST = 50_000;

/** The name of the sitemap of the pages that span the years. */
const PAGES = 'pages';

/** The sitemaps of the pages that span the years of an archive, or those of one year. */
function sitemapsOf(archive: Archive, name: string): SitemapPart[] {
  return splitPart({ name, paths: name === PAGES ? pathsOfPages(archive) : pathsOfYear(archive, name) });
}

/** The sitemap with a name, such as `2023-2`. */
export const sitemapNamed = (archive: Archive, name: string): SitemapPart | undefined =>
  sitemapsOf(archive, name.replace(/-\d+$/, '')).find((part) => part.name === name);

/** The names of the sitemaps of one year, without their paths. */
export function sitemapNamesOf(archive: Archive, year: string): string[] {
  const months = archive.countArticles('month', { period: year });
  const articles = [...months.values()].reduce((sum, count) => sum + count, 0);
  return partNames(year, 1 + months.size + articles + archive.countStatementsIn(year));
}

/** The names of the sitemaps of the pages that span the years. */
export const sitemapNamesOfPages = (archive: Archive): string[] => partNames(PAGES, pathsOfPages(archive).length);

/** The names of all sitemaps of an archive. */
export const sitemapNames = (archive: Archive): string[] => [
  ...sitemapNamesOfPages(archive),
  ...[...archive.countArticles('year').keys()].flatMap((year) => sitemapNamesOf(archive, year)),
];

function pathsOfPages(archive: Archive): string[] {
  const [speakers, topics] = [archive.speakers(), archive.topics()];
  return [
    '/',
    '/search/',
    '/about/',
    '/corrections/',
    ...listPages(speakers).map(({ number }) => listAddress('/speakers/', number)),
    ...listPages(topics).map(({ number }) => listAddress('/topics/', number)),
    ...topics.map(({ address }) => address),
    ...speakers.map(({ speaker }) => speakerAddress(speaker.id)),
  ];
}

function pathsOfYear(archive: Archive, year: string): string[] {
  const months = [...archive.countArticles('month', { period: year }).keys()];
  return [
    periodAddress(year),
    ...months.map((month) => periodAddress(year, month.slice('YYYY-'.length))),
    ...archive.addresses(year).flatMap(({ article, statements }) => [article, ...statements]),
  ];
}

/** Splits a sitemap that is too long: `2023`, `2023-2`, `2023-3`. */
export const splitPart = ({ name, paths }: SitemapPart): SitemapPart[] =>
  partNames(name, paths.length).map((part, index) => ({
    name: part,
    paths: paths.slice(index * MOST, (index + 1) * MOST),
  }));

/** The names of the parts of a sitemap with a number of paths. */
const partNames = (name: string, paths: number): string[] =>
  Array.from({ length: Math.max(1, Math.ceil(paths / MOST)) }, (_, index) =>
    index === 0 ? name : `${name}-${index + 1}`,
  );
