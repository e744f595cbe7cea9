import type { Author } from '../../content/article-file.ts';
import type { Day } from '../../base/day.ts';
import { all, clean, comparable } from './elements.ts';
import { articleOf, namesOf, textOf } from './json-ld.ts';
import { authorsOf } from './page-authors.ts';
import { dayOfPage } from './page-day.ts';
import { META, metaOf, valuesOf } from './page-meta.ts';
import { titleOf } from './page-title.ts';

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

/** The most keywords that become topics: pages with more of them list them for search engines. */
const MOST_TOPICS = 12;

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

/** An outlet among the authors is an organisation; beside a person it is left out. */
function asPublished(authors: readonly Author[], outlet: string | undefined): Author[] {
  const isOutlet = ({ name }: Author): boolean =>
    outlet !== undefined && comparable(outlet).startsWith(comparable(name));
  const others = authors.filter((author) => !isOutlet(author));
  if (others.length > 0) return others;
  return authors.map((author) => (isOutlet(author) ? { name: outlet ?? author.name, kind: 'organisation' } : author));
}

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
