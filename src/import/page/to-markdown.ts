import type { Element, ElementContent, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { checkNesting } from './check-nesting.ts';
import { tidy } from './tidy.ts';

/** HTML as Markdown, with what it refers to. */
export interface Converted {
  markdown: string;
  /** The addresses of its images, in their order, as the HTML has them. */
  images: string[];
}

/** How HTML is converted. */
export interface Conversion {
  /** The address that links are relative to; without one, only absolute links stay. */
  base: string | null;
  /** The headline, which is not repeated in the body. */
  title: string | undefined;
  /** The name of the file, beside the article, of an image that is kept; `null` for one that is left out. */
  imageName: (address: string) => string | null;
}

/** What a body may contain; attributes of the importing site mean nothing here. */
const schema = {
  ...defaultSchema,
  attributes: { a: ['href'], img: ['src', 'alt', 'title'], '*': [] },
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'], src: ['http', 'https', 'data'] },
  strip: [
    'script',
    'style',
    'template',
    'noscript',
    'iframe',
    'object',
    'form',
    'button',
    'select',
    'textarea',
    'svg',
    'math',
    'nav',
    'dialog',
    'audio',
    'video',
    'canvas',
  ],
};

const parser = unified().use(rehypeParse, { fragment: true }).freeze();
const cleaner = unified()
  .use(rehypeSanitize, schema)
  .use(rehypeRemark, { quotes: ['"'] })
  .freeze();
const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-', listItemIndent: 'one', resourceLink: true })
  .freeze();

/** Elements that are blocks. */
export const BLOCKS = new Set('p div h1 h2 h3 h4 h5 h6 ul ol blockquote table figure section article'.split(' '));

/**
 * Converts HTML to the Markdown of a body: its words, links, lists, tables and emphasis; nothing else of it is kept.
 *
 * @throws ImportProblem if it is nested too deep
 */
export function toMarkdown(html: string, conversion: Conversion): Converted {
  checkNesting(html);
  const tree = parser.parse(html.replaceAll(/(?:<br\b[^<>]*>\s*){2,}/gi, '<p>'));
  const images: string[] = [];
  clean(tree, conversion, images);
  const markdown = cleaner.runSync(tree);
  tidy(markdown, conversion.title);
  return { markdown: writer.stringify(markdown).trim(), images };
}

function clean(tree: Root, { base, imageName }: Conversion, images: string[]): void {
  visit(tree, 'element', (element, index, parent) => {
    if (!parent || index === undefined) return;
    const { tagName, properties } = element;
    if (tagName === 'table' && isLayout(element)) {
      parent.children.splice(index, 1, ...cellsOf(element));
      return index;
    }
    if (tagName === 'figure') captionImage(element, imageName);
    if (tagName === 'a') {
      const address = absoluteAddress(properties['href'], base);
      if (address === null) {
        parent.children.splice(index, 1, ...element.children);
        return index;
      }
      properties['href'] = address;
    } else if (tagName === 'img') {
      const source = String(properties['src'] ?? properties['dataSrc'] ?? '');
      const name = imageName(source);
      if (source !== '' && !source.startsWith('data:')) images.push(source);
      if (name === null) {
        parent.children.splice(index, 1);
        return index;
      }
      properties['src'] = name;
    } else if (properties['hidden'] === true || isHiddenByStyle(properties['style'])) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    return undefined;
  });
}

/** Makes the caption of a picture that is kept its title, as articles have it. */
function captionImage(figure: Element, imageName: Conversion['imageName']): void {
  const inside: Element[] = [];
  visit(figure, 'element', (element) => {
    inside.push(element);
  });
  const [image, ...others] = inside.filter(({ tagName }) => tagName === 'img');
  const caption = inside.find(({ tagName }) => tagName === 'figcaption');
  if (!image || !caption || others.length > 0 || imageName(String(image.properties['src'])) === null) return;
  image.properties['title'] = wordsIn(caption);
  caption.children = [];
}

function wordsIn(element: Element): string {
  const words: string[] = [];
  visit(element, 'text', ({ value }) => {
    words.push(value);
  });
  return words.join('').replaceAll(/\s+/g, ' ').trim();
}

const isHiddenByStyle = (style: unknown): boolean => typeof style === 'string' && /display\s*:\s*none/i.test(style);

/** The address of a link in full; `null` if it leads nowhere outside its page. */
export function absoluteAddress(href: unknown, base: string | null): string | null {
  const address = typeof href === 'string' ? href.trim() : '';
  if (address === '' || address.startsWith('#')) return null;
  const url = URL.parse(address, base ?? undefined);
  return url && /^(?:https?|mailto):$/.test(url.protocol) ? url.href : null;
}

/** Whether a table arranges blocks instead of showing data. */
function isLayout(table: Element): boolean {
  const names: string[] = [];
  visit(table, 'element', (element) => {
    if (element !== table) names.push(element.tagName);
  });
  return names.some((name) => BLOCKS.has(name)) || names.filter((name) => name === 'td' || name === 'th').length < 2;
}

function cellsOf(table: Element): ElementContent[] {
  const cells: ElementContent[] = [];
  visit(table, 'element', (element) => {
    if (!['td', 'th', 'caption'].includes(element.tagName)) return undefined;
    cells.push({ type: 'element', tagName: 'div', properties: {}, children: element.children });
    return SKIP;
  });
  return cells;
}
