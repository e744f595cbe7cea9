import { BlockReader } from '../../text/block-reader.ts';
import type { Stretch } from '../../text/page-text.ts';

/** The text of the page as the browser's search sees it, and where each of its text nodes is in it. */
export interface DomBlocks {
  blocks: readonly string[];
  places: ReadonlyMap<Text, Stretch>;
}

/**
 * Reads the blocks of the page: what is shown, in document order, except what scripts add, which is not there yet when
 * a link is followed.
 */
export function domBlocks(root: Element): DomBlocks {
  const reader = new BlockReader();
  const places = new Map<Text, Stretch>();
  const walk = (parent: Element): void => {
    for (const node of parent.childNodes) {
      if (node instanceof Text) {
        const place = reader.add(node.data);
        if (place) places.set(node, place);
      } else if (node instanceof Element) {
        const { display } = getComputedStyle(node);
        if (display === 'none' || node.matches('.controls, .selection-link')) continue;
        const isApart = display !== 'inline' || node.matches('br, img');
        if (isApart) reader.close();
        walk(node);
        if (isApart) reader.close();
      }
    }
  };
  walk(root);
  return { blocks: reader.blocks, places };
}
