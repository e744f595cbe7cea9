import { STATEMENT_TYPES, typeWords } from '../../text/statement-types.ts';
import { articleItem } from './article-item.ts';
import { describeCoverage } from './coverage.ts';
import { make } from '../dom.ts';
import { formatDate, formatDay } from '../../text/dates.ts';
import { formatNumber } from '../../text/numbers.ts';
import { type Key, rich, t } from '../../words/words.ts';
import { causeOf } from './problem-note.ts';
import type { Search } from '../../search/query/index.ts';
import { under } from './hit-item.ts';
import { type ArticleHit, searchArticles } from './search-articles.ts';
import type { Coverage, Facets, Query, Results, StatementSearch } from '../../search/query/index.ts';
import { formsOf, wordsOf } from '../../text/words.ts';
import { drawYears } from './year-chart.ts';

/** How a search is narrowed to speakers that are named in some way. */
const NAMED = {
  named: 'search.onlyNamed',
  described: 'search.onlyDescribed',
  proposed: 'search.onlyProposed',
  unknown: 'search.onlyUnknown',
} as const satisfies Record<string, Key>;
/** At most this many articles are offered by their titles. */
const MOST_TITLES = 3;
/** Suggestions are offered from this many letters on. */
const SHORTEST_START = 2;

/** A search whose first hits are shown, with the elements for what is found out later. */
export interface ShownSearch {
  search: Search;
  query: Query;
  found: Results;
  statements: StatementSearch;
  form: HTMLFormElement;
  summary: HTMLElement;
  results: HTMLElement;
  /** What the words lead to besides statements. */
  leads: HTMLElement;
  chart: HTMLElement;
  articles: HTMLElement;
  /** Whether the summary already says how many statements there are. */
  isCounted?: boolean;
  /** Whether no other search has been started since. */
  isLatest: () => boolean;
  address: (search: Search) => string;
  /** A link to another search, which is shown in place. */
  link: (search: Search, text: string) => HTMLElement;
  list: <Hit>(
    name: string,
    load: (from: number, to: number) => Promise<Hit[]>,
    item: (hit: Hit) => HTMLElement,
    total: number,
  ) => Promise<HTMLElement>;
}

/**
 * Shows, after the first hits, how many there are, their years and speakers, suggestions, and articles. Failures are
 * reported in place; the hits stay.
 */
export async function showDetails(shown: ShownSearch): Promise<void> {
  const { isLatest, summary, chart, articles } = shown;
  try {
    await countHits(shown);
  } catch (error) {
    if (!isLatest()) return;
    const counted = shown.isCounted ? `${summary.textContent} ` : '';
    summary.textContent = counted + t('search.notCounted', { cause: causeOf(error) });
    chart.replaceChildren();
  }
  try {
    if (isLatest()) await showArticles(shown);
  } catch {
    articles.replaceChildren(make('p', { className: 'detail' }, t('search.articlesFailed')));
  }
}

async function countHits(shown: ShownSearch): Promise<void> {
  const { query, found, statements, isLatest } = shown;
  // Both wait for the same lists; what the facets need besides is loaded at the same time.
  const facets = found.facets();
  facets.catch(() => undefined);
  const { total, verbatim, years } = await found.count();
  if (!isLatest()) return;
  const coverage = await statements.open();
  if (!isLatest()) return;
  summarize(shown, total, verbatim, coverage);
  const everyYear = query.years ? await (await statements.search({ ...query, years: null })).count() : null;
  if (!isLatest()) return;
  showYears(shown, everyYear?.years ?? years);
  if (total > 0) offerFacets(shown, await facets);
  await offerSuggestions(shown);
}

