import type { Element as HtmlElement, ElementContent } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Element, ElementContent as XmlContent, Root } from 'xast';
import type { Author } from '../../content/article-file.ts';
import { readByline } from '../words/byline.ts';
import { elementAt, elementsIn, localName, parseXml, textIn } from './xml.ts';

/** What NITF's elements are in HTML; those of other names leave their content. */
const HTML: Record<string, string> = {
  p: 'p',
  hl1: 'h1',
  hl2: 'h2',
  bq: 'blockquote',
  ol: 'ol',
  ul: 'ul',
  li: 'li',
  dl: 'dl',
  dt: 'dt',
  dd: 'dd',
  pre: 'pre',
  hr: 'hr',
  br: 'br',
  table: 'table',
  tr: 'tr',
  th: 'th',
  td: 'td',
  em: 'em',
  q: 'q',
  sub: 'sub',
  sup: 'sup',
  a: 'a',
};

/** Elements that are not part of the article's text. */
const LEFT_OUT = new Set(['media', 'nitf-table-metadata', 'custom-table', 'body.head', 'head', 'tagline', 'note']);

const stringifier = unified().use(rehypeStringify).freeze();

/** The body of an NITF document (iptc.org/std/NITF) as HTML. */
export const nitfBody = (text: string): string => htmlOf(parseXml(text));

/** What an NITF document, or one inside another, says of its article. */
export function nitfFacts(node: Root | Element): { html: string; title: string | undefined; authors: Author[] } {
  const head = elementAt(node, 'body.head');
  const byline = elementAt(head, 'byline');
  const named = textIn(byline, ['byttl']) || textIn(byline);
  const title = textIn(elementAt(head, 'hl1')) || textIn(elementAt(node, 'title'));
  return { html: htmlOf(node), title: title || undefined, authors: named ? readByline(named, true) : [] };
}

function htmlOf(node: Root | Element): string {
  const content = elementAt(node, 'body.content') ?? elementAt(node, 'body') ?? elementsIn(node, 'nitf')[0];
  const dateline = textIn(elementAt(node, 'dateline'));
  const blocks = (content ?? node).children.flatMap(converted);
  const tree = { type: 'root' as const, children: [...(dateline ? [h('p', dateline)] : []), ...blocks] };
  return stringifier.stringify(tree);
}

function converted(node: XmlContent | Root['children'][number]): ElementContent[] {
  if (node.type === 'text' || node.type === 'cdata') return [{ type: 'text', value: node.value }];
  if (node.type !== 'element' || LEFT_OUT.has(localName(node))) return [];
  const name = HTML[localName(node)];
  const children = node.children.flatMap(converted);
  if (name === undefined) return children;
  const href = name === 'a' ? node.attributes['href'] : undefined;
  const element: HtmlElement = { type: 'element', tagName: name, properties: href ? { href } : {}, children };
  return [element];
}
