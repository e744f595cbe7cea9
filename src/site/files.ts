import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Archive } from '../catalogue/archive.ts';
import type { PublishedArticle } from '../catalogue/published.ts';
import type { ArticleJson } from '../content/rows/article-json.ts';
import type { ArticleRow } from '../content/rows/article-row.ts';
import { annotationCollection } from './data/annotations.ts';
import { dataFile, schemaFile } from './data/data-files.ts';
import {
  articleFeed,
  correctionFeed,
  type Feed,
  NEWEST_IN_FEED,
  speakerFeed,
  statementFeed,
  toAtom,
  toJsonFeed,
  topicFeed,
} from './feeds/feed.ts';
import { REDIRECTS_FILE, redirects } from './feeds/redirects.ts';
import { sitemap, sitemapIndex } from './feeds/sitemap.ts';
import { sitemapNamed, sitemapNames } from './feeds/sitemap-parts.ts';
import { shareImageOfArchive, shareImageOfArticle, shareImageOfStatement } from './images/share.ts';
import { openSearch } from './opensearch.ts';
import { wordsFile } from '../content/words/read-words.ts';
import { words } from '../words/chosen.ts';
import { absolute, link, site } from './site.ts';

/** The content of a file that is not a page. */
export type Content = string | Uint8Array | Iterable<string>;

type Made = Content | null;
type Maker = (archive: Archive, ...parts: string[]) => Made | Promise<Made>;

const ARTICLE = String.raw`(/\d{4}/\d\d/\d\d/[^/]+/)`;

/** The files of a site that are not pages, by their paths. */
const FILES: [path: string, maker: Maker][] = [
  [
    '/feed\\.(xml|json)',
    (archive, format) => inFormat(format, articleFeed(archive.articles({ newest: NEWEST_IN_FEED }))),
  ],
  [
    '/statements\\.(xml|json)',
    (archive, format) => inFormat(format, statementFeed(archive.statements({ newest: NEWEST_IN_FEED }))),
  ],
  [
    '/corrections\\.(xml|json)',
    (archive, format) => inFormat(format, correctionFeed(archive.corrections.latest(NEWEST_IN_FEED))),
  ],
  ['/speakers/([^/]+)/feed\\.(xml|json)', ofSpeaker],
  ['/topics/([^/]+)/feed\\.(xml|json)', ofTopic],
  [`${ARTICLE}index\\.txt`, (archive, address = '') => archive.texts(address)?.text ?? null],
  [`${ARTICLE}index\\.md`, (archive, address = '') => archive.texts(address)?.body ?? null],
  [`${ARTICLE}index\\.json`, ofArticle(articleJson)],
  [
    `${ARTICLE}annotations\\.jsonld`,
    ofArticle((article) => `${JSON.stringify(annotationCollection(article, absolute))}\n`),
  ],
  ['/s/([^/]+)/share\\.png', imageOfStatement],
  [`${ARTICLE}([^/]+\\.(?:avif|gif|jpe?g|png|webp))`, picture],
  [`${ARTICLE}share\\.png`, imageOfArticle],
  ['/share\\.png', shareImageOfArchive],
  ['/sitemap\\.xml', (archive) => sitemapIndex(sitemapNames(archive).map((name) => `/sitemap-${name}.xml`))],
  ['/sitemap-([^/]+)\\.xml', ofSitemap],
  ['/robots\\.txt', () => `User-agent: *\nAllow: /\n\nSitemap: ${absolute('/sitemap.xml')}\n`],
  ['/opensearch\\.xml', openSearch],
  ['/words/[^/]+\\.json', () => wordsFile(words())],
  [`/${REDIRECTS_FILE.replace('.', '\\.')}`, (archive) => redirects(articleRows(archive), link)],
  ['/([^/]+\\.schema\\.json)', (_, name = '') => schemaFile(name)],
  ['/([^/]+\\.(?:ndjson|csv|json))', (archive, name = '') => dataFile(archive, name)],
];

const PATTERNS = FILES.map(([path, maker]) => [new RegExp(`^${path}$`, 'i'), maker] as const);

/** Makes the file at a path from the archive's root; `null` if there is none. */
export async function fileAt(archive: Archive, path: string): Promise<Made> {
  for (const [pattern, maker] of PATTERNS) {
    const match = pattern.exec(path);
    const made = match && (await maker(archive, ...match.slice(1)));
    if (made !== null) return made;
  }
  return null;
}

const inFormat = (format: string | undefined, feed: Feed): string =>
  format === 'json' ? toJsonFeed(feed) : toAtom(feed);

function ofSitemap(archive: Archive, name = ''): Made {
  const part = sitemapNamed(archive, name);
  return part ? sitemap(part.paths) : null;
}

function ofSpeaker(archive: Archive, id = '', format = ''): Made {
  const speaker = archive.speaker(id);
  return speaker && inFormat(format, speakerFeed(speaker, archive.statements({ newest: NEWEST_IN_FEED }, speaker.id)));
}

function ofTopic(archive: Archive, id = '', format = ''): Made {
  const topic = archive.topic(id);
  return topic && inFormat(format, topicFeed(topic, archive.articles({ newest: NEWEST_IN_FEED }, id)));
}

function ofArticle(make: (article: PublishedArticle) => string): Maker {
  return (archive, address = '') => {
    const article = archive.article(address);
    return article && make(article);
  };
}

/** An article and its statements, as data. */
function articleJson({ row, statements }: PublishedArticle): string {
  const content: ArticleJson = { archive: site.title, article: row, statements };
  return `${JSON.stringify(content)}\n`;
}

function picture(archive: Archive, address = '', name = ''): Made {
  const { path = '', pictures = [] } = archive.listed(address) ?? {};
  return pictures.includes(name) ? readFileSync(join(dirname(path), name)) : null;
}

async function imageOfStatement(archive: Archive, id = ''): Promise<Made> {
  const statement = archive.statement(id);
  return statement && (await shareImageOfStatement(statement.row));
}

async function imageOfArticle(archive: Archive, address = ''): Promise<Made> {
  const listed = archive.listed(address);
  return listed && (await shareImageOfArticle(listed.row));
}

function* articleRows(archive: Archive): Generator<ArticleRow> {
  for (const line of archive.articleLines()) yield JSON.parse(line) as ArticleRow;
}
