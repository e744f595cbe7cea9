import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { pictureSize } from './picture-size.ts';

/** An image that an article shows: a file beside it, by its name. */
export interface ArticleImage {
  name: string;
  element: Element;
}

/** File types that browsers show. SVG can run scripts, so it is not among them. */
const IMAGE_NAME = /^(?:\.\/)?([\w][\w.-]*\.(?:avif|gif|jpe?g|png|webp))$/i;

/** The images of a body, in order. */
export function findImages(tree: Root): ArticleImage[] {
  const images: ArticleImage[] = [];
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'img') return;
    const [, name] = IMAGE_NAME.exec(String(element.properties['src'])) ?? [];
    images.push({ name: name ?? '', element });
  });
  return images;
}

/** Checks that every image is a picture beside the article; lines count from the body's first. */
export function checkImages(tree: Root, folder: string): { line: number; message: string }[] {
  return findImages(tree).flatMap(({ name, element }) => {
    const message = checkImage(name, element.properties['src'] ?? '', folder);
    return message ? [{ line: element.position?.start.line ?? 1, message }] : [];
  });
}

function checkImage(name: string, shown: string, folder: string): string | null {
  if (!name) {
    return `The image \`${shown}\` is not a picture beside the article. Put an AVIF, GIF, JPEG, PNG or WebP file there and name it alone: \`![What it shows](name.jpg "Caption")\`.`;
  }
  const path = join(folder, name);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    return `The image \`${name}\` does not exist. Put the file beside the article, or correct its name.`;
  }
  if (pictureSize(readFileSync(path))) return null;
  return `The image \`${name}\` is damaged or not an AVIF, GIF, JPEG, PNG or WebP picture: its size cannot be read. Replace the file.`;
}
