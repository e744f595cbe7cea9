import type { APIRoute } from 'astro';
import { periodAddress, speakerAddress } from '../article/address.ts';
import { getArchive } from '../archive/index.ts';
import { topicsOf } from '../archive/topics.ts';
import { countBy } from '../archive/periods.ts';
import { sitemap } from '../feeds/sitemap.ts';

export async function getStaticPaths() {
  const { articles, speakers, statementsIn } = await getArchive();
  const pages = [
    '/',
    '/search/',
    '/about/',
    '/corrections/',
    '/speakers/',
    '/topics/',
    ...topicsOf(articles).map(({ address }) => address),
    ...speakers.map(({ id }) => speakerAddress(id)),
  ];
  const years = [...Map.groupBy(articles, ({ day }) => day.slice(0, 4))].map(([year, own]) => {
    const months = [...countBy(own, ({ day }) => day.slice(5, 7)).keys()].map((month) => periodAddress(year, month));
    const addresses = own.flatMap((article) => [
      article.address,
      ...statementsIn(article).map(({ address }) => address),
    ]);
    return { params: { part: year }, props: { paths: [periodAddress(year), ...months, ...addresses] } };
  });
  return [{ params: { part: 'pages' }, props: { paths: pages } }, ...years];
}

export const GET: APIRoute<{ paths: string[] }> = ({ props: { paths } }) => new Response(sitemap(paths));
