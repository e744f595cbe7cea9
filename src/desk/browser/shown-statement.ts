/** A stretch of the article's canonical text, as indices of a JavaScript string. */
export interface Span {
  start: number;
  end: number;
}

/** The statement that the page shows. */
export interface Shown {
  section: HTMLElement;
  id: string;
  path: string;
  version: string;
  spans: Span[];
  paragraphs: Paragraph[];
}

/** A paragraph of the article: one text node, and its place in the text. */
export interface Paragraph extends Span {
  node: Text;
}

/** Reads the statement that the page shows; `null` if there is none. */
export function readShown(queue: HTMLElement): Shown | null {
  const section = queue.querySelector<HTMLElement>('[data-statement]');
  const { statement: id, path, version, spans } = section?.dataset ?? {};
  if (!section || !id || path === undefined || version === undefined) return null;
  const paragraphs = [...section.querySelectorAll<HTMLElement>('[data-start]')].flatMap((element): Paragraph[] => {
    const node = element.firstChild;
    const start = Number(element.dataset['start']);
    return node instanceof Text ? [{ node, start, end: start + node.data.length }] : [];
  });
  return { section, id, path, version, spans: JSON.parse(spans ?? '[]') as Span[], paragraphs };
}

/** The words of a span. */
export const wordsOf = ({ paragraphs }: Shown, { start, end }: Span): string =>
  paragraphs
    .filter((paragraph) => paragraph.start < end && paragraph.end > start)
    .map(({ node, start: from }) => node.data.slice(Math.max(0, start - from), end - from))
    .join(' ');

/** Spans as ranges of the page. */
export function rangesOf({ paragraphs }: Shown, spans: readonly Span[]): Range[] {
  return spans.flatMap(({ start, end }) =>
    paragraphs.flatMap((paragraph) => {
      const from = Math.max(start, paragraph.start);
      const to = Math.min(end, paragraph.end);
      if (from >= to) return [];
      const range = new Range();
      range.setStart(paragraph.node, from - paragraph.start);
      range.setEnd(paragraph.node, to - paragraph.start);
      return [range];
    }),
  );
}

/** The words that are selected in the article's paragraphs; `null` if none are. */
export function selectedSpan({ paragraphs }: Shown): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const spans = paragraphs.flatMap(({ node, start }): Span[] => {
    if (!range.intersectsNode(node)) return [];
    const from = range.startContainer === node ? range.startOffset : 0;
    const to = range.endContainer === node ? range.endOffset : node.data.length;
    return to > from ? [{ start: start + from, end: start + to }] : [];
  });
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}
