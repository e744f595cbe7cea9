import type { Fragment, Query } from '../../search/query/index.ts';

/** The parts of Pagefind's browser API that are used (pagefind.app/docs/api). */
export interface Pagefind {
  init(): Promise<void>;
  filters(): Promise<Record<string, Record<string, number>>>;
  search(words: string | null, options: object): Promise<{ results: PagefindResult[] }>;
}

export interface PagefindResult {
  data(): Promise<PagefindData>;
}

export interface PagefindData {
  raw_url: string;
  raw_content: string;
  locations: number[];
  anchors: { id: string; location: number }[];
  meta: Record<string, string>;
}

/** An article that was found. */
export interface ArticleHit {
  /** The path, from the archive's root, of the paragraph that contains the first match. */
  place: string;
  title: string;
  published: string;
  fragments: Fragment[];
}

export interface ArticleResults {
  total: number;
  load: (from: number, to: number) => Promise<ArticleHit[]>;
}

/** How many words of an article are shown before and after the first that matches. */
const WORDS_AROUND = 15;

const loaded = new Map<string, Promise<Pagefind>>();

/** Loads Pagefind once per folder; a failed load is tried again the next time. */
export function loadPagefind(folder: string): Promise<Pagefind> {
  let loading = loaded.get(folder);
  if (!loading) {
    loading = (async () => {
      const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
      await pagefind.init();
      return pagefind;
    })();
    loaded.set(folder, loading);
    loading.catch(() => loaded.delete(folder));
  }
  return loading;
}

/** The query for Pagefind: the words, and phrases in the quotation marks that it knows. It cannot exclude words. */
export const pagefindWords = ({ words, phrases }: Query): string =>
  [...words, ...phrases.map((phrase) => `"${phrase}"`)].join(' ');

/**
 * Searches articles with Pagefind.
 *
 * @param folder the address of an index
 */
export async function searchArticles(folder: string, query: Query): Promise<ArticleResults> {
  const { years } = query;
  const words = pagefindWords(query);
  if (words === '') return { total: 0, load: () => Promise.resolve([]) };
  const pagefind = await loadPagefind(folder);
  const known = years ? Object.keys((await pagefind.filters())['year'] ?? {}) : [];
  const any = years && known.filter((year) => Number(year) >= years.from && Number(year) <= years.to);
  if (any?.length === 0) return { total: 0, load: () => Promise.resolve([]) };
  const { results } = await pagefind.search(words, any ? { filters: { year: { any } } } : {});
  return {
    total: results.length,
    load: async (from, to) => (await Promise.all(results.slice(from, to).map((result) => result.data()))).map(hit),
  };
}

function hit({ raw_url, raw_content, locations, anchors, meta }: PagefindData): ArticleHit {
  const words = raw_content.split(/\s+/);
  const first = Math.min(...locations, words.length);
  const paragraph = anchors.filter(({ id, location }) => id.startsWith('p-') && location <= first).at(-1);
  const from = locations.length === 0 ? 0 : Math.max(0, first - WORDS_AROUND);
  const matches = new Set(locations);
  const fragments = words.slice(from, from + 2 * WORDS_AROUND).flatMap((text, index) => [
    { text, isMatch: matches.has(from + index) },
    { text: ' ', isMatch: false },
  ]);
  return {
    place: paragraph ? `${raw_url}#${paragraph.id}` : raw_url,
    title: meta['title'] ?? '',
    published: raw_url.split('/').slice(1, 4).join('-'),
    fragments,
  };
}
