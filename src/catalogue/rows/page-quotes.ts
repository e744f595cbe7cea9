import type { StatementId } from '../../base/ids.ts';
import { codePoints } from '../../text/canonical-text.ts';
import { type DomText, piecesIn } from '../../text/dom-text.ts';
import type { StatementRow } from '../../content/rows/statement-row.ts';
import type { Article } from '../../content/types.ts';
import { withUniqueContext } from '../../text/unique-context.ts';

/** Words of a statement that are contiguous in the DOM of its article's page, and the text before and after them. */
export interface PageQuote {
  prefix: string;
  exact: string;
  suffix: string;
  /** Their place in the canonical text, in code points, end exclusive. */
  start: number;
  end: number;
}

/**
 * The statements of an article as quotations of its page, by id: one for each block that contains words of a statement,
 * and more if something else is between those words, such as the number of a footnote. In the text of the page, `prefix
 * + exact + suffix` occurs only once.
 *
 * @param rows the rows of its statements, in the same order
 * @param dom the article's body as the page shows it
 * @param others texts outside the body that may repeat its words, such as the title
 */
export function pageQuotes(
  { text, statements }: Article,
  rows: readonly StatementRow[],
  dom: DomText,
  others: readonly string[],
): Record<StatementId, PageQuote[]> {
  const found = statements.flatMap(({ id, spans }, index) =>
    spans.flatMap((span, at) => {
      const first = rows[index]?.spans[at]?.start ?? 0;
      return piecesIn(dom, span).map(({ canonical, dom: start, length }) => {
        const place = first + lengthOf(text.slice(span.start, canonical));
        return { id, start, end: start + length, place };
      });
    }),
  );
  const contexts = withUniqueContext(dom.text, found, others);
  const quotes: Record<StatementId, PageQuote[]> = {};
  for (const [index, { id, start, end, place }] of found.entries()) {
    const context = contexts[index] ?? { start, end };
    const exact = dom.text.slice(start, end);
    (quotes[id] ??= []).push({
      prefix: dom.text.slice(context.start, start),
      exact,
      suffix: dom.text.slice(end, context.end),
      start: place,
      end: place + lengthOf(exact),
    });
  }
  return quotes;
}

const lengthOf = (text: string): number => codePoints(text, text.length);