/** Shows how many statements were found, in a short line, and folded the line that cites the search. */
function summarize(shown: ShownSearch, total: number, verbatim: number, coverage: Coverage): void {
  const { text, speaker, year, type, named } = shown.search;
  const only = [
    speaker && t('search.onlySpeaker', { name: speaker.replace(/^[~?]/, '') }),
    year,
    type && wordsOfType(type),
    named && wordsOfNamed(named),
  ].filter(Boolean);
  const words = searchedWords(text, shown.found.repairs);
  const asked = [
    words && t('search.searchedFor', { words }),
    only.length > 0 && t('search.only', { conditions: only.join(', ') }),
  ]
    .filter(Boolean)
    .join('');
  const statements = t('count.statements', { count: total });
  const count = total > verbatim ? t('search.foundForms', { statements, others: total - verbatim }) : statements;
  shown.summary.textContent = total > 0 ? `${count}.` : t('search.none', { asked });
  shown.isCounted = true;
  const line = t('search.line', { count, asked, coverage: describeCoverage(coverage) });
  const cite = make('details', { className: 'detail cite' }, make('summary', {}, t('search.cite')));
  cite.append(make('p', { className: 'citable' }, line));
  // A result of nothing is what is cited most.
  cite.open = total === 0;
  shown.chart.append(cite);
}

const wordsOfType = (type: string): string => {
  const known = STATEMENT_TYPES.find((one) => one === type);
  return known ? typeWords(known) : type;
};

const wordsOfNamed = (named: string): string =>
  Object.hasOwn(NAMED, named) ? t(NAMED[named as keyof typeof NAMED]) : named;

/** What was typed, with the words that were searched for instead of others, and without those that were left out. */
function searchedWords(text: string, repairs: Results['repairs']): string {
  const searched = wordsOf(text).reduceRight((whole, { form, start, end }) => {
    const used = repairs.find(({ asked }) => asked === form)?.used;
    return used === undefined ? whole : whole.slice(0, start) + used + whole.slice(end);
  }, text);
  return searched.replace(/\s+/g, ' ').trim();
}

function showYears({ search, form, chart, address, link }: ShownSearch, years: ReadonlyMap<number, number>): void {
  const found = [...years].filter(([, count]) => count > 0);
  offer(
    form,
    'year',
    found.toReversed().map(([year, count]) => [String(year), `${year} (${formatNumber(count)})`]),
  );
  if (years.size < 2 || found.length === 0) return;
  chart.prepend(drawYears(years, (year) => address({ ...search, year: String(year) }), search.year));
  for (const bar of chart.querySelectorAll('a')) bar.dataset['search'] = 'year';
  if (search.year)
    chart.append(make('p', { className: 'detail' }, link({ ...search, year: '' }, t('search.allYears'))));
}

function offerFacets({ form, search }: ShownSearch, { speakers, types }: Facets): void {
  const label = (name: string, count: number): string => `${name} (${formatNumber(count)})`;
  const bySpeaker = speakers.map(({ id, name, count }) => [id, label(name, count)] as const);
  const byType = STATEMENT_TYPES.filter((type) => types.has(type));
  offer(form, 'speaker', bySpeaker, search.speaker);
  offer(
    form,
    'type',
    byType.map((type) => [type, label(typeWords(type), types.get(type) ?? 0)]),
    search.type,
  );
}

/**
 * Offers values in a control. A control that narrows the search keeps its former values, all of which would now find
 * nothing.
 */
function offer(
  form: HTMLFormElement,
  name: string,
  options: readonly (readonly [value: string, label: string])[],
  chosen = '',
): void {
  const select = form.elements.namedItem(name);
  if (!(select instanceof HTMLSelectElement)) return;
  const [any, ...before] = select.options;
  const made = options.map(([value, label]) => make('option', { value }, label));
  const kept =
    chosen === '' && select.value === ''
      ? []
      : before.filter(({ value }) => !options.some(([other]) => other === value));
  const { value } = select;
  select.replaceChildren(...(any ? [any] : []), ...made, ...kept);
  select.value = value;
}

