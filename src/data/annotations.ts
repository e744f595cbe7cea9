import { speakerAddress } from '../article/address.ts';
import type { Article } from '../archive/index.ts';
import type { StatementRow } from './statement-row.ts';

/** Code points of context on each side, at first; more where the same words stand in the same context. */
const CONTEXT = 32;

/** A statement of an article as a Web Annotation (W3C Recommendation, 23 February 2017). */
export interface Annotation {
  id: string;
  type: 'Annotation';
  motivation: 'describing';
  /** The statement; `schema:` is a prefix that the Recommendation's own context knows. */
  body: {
    id: string;
    type: 'schema:Quotation';
    'schema:creator'?: { id: string; 'schema:name': string };
  };
  target: Target[];
}

interface Target {
  source: string;
  selector: [TextQuoteSelector, TextPositionSelector];
}

interface TextQuoteSelector {
  type: 'TextQuoteSelector';
  exact: string;
  prefix: string;
  suffix: string;
}

interface TextPositionSelector {
  type: 'TextPositionSelector';
  /** Code points of the canonical text, from 0, end exclusive. */
  start: number;
  end: number;
}

/**
 * The statements of an article as a Web Annotation collection of one page. Their targets are stretches of the
 * canonical text, `index.txt`: `text.slice(start, end)` is `exact`, and prefix, exact and suffix together occur once.
 */
export function annotationCollection(
  article: Article,
  rows: readonly StatementRow[],
  absolute: (path: string) => string,
): object {
  const id = absolute(`${article.address}annotations.jsonld`);
  const source = absolute(`${article.address}index.txt`);
  const characters = Array.from(article.text);
  const items = rows.map((row): Annotation => ({
    id: `${id}#${row.id}`,
    type: 'Annotation',
    motivation: 'describing',
    body: {
      id: row.uri,
      type: 'schema:Quotation',
      ...(row.speaker
        ? { 'schema:creator': { id: absolute(speakerAddress(row.speaker.id)), 'schema:name': row.speaker.name } }
        : {}),
    },
    target: row.spans.map((span) => ({
      source,
      selector: [quoteSelector(article.text, characters, span), { type: 'TextPositionSelector', ...span }],
    })),
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

function quoteSelector(
  text: string,
  characters: readonly string[],
  { start, end }: { start: number; end: number },
): TextQuoteSelector {
  const cut = (from: number, to: number): string => characters.slice(Math.max(0, from), to).join('');
  for (let context = CONTEXT; ; context *= 2) {
    const [prefix, exact, suffix] = [cut(start - context, start), cut(start, end), cut(end, end + context)];
    const whole = prefix + exact + suffix;
    const isOnce = text.indexOf(whole) === text.lastIndexOf(whole);
    if (isOnce || context > characters.length) return { type: 'TextQuoteSelector', exact, prefix, suffix };
  }
}
