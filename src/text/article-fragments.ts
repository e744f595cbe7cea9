import type { Element, Root } from 'hast';
import { isBlock } from './canonical-text.ts';
import { BlockReader, joinStretches } from './block-reader.ts';
import { PageText, type Stretch } from './page-text.ts';
import { fragmentFor, withoutSpace } from './text-fragment.ts';

/** Elements that a browser's text-fragment search does not match across, although they are not blocks. */
const GAPS = new Set(['br', 'img', 'figure', 'figcaption', 'input']);

/**
 * The text directives of every statement of an article: one for each block that contains its words. A statement that
 * begins or ends inside a word, or that appears again with the same words around it, has none.
 *
 * @param tree the article's body as it is shown, its statements marked with `data-statement`
 * @param before the texts of the blocks that the page shows before the body
 */
export function articleFragments(tree: Root, before: readonly string[]): Map<string, string[]> {
  const reader = new BlockReader(before);
  const found = new Map<string, Stretch[]>();
  walk(tree, null);
  const page = new PageText(reader.blocks);
  return new Map([...found].map(([id, stretches]) => [id, fragmentsFor(page, joinStretches(stretches))]));

  function walk(parent: Root | Element, statement: string | null): void {
    for (const node of parent.children) {
      if (node.type === 'text') {
        const place = reader.add(node.value);
        if (!place || !statement) continue;
        const places = found.get(statement);
        if (places) places.push(place);
        else found.set(statement, [place]);
      } else if (node.type === 'element') {
        const isApart = isBlock(node) || GAPS.has(node.tagName);
        if (isApart) reader.close();
        const { dataStatement } = node.properties;
        walk(node, typeof dataStatement === 'string' ? dataStatement : statement);
        if (isApart) reader.close();
      }
    }
  }
}

function fragmentsFor(page: PageText, stretches: readonly Stretch[]): string[] {
  const made = stretches.map((stretch) => fragmentFor(page, withoutSpace(page, stretch)));
  const fragments = made.flatMap((result) => ('fragment' in result ? [result.fragment] : []));
  return fragments.length === made.length ? fragments : [];
}
