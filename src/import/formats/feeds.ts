import { parseFeed } from 'feedsmith';
import { ImportProblem, type Item, type Refused } from '../item.ts';
import { timestampDay } from '../words/days.ts';
import { readByline } from '../words/byline.ts';
import { isRecord, textsOf } from './fields.ts';
import { paragraphsOfHtml } from './wordpress-text.ts';

/** A text of a feed that is shorter, or ends so, is an excerpt. */
const EXCERPT = /(?:\.\.\.|…|\[…\]|\[&#8230;\]|read more|continue reading)\W*$/i;
const SHORTEST = 400;

/** Reads the items of an RSS or Atom feed or a JSON Feed. */
export function readFeed(text: string): (Item | Refused)[] {
  let feed: Record<string, unknown>;
  try {
    const parsed: unknown = parseFeed(text);
    feed = isRecord(parsed) && isRecord(parsed['feed']) ? parsed['feed'] : {};
  } catch (error) {
    throw new ImportProblem('damaged feed', `The feed cannot be read: ${(error as Error).message}. Save it again.`);
  }
  const entries = [feed['items'], feed['entries']].find(Array.isArray) ?? [];
  if (entries.length === 0) throw new ImportProblem('no articles', 'The feed has no items.');
  const outlet = textsOf(feed['title'])[0];
  const xml = isRecord(feed['xml']) ? feed['xml'] : {};
  const language = textsOf(feed['language'])[0] ?? textsOf(xml['lang'])[0];
  return entries
    .filter(isRecord)
    .filter(isArticle)
    .map((entry, place) => itemOf(entry, `item ${place + 1}`, outlet, language));
}

/** Blogger's exports are Atom feeds that have its settings, comments and templates beside its posts. */
const BLOGGER = 'schemas.google.com/blogger';

function isArticle(entry: Record<string, unknown>): boolean {
  const kinds = textsOf(entry['categories']).filter((term) => term.includes(BLOGGER));
  return kinds.length === 0 || kinds.some((term) => term.endsWith('#post'));
}

function itemOf(
  entry: Record<string, unknown>,
  place: string,
  outlet: string | undefined,
  language: string | undefined,
): Item | Refused {
  const dc = isRecord(entry['dc']) ? entry['dc'] : {};
  const content = contentOf(entry);
  if (content === null)
    return {
      place,
      reason: 'no text',
      problem: 'The item has no text, only a link. Save the page that it leads to, and import that.',
    };
  const words = content.html.replaceAll(/<[^<>]*>/g, ' ').trim();
  const isExcerpt = content.isSummary && (words.length < SHORTEST || EXCERPT.test(words));
  const link = linkOf(entry);
  const dates = ['pubDate', 'published', 'date_published', 'updated', 'date_modified'].flatMap((name) =>
    textsOf(entry[name]),
  );
  const day = [...dates, ...textsOf(dc['dates'] ?? dc['date'])].map(timestampDay).find((one) => one !== null);
  const names = [...textsOf(dc['creators'] ?? dc['creator']), ...textsOf(entry['authors'] ?? entry['author'])];
  return {
    place,
    format: 'feed',
    title: textsOf(entry['title'])[0],
    day: day ?? undefined,
    authors: names
      .flatMap((name) => readByline(name, true))
      .filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index),
    outlet,
    source: link,
    language: textsOf(entry['language'])[0] ?? language,
    topics: [...textsOf(entry['categories']), ...textsOf(entry['tags'])].filter((topic) => !topic.includes(BLOGGER)),
    body: { kind: 'html', html: paragraphsOfHtml(content.html), base: link ?? null },
    warnings: isExcerpt ? ['The feed has only an excerpt of this article. Save its page, and import that.'] : [],
  };
}

/** The text of an entry: the whole content if the feed has it, otherwise the summary. */
function contentOf(entry: Record<string, unknown>): { html: string; isSummary: boolean } | null {
  const encoded = isRecord(entry['content'])
    ? (entry['content']['encoded'] ?? entry['content']['value'])
    : entry['content'];
  const [whole] = [...textsOf(entry['content_html']), ...textsOf(encoded)];
  if (whole !== undefined) return { html: whole, isSummary: false };
  const [plain] = textsOf(entry['content_text']);
  if (plain !== undefined) return { html: escapeText(plain), isSummary: false };
  const [summary] = [...textsOf(entry['description']), ...textsOf(entry['summary'])];
  return summary === undefined ? null : { html: summary, isSummary: true };
}

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function linkOf(entry: Record<string, unknown>): string | undefined {
  const links = Array.isArray(entry['links']) ? entry['links'].filter(isRecord) : [];
  const alternate = links.find(({ rel }) => rel === undefined || rel === 'alternate');
  return [...textsOf(entry['link']), ...textsOf(entry['url']), ...textsOf(alternate?.['href'])].find((link) =>
    /^https?:/.test(link),
  );
}
