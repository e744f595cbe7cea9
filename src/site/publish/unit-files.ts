import type { Archive } from '../../catalogue/archive.ts';
import {
  articleUnit,
  LAST,
  parseUnit,
  periodUnit,
  speakerUnit,
  topicUnit,
  type Unit,
  WHOLE,
} from '../../catalogue/units.ts';
import type { SpeakerId } from '../../base/ids.ts';
import {
  correctionsAddress,
  listAddress,
  periodAddress,
  speakerAddress,
  statementAddress,
} from '../../text/address.ts';
import { listPages } from '../../text/list-pages.ts';
import { dataFiles, SCHEMA_FILES } from '../data/data-files.ts';
import { feedFiles } from '../feeds/feed.ts';
import { REDIRECTS_FILE } from '../feeds/redirects.ts';
import { sitemapNamesOf, sitemapNamesOfPages } from '../feeds/sitemap-parts.ts';
import { hasFeeds, NEWEST_CORRECTIONS, NEWEST_OF_TOPIC } from '../long-lists.ts';
import { words } from '../../words/chosen.ts';
import { site } from '../site.ts';

/** The pages that tell of the data files or search the indexes, and are made after them. */
const LAST_PAGES = ['/about/', '/search/', '/check/', '/404.html'];

/** Files that an archive may lack: redirects if no article names its source, an image if no font has its letters. */
export const isOptional = (path: string): boolean => path.endsWith('/share.png') || path === `/${REDIRECTS_FILE}`;

/** The paths of the files of a unit from the archive's root; a page ends with a slash. None if the unit is gone. */
export function unitFiles(archive: Archive, unit: Unit): string[] {
  const [kind, name] = parseUnit(unit);
  switch (kind) {
    case 'article':
      return articleFiles(archive, name);
    case 'speaker':
      return speakerFiles(archive, name as SpeakerId);
    case 'topic':
      return topicFiles(archive, name);
    case 'period':
      return periodFiles(archive, name);
    case WHOLE:
      return wholeFiles(archive);
    case LAST:
      return LAST_PAGES;
    default:
      throw new Error(`There is no unit \`${unit}\`.`);
  }
}

function articleFiles(archive: Archive, address: string): string[] {
  const listed = archive.listed(address);
  if (!listed) return [];
  const beside = ['', 'index.txt', 'index.md', 'index.json', 'annotations.jsonld', ...listed.pictures];
  const statements = listed.row.statements.map(statementAddress);
  const withImage = { none: [], articles: [address], statements }[site.shareImages];
  const images = withImage.map((one) => `${one}share.png`);
  return [...beside.map((name) => address + name), ...statements, ...images];
}

function speakerFiles(archive: Archive, id: SpeakerId): string[] {
  if (!archive.speaker(id)) return [];
  const counts = [...archive.countStatements(id)];
  const address = speakerAddress(id);
  const years = counts.map(([year]) => speakerAddress(id, year));
  return [address, ...years, ...(hasFeeds(counts) ? Object.values(feedFiles(address)) : [])];
}

function topicFiles(archive: Archive, id: string): string[] {
  const topic = archive.topic(id);
  if (!topic) return [];
  const years = topic.count > NEWEST_OF_TOPIC ? [...archive.countArticles('year', {}, id).keys()] : [];
  return [
    topic.address,
    ...years.map((year) => `${topic.address}${year}/`),
    ...Object.values(feedFiles(topic.address)),
  ];
}

function periodFiles(archive: Archive, period: string): string[] {
  if (archive.countArticles('year', { period }).size === 0) return [];
  const [year = '', month] = period.split('-');
  if (month) return [periodAddress(year, month)];
  return [periodAddress(year), ...sitemapNamesOf(archive, year).map(sitemapPath), ...dataOf(archive, year)];
}

const sitemapPath = (name: string): string => `/sitemap-${name}.xml`;

const dataOf = (archive: Archive, ofYear: string | null): string[] =>
  dataFiles(archive).flatMap(({ name, year }) => (year === ofYear ? [`/${name}`] : []));

function wholeFiles(archive: Archive): string[] {
  const counts = [...archive.corrections.count()];
  const isLong = counts.reduce((sum, [, count]) => sum + count, 0) > NEWEST_CORRECTIONS;
  return [
    '/',
    ...listPages(archive.speakers()).map(({ number }) => listAddress('/speakers/', number)),
    ...listPages(archive.topics()).map(({ number }) => listAddress('/topics/', number)),
    ...archive.formerAddresses(),
    correctionsAddress(),
    ...(isLong ? counts.map(([year]) => correctionsAddress(year)) : []),
    ...['feed', 'statements', 'corrections'].flatMap((name) => [`/${name}.xml`, `/${name}.json`]),
    '/share.png',
    '/sitemap.xml',
    ...sitemapNamesOfPages(archive).map(sitemapPath),
    '/robots.txt',
    '/opensearch.xml',
    words().file,
    `/${REDIRECTS_FILE}`,
    ...SCHEMA_FILES.map((name) => `/${name}`),
    ...dataOf(archive, null),
  ];
}

/** How many units an archive has, but the last. */
export function countUnits(archive: Archive): number {
  const { articles, speakers } = archive.totals();
  const periods = archive.countArticles('year').size + archive.countArticles('month').size;
  return 1 + periods + archive.topics().length + speakers + articles;
}

/** Every unit of an archive but the last, without holding all of them in memory. */
export function* allUnits(archive: Archive): Generator<Unit> {
  yield WHOLE;
  for (const period of ['year', 'month'] as const)
    for (const name of archive.countArticles(period).keys()) yield periodUnit(name);
  for (const { id } of archive.topics()) yield topicUnit(id);
  for (const { speaker } of archive.speakers()) yield speakerUnit(speaker.id);
  for (const address of archive.articleAddresses()) yield articleUnit(address);
}