/** Offers completions of the word that is being typed; after `speaker:`, only of speakers. */
async function offerSuggestions({ statements, search, form }: ShownSearch): Promise<void> {
  const options = form.querySelector('datalist');
  const [, before = '', field = '', start = ''] =
    /^(.*?)(speaker:"?)?((?<=speaker:")[^"]*|[^\s:"“„«»”-]*)$/is.exec(search.text) ?? [];
  if (!options || start.length < SHORTEST_START) return;
  const suggestions = await statements.suggest(start);
  options.replaceChildren(
    ...suggestions
      .filter(({ kind }) => kind === 'speaker' || field === '')
      .map(({ kind, label, count }) =>
        make('option', {
          value: before + (kind === 'speaker' ? `speaker:"${label}"` : label),
          label:
            kind === 'speaker'
              ? t('search.suggestedSpeaker', { name: label, count: formatNumber(count) })
              : t('search.suggested', { words: label, count: formatNumber(count) }),
        }),
      ),
  );
}

/** Offers articles whose titles contain all the words, before everything else. */
async function offerTitles(leads: HTMLElement, query: Query, hits: readonly ArticleHit[], root: string): Promise<void> {
  const asked = [...query.words, ...query.phrases].flatMap(formsOf);
  const titled = hits.filter(({ title }) => {
    const held = formsOf(title);
    return asked.length > 0 && asked.every((form) => held.includes(form));
  });
  if (titled.length === 0) return;
  const { leadItem } = await import('./leads-list.ts');
  const items = titled.map(({ place, title, published }) =>
    leadItem(rich('search.titled', { title, day: formatDay(published) }), (words) =>
      make('a', { href: under(root, place) }, words),
    ),
  );
  const list = leads.querySelector('ul') ?? make('ul', { className: 'leads' });
  list.append(...items);
  leads.append(list);
}

/** Older articles are searched by themselves until this many were found, in at most this many indexes. */
const ENOUGH_ARTICLES = 5;
const MOST_INDEXES = 3;

/**
 * Articles come second: Pagefind takes much longer to load. If each year has an index of its own (or a month, or a day),
 * the newest are searched first.
 */
async function showArticles({ query, articles, results, leads, list, isLatest }: ShownSearch): Promise<void> {
  const { root = '/', pagefind = '', pagefindPeriods = '' } = results.dataset;
  const { years, only } = query;
  if (Object.keys(only).length > 0) return;
  if (query.without.length > 0) {
    articles.append(make('p', { className: 'detail' }, t('search.noExclusions')));
  }
  const show = async (folder: string, heading: (count: number) => string): Promise<number> => {
    const { total, load } = await searchArticles(folder, query);
    if (total > 0) await offerTitles(leads, query, await load(0, MOST_TITLES), root);
    if (total > 0) articles.append(await list(heading(total), load, (hit) => articleItem(hit, root), total));
    return total;
  };
  if (pagefindPeriods === '') {
    await show(pagefind, (count) => t('search.articlesCounted', { count }));
    return;
  }
  const isAsked = (year: number): boolean => !years || (year >= years.from && year <= years.to);
  const periods = pagefindPeriods.split(' ').filter((period) => isAsked(Number(period.slice(0, 'YYYY'.length))));
  const next = make('button', { type: 'button' });
  const showNext = async (): Promise<void> => {
    let found = 0;
    for (let asked = 0; asked < MOST_INDEXES && found < ENOUGH_ARTICLES && isLatest(); asked++) {
      const period = periods.shift();
      if (period === undefined) break;
      found += await show(`${pagefind}${period}/`, (count) =>
        t('search.articlesFrom', { period: formatDate(period), count }),
      );
    }
    next.remove();
    const [older] = periods;
    if (older === undefined) return;
    next.textContent = t('search.olderArticles', { period: formatDate(older) });
    articles.append(next);
  };
  next.addEventListener('click', () => void showNext());
  await showNext();
}
