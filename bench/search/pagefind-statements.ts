import type { Day } from '../../src/base/day.ts';
import type { StatementId } from '../../src/base/ids.ts';
import type { StatementType } from '../../src/text/statement-types.ts';
import type { Address } from '../../src/text/address.ts';
import { loadPagefind, type Pagefind, pagefindWords } from '../../src/browser/search/search-articles.ts';
import { formsOf } from '../../src/text/words.ts';
import type { Coverage, Field, Hit, Query, Results, StatementSearch } from '../../src/search/query/index.ts';

/** A statement as Pagefind returns it. */
interface Data {
  raw_url: string;
  raw_content: string;
  locations: number[];
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

interface Answer {
  results: { data(): Promise<Data> }[];
  filters: Record<string, Record<string, number>>;
}

/**
 * Searches statements with Pagefind, as a baseline for the static index. It does not distinguish verbatim matches from
 * other forms, exclude words or correct typos; and it has no days and no version.
 *
 * @param folder the address of its index, made by `buildPagefind`
 */
export function pagefindStatements(folder: string): StatementSearch {
  return {
    open: async () => coverageOf(await (await loadPagefind(folder)).filters()),
    search: async (query) => results(await loadPagefind(folder), query),
    likely: () => Promise.reject(new Error('Pagefind does not compare quotations.')),
    suggest: () => Promise.resolve([]),
  };
}

function coverageOf({ year = {} }: Record<string, Record<string, number>>): Coverage {
  const statements = Object.values(year).reduce((sum, count) => sum + count, 0);
  return { statements, days: null, gaps: [], version: 'none', years: Object.keys(year).map(Number).toSorted() };
}

async function results(pagefind: Pagefind, query: Query): Promise<Results> {
  const sort = query.order === 'newest' ? { sort: { published: 'desc' } } : {};
  const filters = await filtersOf(pagefind, query);
  const isNone = Object.values(filters).some(({ any }) => any.length === 0);
  if (isNone) return nothing();
  const answer = (await pagefind.search(pagefindWords(query) || null, { filters, ...sort })) as unknown as Answer;
  return {
    repairs: [],
    leads: [],
    load: async (from, to) =>
      (await Promise.all(answer.results.slice(from, to).map((result) => result.data()))).map(hit),
    count: () =>
      Promise.resolve({
        total: answer.results.length,
        verbatim: 0,
        years: new Map(Object.entries(answer.filters['year'] ?? {}).map(([year, count]) => [Number(year), count])),
      }),
    facets: () => {
      const { speaker = {}, type = {} } = answer.filters;
      const speakers = Object.entries(speaker).map(([id, count]) => ({ id, name: id, count }));
      return Promise.resolve({
        speakers: speakers.toSorted((a, b) => b.count - a.count),
        types: new Map(Object.entries(type)),
      });
    },
  };
}

const nothing = (): Results => ({
  repairs: [],
  leads: [],
  load: () => Promise.resolve([]),
  count: () => Promise.resolve({ total: 0, verbatim: 0, years: new Map() }),
  facets: () => Promise.resolve({ speakers: [], types: new Map() }),
});

/** The filters of a query; part of a speaker's name matches every speaker whose name contains it. */
async function filtersOf(pagefind: Pagefind, { only, years }: Query): Promise<Record<string, { any: string[] }>> {
  const known = await pagefind.filters();
  const matching = (field: string, isWanted: (value: string) => boolean): { any: string[] } => ({
    any: Object.keys(known[field] ?? {}).filter(isWanted),
  });
  const filters: Record<string, { any: string[] }> = {};
  for (const [field, value] of Object.entries(only) as [Field, string][]) {
    const wanted = formsOf(value).join(' ');
    filters[field] = matching(field, (other) => formsOf(other).join(' ').includes(wanted));
  }
  if (years) filters['year'] = matching('year', (year) => Number(year) >= years.from && Number(year) <= years.to);
  return filters;
}

function hit({ raw_url, raw_content, locations, meta, filters }: Data): Hit {
  const matches = new Set(locations);
  const [speaker] = filters['speaker'] ?? [];
  return {
    id: (raw_url.split('#s-')[1] ?? '') as StatementId,
    fragments: raw_content.split(/\s+/).map((text, index) => ({ text: `${text} `, isMatch: matches.has(index) })),
    isVerbatim: false,
    ofSpeaker: [],
    type: (filters['type']?.[0] ?? 'direct') as StatementType,
    status: 'inferred',
    shown: raw_content,
    speaker: speaker ? { id: speaker, name: meta['title'] ?? '', role: meta['role'] ?? '' } : null,
    sure: true,
    said: '',
    published: raw_url.split('/').slice(1, 4).join('-') as Day,
    article: { url: (raw_url.split('#')[0] ?? '') as Address, title: '', language: '', outlet: '', topics: [] },
  };
}
