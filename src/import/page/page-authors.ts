import type { Author } from '../../content/article-file.ts';
import { isByline, readByline } from '../words/byline.ts';
import { readDateLine } from '../words/days.ts';
import { all, clean, MOST_ELEMENTS, shortLines } from './elements.ts';

/** Elements that name the author, in the order of trust. */
const BYLINES =
  '[rel~="author"], [itemprop~="author"] [itemprop="name"], [itemprop~="author"], .byline, .author-name, .author, [class*="byline" i], [class*="author-name" i], [class*="authorname" i], [data-testid*="byline" i], address';

/** The authors: as the metadata name them, from elements for a byline, or from the first line that is one. */
export function authorsOf(document: Document, told: readonly string[], inMeta: readonly string[]): Author[] {
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
  for (const text of shortLines(document)) {
    if (!/^(?:by|автор|հեղինակ)/i.test(text)) continue;
    const line = readDateLine(text)?.rest ?? text;
    if (isByline(line)) return readByline(line);
  }
  return [];
}

const unique = (authors: readonly Author[]): Author[] =>
  [...new Map(authors.toReversed().map((author) => [author.name.toLowerCase(), author])).values()].toReversed();
