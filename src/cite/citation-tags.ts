import type { Cited } from './cited.ts';
import { fullName, invertedName, nameParts, type NameParts } from '../base/person-names.ts';

/**
 * The metadata by which Zotero's generic translator, Google Scholar and others recognise a page as a newspaper article:
 * Highwire Press tags and Dublin Core. `citation_journal_title` would make it a journal article.
 *
 * @returns the names and contents of `meta` elements
 */
export function citationTags({ title, authors, outlet, published, language, address }: Cited): [string, string][] {
  const names = authors.map((author) => readableName(nameParts(author)));
  const day = published.replaceAll('-', '/');
  return [
    ['citation_title', title],
    ...names.map((name): [string, string] => ['citation_author', name]),
    ['citation_publication_date', day],
    ['citation_date', day],
    ['citation_public_url', address],
    ['citation_language', language],
    ...(outlet ? [['citation_publisher', outlet] as [string, string], ['DC.source', outlet] as [string, string]] : []),
    ['DC.type', 'newspaperArticle'],
    ['DC.title', title],
    ...names.map((name): [string, string] => ['DC.creator', name]),
    ['DC.date', published],
    ['DC.language', language],
    ['DC.identifier', address],
  ];
}

/** `van der Berg, Anna`; in natural order if Zotero would mistake the comma for one between two authors. */
function readableName(parts: NameParts): string {
  const inverted = invertedName(parts);
  const [first = '', second = ''] = inverted.split(/\s*,\s*/);
  return first.includes(' ') && second.includes(' ') ? fullName(parts) : inverted;
}
