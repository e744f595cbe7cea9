import type { APIRoute } from 'astro';
import { articleImages, type ArticlePicture } from '../../../../../archive/article-images.ts';
import { articlePaths } from '../../../../../archive/paths.ts';

export async function getStaticPaths() {
  const articles = await articlePaths();
  const images = articles.map(async ({ params, props: { article } }) =>
    (await articleImages(article)).map((image) => ({ params: { ...params, image: image.name }, props: { image } })),
  );
  return (await Promise.all(images)).flat();
}

/** A picture beside an article. */
export const GET: APIRoute<{ image: ArticlePicture }> = ({ props: { image } }) => new Response(image.bytes);
