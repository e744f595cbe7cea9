import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { findImages } from '../../content/images.ts';

export interface ImageSource {
  src: string;
  width: number;
  height: number;
}

/**
 * Sets the sources and sizes of a body's images. An image that is alone in its paragraph becomes a figure, with its
 * title as the caption.
 *
 * `![A pier](pier.jpg "The pier in May")` -> `<figure><img …><figcaption>The pier in May</figcaption></figure>`
 */
export function layFigures(tree: Root, image: (name: string) => ImageSource): void {
  for (const { name, element } of findImages(tree)) {
    Object.assign(element.properties, image(name), { loading: 'lazy', decoding: 'async' });
  }
  visit(tree, 'element', (element, index, parent) => {
    const picture = onlyPicture(element);
    if (!picture || !parent || index === undefined) return;
    const { title } = picture.properties;
    delete picture.properties['title'];
    const caption = title ? [h('figcaption', title)] : [];
    parent.children[index] = h('figure', [picture, ...caption]);
  });
}

function onlyPicture({ tagName, children }: Element): Element | null {
  const [only, ...others] = children;
  const isAlone = tagName === 'p' && others.length === 0 && only?.type === 'element' && only.tagName === 'img';
  return isAlone ? only : null;
}
