import type { Author } from '../../content/article-file.ts';
import type { Day } from '../../base/day.ts';
import { isByline, readByline } from '../words/byline.ts';
import { firstDay, readDateLine } from '../words/days.ts';
import { articleOf, namesOf, textOf } from './json-ld.ts';

/** What a page says about the article on it. */
export interface PageFacts {
  title: string | undefined;
  day: Day | undefined;
  authors: Author[];
  outlet: string | undefined;
  source: string | undefined;
  language: string | undefined;
  topics: string[];
  description: string | undefined;
  rights: string | undefined;
}

/** Names of `meta` elements, as `name`, `property` or `itemprop`, in the order of trust. */
const META = {
  title: 'og:title twitter:title citation_title parsely-title dc.title dcterms.title headline sailthru.title title',
  day: `article:published_time datepublished og:published_time og:article:published_time article.published
    citation_publication_date citation_online_date citation_date dc.date.issued dcterms.issued dcterms.created
    dcterms.date dc.date dc.date.created parsely-pub-date sailthru.date publish-date publish_date publishdate
    published_time pubdate publication_date publicationdate date cxenseparse:recs:publishtime cxenseparse:publishtime
    displaydate originalpublicationdate article_date_original created bt:pubdate rnews:datepublished release_date`,
  author: `citation_author author article:author parsely-author dc.creator dcterms.creator sailthru.author byl
    article:author_name cxenseparse:author creator rnews:creator twitter:data1`,
  outlet:
    'og:site_name citation_publisher application-name publisher dc.publisher dcterms.publisher apple-mobile-web-app-title',
  source: 'og:url citation_public_url parsely-link',
  language: 'og:locale dc.language dcterms.language language citation_language content-language inlanguage',
  topics: 'article:section parsely-section article:tag dc.subject',
  keywords: 'news_keywords keywords parsely-tags sailthru.tags',
  description: 'og:description description twitter:description dc.description',
  rights: 'copyright dc.rights dcterms.rights',
};

/** The most keywords that are taken for topics: a page that has more fills them for search engines. */
const MOST_TOPICS = 12;

/** Elements that name the author, in the order of trust. */
const BYLINES =
  '[rel~="author"], [itemprop~="author"] [itemprop="name"], [itemprop~="author"], .byline, .author-name, .author, [class*="byline" i], [class*="author-name" i], [class*="authorname" i], [data-testid*="byline" i], address';

/** Elements that show the day, in the order of trust. */
const DATES =
  'time[pubdate], time[itemprop~="datePublished"], [itemprop~="datePublished"], article time[datetime], header time[datetime], time[datetime], .date, .published, .dateline, .timestamp, [class*="publish" i], [class*="date" i], [class*="timestamp" i], [class*="byline" i], [id*="date" i], time';

/** Elements whose text may be a line of the head. */
const LINES = 'p, span, div, li, small, h4, h5, h6, td, b, i, em, font';
/** Among the first so many elements of a page, a line that shows the day is looked for. */
const MOST_LINES = 600;
const LONGEST_LINE = 120;
/** The most words that such a line has besides the day: a name, `in News`. */
const MOST_BESIDE = 6;

/** How many of such elements are looked at. */
const MOST_ELEMENTS = 12;

/**
 * Reads what a page says about its article: in its JSON-LD, in `meta` elements (Open Graph, citation, Dublin Core,
 * Parse.ly), in the attributes of `time`, and in the words of its byline.
 *
 * @param address the address of the page, if it is known otherwise
 */
export function readPageFacts(document: Document, address: string | undefined): PageFacts {
  const scripts = all(document, 'script[type="application/ld+json"]').map((script) => script.textContent);
  const { article = {}, nodes = [] } = articleOf(scripts) ?? {};
  const meta = metaOf(document);
  const first = (names: keyof typeof META): string | undefined => valuesOf(meta, META[names])[0];
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? undefined;
  const source = [canonical, first('source'), textOf(article['url']), address].find(isWebAddress);
  const names = namesOf(article['author'], nodes);
  const outlet = outletOf(outletName(namesOf(article['publisher'], nodes)[0]), outletName(first('outlet')), names);
  return {
    title: titleOf(document, textOf(article['headline']) ?? textOf(article['name']), first('title'), outlet),
    day: dayOfPage(document, textOf(article['datePublished']) ?? textOf(article['dateCreated']), meta, source),
    authors: asPublished(authorsOf(document, names, valuesOf(meta, META.author)), outlet),
    outlet,
    source,
    language: languageOf([
      document.documentElement.getAttribute('lang'),
      textOf(article['inLanguage']),
      first('language'),
    ]),
    topics: topicsOf(
      [...namesOf(article['articleSection'], []), ...valuesOf(meta, META.topics)],
      [...namesOf(article['keywords'], nodes), ...valuesOf(meta, META.keywords)],
    ),
    description: first('description'),
    rights: first('rights'),
  };
}

