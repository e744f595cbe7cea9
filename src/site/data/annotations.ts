import { speakerAddress } from '../../text/address.ts';
import { speakerName } from '../../text/speaker-name.ts';
import type { PublishedArticle } from '../../catalogue/published.ts';
import type { PageQuote } from '../../catalogue/rows/page-quotes.ts';
import type { ArticleRow } from '../../content/rows/article-row.ts';
import type { StatementRow } from '../../content/rows/statement-row.ts';

/** A statement of an article as a Web Annotation (W3C Recommendation, 23 February 2017). */
export interface Annotation {
  id: string;
  type: 'Annotation';
  motivation: 'describing';
  /** The statement; the prefix `schema:` is defined in the Recommendation's own context. */
  body: {
    id: string;
    type: 'schema:Quotation';
    'schema:creator'?: { id: string; 'schema:name': string };
    /** The description of the speaker, or a name that is only probable. */
    'schema:creditText'?: string;
  };
  target: Target[];
}

interface Target {
  /** The absolute address of the article's page. */
  source: string;
  selector: [TextQuoteSelector, TextPositionSelector];
}

/** Words of the page, as found in its text nodes in document order, before any script changes them. */
interface TextQuoteSelector {
  type: 'TextQuoteSelector';
  exact: string;
  prefix: string;
  suffix: string;
}

/** The same words in the article's canonical text, not in the page. */
interface TextPositionSelector {
  type: 'TextPositionSelector';
  /** The absolute address of the canonical text, `index.txt`. */
  conformsTo: string;
  /** Code points of the canonical text, from 0, end exclusive. */
  start: number;
  end: number;
}

/**
 * The statements of an article as a Web Annotation collection of one page. Their targets are words of the article's
 * page: one target for each stretch that is contiguous in its DOM. `prefix + exact + suffix` occurs only once there,
 * and `exact` is `text.slice(start, end)` of the canonical text.
 *
 * @param absolute returns the absolute address of a path
 */
export function annotationCollection(
  { row: article, statements, quotes }: PublishedArticle,
  absolute: (path: string) => string,
): object {
  const id = absolute(`${article.url}annotations.jsonld`);
  const source = absolute(article.url);
  const conformsTo = absolute(`${article.url}index.txt`);
  const target = ({ exact, prefix, suffix, start, end }: PageQuote): Target => ({
    source,
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      { type: 'TextPositionSelector', conformsTo, start, end },
    ],
  });
  const items = statements.map((row): Annotation => ({
    id: `${id}#${row.id}`,
    type: 'Annotation',
    motivation: 'describing',
    body: {
      id: row.uri,
      type: 'schema:Quotation',
      ...creditOf(row, absolute),
    },
    target: (quotes[row.id] ?? []).map(target),
  }));
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'AnnotationCollection',
    label: plainTitle(article),
    total: items.length,
    first: { id: `${id}#page`, type: 'AnnotationPage', startIndex: 0, items },
  };
}

/** The headline without the brackets of one that the archive supplied. */
const plainTitle = ({ title, titleSupplied }: ArticleRow): string => (titleSupplied ? title.slice(1, -1) : title);

function creditOf({ speaker, sure }: StatementRow, absolute: (path: string) => string): Partial<Annotation['body']> {
  if (!speaker) return {};
  const { id, name, described } = speaker;
  if (id === null) return { 'schema:creditText': speakerName(name ?? described, sure) };
  return { 'schema:creator': { id: absolute(speakerAddress(id)), 'schema:name': name ?? '' } };
}
