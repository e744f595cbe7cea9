import type { Nodes, Paragraph, Heading, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { isTimeOnly } from '../words/days.ts';
import { isHeadLine } from '../words/head-lines.ts';
import { boilerplate } from './boilerplate.ts';

/** At most this many blocks at the beginning repeat what the head of the article has. */
const MOST_HEAD_BLOCKS = 5;

/** Longer paragraphs at the beginning are the text itself. */
const LONGEST_HEAD_BLOCK = 300;

/** Removes from a converted page what the article's frontmatter already has, and boxes that are not part of the text. */
export function tidy(tree: Root, title: string | undefined): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const isText = isBlock(node);
    const words = isText ? textOf(node) : '';
    const mayBeEmpty = isText || node.type === 'link';
    if ((mayBeEmpty && textOf(node) === '' && !hasImage(node)) || (isText && boilerplate(words))) {
      parent.children.splice(index, 1);
      return index;
    }
    // The headings of an article are lowered one level, below its title.
    if (node.type === 'heading') node.depth = Math.max(1, node.depth - 1) as typeof node.depth;
    return undefined;
  });
  visit(tree, ['list', 'listItem', 'blockquote'], (node, index, parent) => {
    if (!parent || index === undefined || !('children' in node) || node.children.length > 0) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
  for (let seen = 0; seen < MOST_HEAD_BLOCKS; seen++) {
    const place = tree.children.findIndex(isBlock);
    const first = tree.children[place];
    if (!first || place > 1 || !isBlock(first)) return;
    const left = withoutHead(first, title);
    if (left === first.children) return;
    if (left.length > 0) first.children = left;
    else tree.children.splice(place, 1);
  }
}

const isBlock = (node: Nodes | RootContent): node is Paragraph | Heading =>
  node.type === 'paragraph' || node.type === 'heading';

/** What is left of a block without its lines up to the last that is of the head. */
function withoutHead(block: Paragraph | Heading, title: string | undefined): PhrasingContent[] {
  const starts = [0, ...block.children.flatMap(({ type }, place) => (type === 'break' ? [place + 1] : []))];
  const lines = starts.map((start, line) => block.children.slice(start, starts[line + 1]));
  if (lines.length > 1 && textOf(block).length > LONGEST_HEAD_BLOCK) return block.children;
  const last = lines.findLastIndex((line) => {
    const words = line.map(textOf).join('').trim();
    return isHeadLine(words) || isTimeOnly(words) || isTitle(words, title, lines.length > 1);
  });
  return last < 0 ? block.children : lines.slice(last + 1).flat();
}

/** Whether a line is the headline or, in a block of several lines, ends with it. */
function isTitle(words: string, title: string | undefined, canEnd: boolean): boolean {
  const comparable = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
  const [line, head] = [comparable(words), comparable(title ?? '')];
  return head !== '' && (line === head || (canEnd && head.length > 10 && line.endsWith(head)));
}

function hasImage(node: Nodes): boolean {
  let found = node.type === 'image';
  visit(node, 'image', () => {
    found = true;
  });
  return found;
}

function textOf(node: Nodes): string {
  let text = '';
  visit(node, (child) => {
    if ('value' in child) text += child.value;
    else if (child.type === 'break') text += ' ';
  });
  return text.replaceAll(/\s+/g, ' ').trim();
}
