import type { APIRoute } from 'astro';
import { articleImages, type ArticlePicture } from '../../../../../site/archive/article-images.ts';
import { articlePaths } from '../../../../../site/archive/paths.ts';

export async function getStaticPaths() {
  const articles = await articlePaths();
  return articles.flatMap(({ params, props: { article } }) =>
    articleImages(article).map((image) => ({ params: { ...params, image: image.name }, props: { image } })),
  );
}

/** An image of an article. */
export const GET: APIRoute<{ image: ArticlePicture }> = ({ props: { image } }) => new Response(image.bytes);
