import { speakerAddress } from '../../text/address.ts';
import { speakerName } from '../../text/speaker-name.ts';
import type { Article } from '../archive/index.ts';
import type { PageQuote } from './page-quotes.ts';
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
 * @param quotes the statements' words in the page, by id
 * @param absolute returns the absolute address of a path
 */
export function annotationCollection(
  article: Article,
  rows: readonly StatementRow[],
  quotes: ReadonlyMap<string, readonly PageQuote[]>,
  absolute: (path: string) => string,
): object {
  const id = absolute(`${article.address}annotations.jsonld`);
  const source = absolute(article.address);
  const conformsTo = absolute(`${article.address}index.txt`);
  const target = ({ exact, prefix, suffix, start, end }: PageQuote): Target => ({
    source,
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      { type: 'TextPositionSelector', conformsTo, start, end },
    ],
  });
  const items = rows.map((row): Annotation => ({
    id: `${id}#${row.id}`,
    type: 'Annotation',
    motivation: 'describing',
    body: {
      id: row.uri,
      type: 'schema:Quotation',
      ...creditOf(row, absolute),
    },
    target: (quotes.get(row.id) ?? []).map(target),
  }));
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'AnnotationCollection',
    label: article.title,
    total: items.length,
    first: { id: `${id}#page`, type: 'AnnotationPage', startIndex: 0, items },
  };
}

function creditOf({ speaker, sure }: StatementRow, absolute: (path: string) => string): Partial<Annotation['body']> {
  if (!speaker) return {};
  const { id, name, described } = speaker;
  if (id === null) return { 'schema:creditText': speakerName(name ?? described, sure) };
  return { 'schema:creator': { id: absolute(speakerAddress(id)), 'schema:name': name ?? '' } };
}
