import { listPages } from '../../text/list-pages.ts';
import { type Address, statementAddress } from '../../text/address.ts';
import type { GoneStatement } from '../../content/record-file.ts';
import type { FormerAddress, GoneAddress } from '../../content/former.ts';
import { type Article, getArchive } from './index.ts';

/** The parts of an article's address, named as in the routes of its pages. */
export interface ArticleParams {
  year: string;
  month: string;
  day: string;
  slug: string;
}

export function articleParams({ address }: { address: string }): ArticleParams {
  const [year = '', month = '', day = '', slug = ''] = address.split('/').slice(1);
  return { year, month, day, slug };
}

/** One path per article, for its page and the files beside it. */
export async function articlePaths(): Promise<
  { params: ArticleParams & Record<string, string>; props: { article: Article } }[]
> {
  const { articles } = await getArchive();
  return articles.map((article) => ({ params: { ...articleParams(article) }, props: { article } }));
}

/** The pages of a list after the first one, as the routes of its pages name them. */
export const furtherPages = (items: readonly unknown[]): { params: { page: string } }[] =>
  listPages(items)
    .slice(1)
    .map(({ number }) => ({ params: { page: String(number) } }));

/** The former addresses below a path, such as `/s/`. */
export const formerOf = (former: readonly FormerAddress[], path: string): FormerAddress[] =>
  former.filter(({ address }) => address.startsWith(path));

/** The former addresses of articles, which begin with a year. */
export const formerArticles = (former: readonly FormerAddress[]): FormerAddress[] =>
  former.filter(({ address }) => /^\/\d{4}\//.test(address));

/** The address of a statement that its record lists as gone. */
export function goneAddress({ id, on, why, was, withhold }: GoneStatement): GoneAddress {
  const address: Address = statementAddress(id);
  return { address, to: null, on, why, was: withhold ? null : (was ?? null), isWithheld: withhold };
}
