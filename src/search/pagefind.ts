import { straightMarks } from './query.ts';
import type { Facets, Fragment, Hit, Query, Results, StatementSearch } from './statement-search.ts';

/** The parts of Pagefind's browser API that are used (pagefind.app/docs/api). */
interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<Record<string, Record<string, number>>>;
  search(words: string | null, options: object): Promise<{ results: PagefindResult[] }>;
}

interface PagefindResult {
  data(): Promise<PagefindData>;
}

interface PagefindData {
  raw_url: string;
  raw_content: string;
  locations: number[];
  anchors: { id: string; location: number }[];
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** How many words of an article are shown before and after the first that matches. */
const WORDS_AROUND = 15;

let loading: Promise<Pagefind> | undefined;

/** Loads Pagefind once a page; a failed load is tried again the next time. */
function loadPagefind(bundle: string): Promise<Pagefind> {
  loading ??= (async () => {
    const pagefind = (await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as Pagefind;
    await pagefind.init();
    return pagefind;
  })();
  loading.catch(() => (loading = undefined));
  return loading;
}

/** Statements, searched with Pagefind; `bundle` is the address of its folder. */
export function pagefindStatements(bundle: string): StatementSearch {
  return {
    async open() {
      const { speaker = {}, year = {}, type = {} } = await (await loadPagefind(bundle)).filters();
      return { speaker, year, type } satisfies Facets;
    },
    async search({ words, ...filters }) {
      const narrowed = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));
      return search(bundle, words, { kind: 'statement', ...narrowed }, statementHit);
    },
  };
}

/** Articles, searched with Pagefind; a query for a speaker or a type of statement finds none. */
export async function searchArticles(bundle: string, { words, year, speaker, type }: Query): Promise<Results> {
  if (words === '' || speaker !== '' || type !== '') return { total: 0, load: () => Promise.resolve([]) };
  return search(bundle, words, { kind: 'article', ...(year === '' ? {} : { year }) }, articleHit);
}

async function search(
  bundle: string,
  words: string,
  filters: object,
  toHit: (data: PagefindData) => Hit,
): Promise<Results> {
  const pagefind = await loadPagefind(bundle);
  const sort = words === '' ? { sort: { published: 'desc' } } : {};
  const { results } = await pagefind.search(straightMarks(words) || null, { filters, ...sort });
  return {
    total: results.length,
    load: async (from, to) => (await Promise.all(results.slice(from, to).map((result) => result.data()))).map(toHit),
  };
}

function statementHit({ raw_url, raw_content, locations, meta, filters }: PagefindData): Hit {
  const [type = ''] = filters['type'] ?? [];
  const words = fragments(raw_content.split(/\s+/), new Set(locations));
  return { place: raw_url, title: meta['title'] ?? '', role: meta['role'] ?? '', type, words };
}

/** An article is shown by its words around the first match, and leads to their paragraph. */
function articleHit({ raw_url, raw_content, locations, anchors, meta }: PagefindData): Hit {
  const words = raw_content.split(/\s+/);
  const first = Math.min(...locations, words.length);
  const paragraph = anchors.filter(({ id, location }) => id.startsWith('p-') && location <= first).at(-1);
  const from = locations.length === 0 ? 0 : Math.max(0, first - WORDS_AROUND);
  const to = from + 2 * WORDS_AROUND;
  const matches = new Set(locations.map((location) => location - from));
  const place = paragraph ? `${raw_url}#${paragraph.id}` : raw_url;
  return { place, title: meta['title'] ?? '', role: '', type: '', words: fragments(words.slice(from, to), matches) };
}

function fragments(words: readonly string[], matches: ReadonlySet<number>): Fragment[] {
  return words.map((text, index) => ({ text, isMatch: matches.has(index) }));
}
