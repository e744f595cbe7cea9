import { type Article, getArchive } from './index.ts';

/** The parts of an article's address, as the routes of its pages name them. */
export interface ArticleParams {
  year: string;
  month: string;
  day: string;
  slug: string;
}

export function articleParams({ address }: Article): ArticleParams {
  const [year = '', month = '', day = '', slug = ''] = address.split('/').slice(1);
  return { year, month, day, slug };
}

/** One path an article, for its page and the files beside it. */
export async function articlePaths(): Promise<
  { params: ArticleParams & Record<string, string>; props: { article: Article } }[]
> {
  const { articles } = await getArchive();
  return articles.map((article) => ({ params: { ...articleParams(article) }, props: { article } }));
}