/** The name of an outlet, without what its page adds to it; `undefined` for an address. */
function outletName(name: string | undefined): string | undefined {
  const [bare = ''] = (name ?? '').replace(/^@/, '').split(/\s+[|»]\s+/);
  return bare === '' || /^https?:/.test(bare) ? undefined : bare;
}

/** The outlet as the publisher is named, unless that is a person who wrote the article. */
function outletOf(
  publisher: string | undefined,
  site: string | undefined,
  authors: readonly string[],
): string | undefined {
  if (publisher === undefined || site === undefined || comparable(publisher) === comparable(site))
    return publisher ?? site;
  return authors.includes(publisher) ? site : publisher;
}

/** An outlet among the authors is no person; beside a person it is not the author. */
function asPublished(authors: readonly Author[], outlet: string | undefined): Author[] {
  const isOutlet = ({ name }: Author): boolean =>
    outlet !== undefined && comparable(outlet).startsWith(comparable(name));
  const others = authors.filter((author) => !isOutlet(author));
  if (others.length > 0) return others;
  return authors.map((author) => (isOutlet(author) ? { name: outlet ?? author.name, kind: 'organisation' } : author));
}

/** The contents of `meta` elements by their names. */
function metaOf(document: Document): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const element of all(document, 'meta[content]')) {
    const content = clean(element.getAttribute('content') ?? '');
    if (content === '') continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name) meta.set(name, [...(meta.get(name) ?? []), content]);
    }
  }
  return meta;
}

const valuesOf = (meta: ReadonlyMap<string, string[]>, names: string): string[] =>
  names.split(/\s+/).flatMap((name) => meta.get(name) ?? []);

/** The headline: as the page shows it if that is what its metadata says, otherwise as these have it. */
function titleOf(
  document: Document,
  headline: string | undefined,
  titled: string | undefined,
  outlet: string | undefined,
): string | undefined {
  const heads = all(document, 'h1')
    .map((element) => clean(element.textContent))
    .filter((text) => text !== '');
  const told = [headline, titled, clean(document.querySelector('title')?.textContent ?? '')]
    .filter((text) => text !== undefined && text !== '')
    .map((text) => withoutOutlet(clean(text ?? ''), outlet, heads));
  const shown = heads.find((text) => told.some((other) => isSame(text, other)));
  return shown ?? told[0] ?? (heads.length === 1 ? heads[0] : undefined);
}

/** Whether one text is the other, or its beginning, but for case and punctuation. */
function isSame(shown: string, told: string): boolean {
  const [a, b] = [shown, told].map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')) as [string, string];
  if (a === '') return false;
  // A told headline may be cut, or begin with its section: `Opinion | ...`.
  return a === b || (b.length >= 20 && a.startsWith(b.slice(0, 60))) || (a.length >= 20 && b.endsWith(a));
}

/** `Ferry sunk | The Kell Courier` -> `Ferry sunk`. */
function withoutOutlet(title: string, outlet: string | undefined, heads: readonly string[]): string {
  const parts = title.split(/\s+[|–—•»·-]\s+|\s*\|\s*|\s+::\s+/);
  if (parts.length < 2 || heads.includes(title)) return title;
  const [first = title] = parts;
  const last = parts.at(-1) ?? '';
  const isOutlet = (text: string): boolean => outlet !== undefined && comparable(text) === comparable(outlet);
  if (heads.some((head) => comparable(head) === comparable(first))) return first;
  if (isOutlet(first) && parts.length === 2) return last;
  const cut = title.slice(0, title.lastIndexOf(last)).replace(/\s*(?:[|–—•»·-]|::)\s*$/, '');
  return isOutlet(last) || (title.includes('|') && last.split(' ').length <= 4) ? cut : title;
}

