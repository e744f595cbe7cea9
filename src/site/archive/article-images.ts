import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findImages } from '../../content/images.ts';
import { parseBody } from '../../text/markdown.ts';
import { pictureSize, type PictureSize } from '../../content/picture-size.ts';
import type { Article } from '../../content/types.ts';

/** An image file of an article. */
export interface ArticlePicture extends PictureSize {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Reads the images that an article shows, each once. */
export function articleImages({ body, file }: Article): ArticlePicture[] {
  if (!body.includes('![')) return [];
  const names = new Set(findImages(parseBody(body)).map(({ name }) => name));
  return [...names].map((name) => {
    const bytes = new Uint8Array(readFileSync(join(dirname(file), name)));
    return { name, bytes, ...(pictureSize(bytes) ?? { width: 0, height: 0 }) };
  });
}
