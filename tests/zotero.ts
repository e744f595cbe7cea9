import type { Head } from './page-data.ts';

/** An item as Zotero saves it. */
export interface ZoteroItem {
  itemType: string;
  title: string;
  creators: { firstName: string; lastName: string }[];
  date: string;
  url: string;
  language: string;
  publicationTitle: string;
  publisher: string;
  abstractNote: string;
}

/**
 * The rules of Zotero's translators "Embedded Metadata" and "RDF" (github.com/zotero/translators) for what these pages
 * contain: which tag decides the type, in which order the others fill each field, and how names are split.
 */
export function readAsZotero({ metas, title }: Head): ZoteroItem {
  const all = (name: string): string[] => metas.filter((meta) => meta.name === name).map(({ content }) => content);
  const first = (...names: string[]): string => names.flatMap(all)[0] ?? '';
  return {
    itemType: typeOf(first, all),
    title: first('citation_title', 'DC.title', 'og:title') || title,
    creators: (all('citation_author').length > 0 ? all('citation_author') : all('DC.creator')).flatMap(splitAuthors),
    // If several Highwire tags fill one field, the last one wins.
    date: first('citation_date', 'citation_publication_date', 'article:published_time', 'DC.date'),
    url: first('citation_public_url', 'og:url'),
    language: first('citation_language', 'DC.language'),
    publicationTitle: first('citation_journal_title', 'DC.source', 'og:site_name'),
    publisher: first('citation_publisher', 'DC.publisher'),
    abstractNote: first('citation_abstract', 'og:description', 'description'),
  };
}

function typeOf(first: (...names: string[]) => string, all: (name: string) => string[]): string {
  if (first('og:type') === 'website') return 'webpage';
  const dublinCore = first('DC.type');
  // ZU.itemTypeExists
  if (['newspaperArticle', 'journalArticle', 'webpage', 'book'].includes(dublinCore)) return dublinCore;
  return all('citation_title').length > 0 || all('citation_journal_title').length > 0 ? 'journalArticle' : 'webpage';
}

/** Splits by semicolons; otherwise by commas, if there are two words on each side of the first. */
function splitAuthors(content: string): { firstName: string; lastName: string }[] {
  const bySemicolon = content.split(/\s*;\s*/);
  const byComma = content.split(/\s*,\s*/);
  const isList = bySemicolon.length === 1 && byComma[0]?.includes(' ') && byComma[1]?.includes(' ');
  return (isList ? byComma : bySemicolon).map(cleanAuthor);
}

/** `Last, First`; without a comma, the last word is the last name (ZU.cleanAuthor). */
function cleanAuthor(name: string): { firstName: string; lastName: string } {
  const [last = '', first] = name.split(/,\s*(.*)/);
  if (first !== undefined) return { firstName: first, lastName: last };
  const words = name.split(/\s+/);
  return { firstName: words.slice(0, -1).join(' '), lastName: words.at(-1) ?? '' };
}