const comparable = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The day of publication: from the metadata, from the attributes of elements, from their words, or from the address. */
function dayOfPage(
  document: Document,
  published: string | undefined,
  meta: ReadonlyMap<string, string[]>,
  source: string | undefined,
): Day | undefined {
  const told = [published, ...valuesOf(meta, META.day)].map((text) => timestampDay(text ?? ''));
  const inMeta = told.find((day) => day !== null);
  if (inMeta) return inMeta;
  for (const element of all(document, DATES).slice(0, MOST_ELEMENTS)) {
    const given = timestampDay(element.getAttribute('datetime') ?? element.getAttribute('content') ?? '');
    if (given) return given;
    const text = clean(element.textContent);
    const line = text.length < 300 ? readDateLine(text) : null;
    if (line?.found.day) return line.found.day;
  }
  return dayOfAddress(source ?? '') ?? shownDay(document) ?? undefined;
}

/** The day in the path of an address: `/2019/11/18/`, `/2019/nov/18/`, `-20191118`. */
function dayOfAddress(address: string): Day | null {
  const path = URL.parse(address)?.pathname ?? '';
  const [, year, month, day] = /\/((?:19|20)\d\d)\/([a-z]{3,9})\/(\d{1,2})(?=\/|$)/i.exec(path) ?? [];
  return firstDay(month ? `${day} ${month} ${year}` : path);
}

/** The first line of a page that is a day and not much else. */
function shownDay(document: Document): Day | null {
  for (const element of all(document, LINES).slice(0, MOST_LINES)) {
    const text = clean(element.textContent);
    if (text.length < 8 || text.length > LONGEST_LINE) continue;
    const line = readDateLine(text);
    if (line?.found.day && line.rest.split(' ').length <= MOST_BESIDE) return line.found.day;
  }
  return null;
}

/** The day of a date, a date-time (as its own zone has it) or a time stamp in seconds or milliseconds. */
export function timestampDay(text: string): Day | null {
  const seconds = /^\d{9,10}$/.test(text) ? Number(text) : /^\d{12,13}$/.test(text) ? Number(text) / 1000 : null;
  return firstDay(seconds === null ? text : new Date(seconds * 1000).toISOString());
}

function authorsOf(document: Document, told: readonly string[], inMeta: readonly string[]): Author[] {
  for (const names of [told, inMeta]) {
    const authors = names
      .filter((name) => !/^https?:|^\/|facebook\.com/i.test(name))
      .flatMap((name) => readByline(name, true));
    if (authors.length > 0) return unique(authors);
  }
  for (const element of all(document, BYLINES).slice(0, MOST_ELEMENTS)) {
    const text = clean(element.getAttribute('content') ?? element.textContent);
    const authors = text.length < 200 ? readByline(readDateLine(text)?.rest ?? text) : [];
    if (authors.length > 0) return unique(authors);
  }
  return authorsShown(document);
}

/** The authors of the first line of a page that is a byline. */
function authorsShown(document: Document): Author[] {
  for (const element of all(document, LINES).slice(0, MOST_LINES)) {
    const text = clean(element.textContent);
    if (text.length > LONGEST_LINE || !/^(?:by|автор|հեղինակ)/i.test(text)) continue;
    const line = readDateLine(text)?.rest ?? text;
    if (isByline(line)) return readByline(line);
  }
  return [];
}

const unique = (authors: readonly Author[]): Author[] =>
  [...new Map(authors.toReversed().map((author) => [author.name.toLowerCase(), author])).values()].toReversed();

/** `en_US` -> `en-US`. */
function languageOf(given: readonly (string | null | undefined)[]): string | undefined {
  return given
    .map((tag) =>
      (tag ?? '')
        .trim()
        .replaceAll('_', '-')
        .replace(/^([A-Za-z]{2,3})(?=-|$)/, (part) => part.toLowerCase()),
    )
    .find((tag) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag));
}

/** Sections, and keywords if they are few enough to have been chosen by an editor. */
function topicsOf(sections: readonly string[], keywords: readonly string[]): string[] {
  const split = keywords
    .flatMap((text) => text.split(/\s*[,;]\s*/))
    .filter((text) => text !== '' && !text.includes(':'));
  const all = [...sections, ...(split.length <= MOST_TOPICS ? split : [])]
    .map(clean)
    .filter((text) => text !== '' && text.length <= 60);
  return [...new Map(all.map((text) => [text.toLowerCase(), text])).values()].slice(0, MOST_TOPICS);
}

const isWebAddress = (text: string | undefined): text is string =>
  text !== undefined && /^https?:\/\/[^\s/]/.test(text) && URL.canParse(text);

const all = (document: Document, selector: string): Element[] => [...document.querySelectorAll(selector)];

const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();
