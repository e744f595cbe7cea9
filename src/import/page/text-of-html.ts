import type { ElementContent, RootContent } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { BLOCKS } from './to-markdown.ts';

/** The text of HTML, block by block, as it may be part of an article. */
export function textOfHtml(html: string): string {
  return blocksOf(unified().use(rehypeParse, { fragment: true }).parse(html).children)
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .join('\n\n');
}

const STARTS_BLOCK = new Set([
  ...BLOCKS,
  ...'li dt dd td th tr pre hr br figcaption header footer main aside body'.split(' '),
]);
const NO_TEXT = new Set(
  'script style template noscript iframe form button select nav footer aside svg head'.split(' '),
);

function blocksOf(nodes: readonly (RootContent | ElementContent)[]): string[] {
  const blocks = [''];
  for (const node of nodes) {
    if (node.type === 'text') blocks.push((blocks.pop() ?? '') + node.value);
    if (node.type !== 'element' || NO_TEXT.has(node.tagName)) continue;
    const [first = '', ...others] = blocksOf(node.children);
    if (STARTS_BLOCK.has(node.tagName)) blocks.push(first, ...others, '');
    else {
      blocks.push((blocks.pop() ?? '') + first, ...others);
    }
  }
  return blocks;
}
