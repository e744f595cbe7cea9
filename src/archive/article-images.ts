import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { imageMetadata } from 'astro/assets/utils';
import { findImages } from '../article/images.ts';
import { parseBody } from '../article/markdown.ts';
import type { Article } from './types.ts';

/** A picture that stands beside an article. */
export interface ArticlePicture {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
}

/** Reads the pictures that an article shows, each once. */
export async function articleImages({ body, file }: Article): Promise<ArticlePicture[]> {
  if (!body.includes('![')) return [];
  const names = new Set(findImages(parseBody(body)).map(({ name }) => name));
  return Promise.all(
    [...names].map(async (name) => {
      const path = join(dirname(file), name);
      const bytes = new Uint8Array(readFileSync(path));
      const { width, height } = await imageMetadata(bytes, path);
      return { name, bytes, width, height };
    }),
  );
}
