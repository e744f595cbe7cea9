import { TYPE_WORDS } from '../../text/statement-types.ts';
import { articleItem } from './article-item.ts';
import { describeCoverage } from './coverage.ts';
import { make } from '../dom.ts';
import { formatNumber } from '../../text/numbers.ts';
import { causeOf } from './problem-note.ts';
import type { Search } from '../../search/query/index.ts';
import { searchArticles } from './search-articles.ts';
import type { Coverage, Facets, Query, Results, StatementSearch } from '../../search/query/index.ts';
import { wordsOf } from '../../text/words.ts';
import { yearChart } from './year-chart.ts';

/** The wording of each type of statement. */
const WORDS = new Map<string, string>(Object.entries(TYPE_WORDS));

const NAMED: Record<string, string> = {
  named: 'named speakers',
  described: 'described speakers',
  proposed: 'speakers with a probable name',
  unknown: 'unknown speakers',
};
/** Suggestions are offered from this many letters on. */
const SHORTEST_START = 2;

/** A search whose first hits are shown, with the elements for what is found out later. */
export interface ShownSearch {
  search: Search;
  query: Query;
  found: Results;
  coverage: Coverage;
  statements: StatementSearch;
  form: HTMLFormElement;
  summary: HTMLElement;
  results: HTMLElement;
  chart: HTMLElement;
  articles: HTMLElement;
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
    const counted = summary.textContent.includes('verbatim') ? summary.textContent : '';
    summary.textContent = `${counted} The results could not all be counted: ${causeOf(error)}`.trim();
    chart.replaceChildren();
  }
  try {
    if (isLatest()) await showArticles(shown);
  } catch {
    articles.replaceChildren(
      make('p', { className: 'detail' }, 'Articles were not searched: their index could not be loaded.'),
    );
  }
}

async function countHits(shown: ShownSearch): Promise<void> {
  const { query, found, statements, isLatest } = shown;
  const { total, verbatim, years } = await found.count();
  if (!isLatest()) return;
  summarize(shown, total, verbatim);
  const everyYear = query.years ? await (await statements.search({ ...query, years: null })).count() : null;
  if (!isLatest()) return;
  showYears(shown, everyYear?.years ?? years);
  if (total > 0) offerFacets(shown, await found.facets());
  await offerSuggestions(shown);
}

function summarize({ search, summary, coverage, found }: ShownSearch, total: number, verbatim: number): void {
  const { text, speaker, year, type, named } = search;
  const forms = total > verbatim ? `, ${formatNumber(total - verbatim)} in other forms of the words` : '';
  const only = [
    speaker && `speaker ${speaker.replace(/^[~?]/, '')}`,
    year,
    type && (WORDS.get(type) ?? type),
    named && (NAMED[named] ?? named),
  ].filter(Boolean);
  const words = wordsOf(text).reduceRight((whole, { form, start, end }) => {
    const used = found.repairs.find(({ asked: from }) => from === form)?.used;
    return used ? whole.slice(0, start) + used + whole.slice(end) : whole;
  }, text);
  const asked = [words && ` for ${words}`, only.length > 0 && ` (only ${only.join(', ')})`].filter(Boolean);
  summary.textContent = `${formatNumber(verbatim)} verbatim${forms}${asked.join('')} in ${describeCoverage(coverage)}.`;
}

function showYears({ search, form, chart, address, link }: ShownSearch, years: ReadonlyMap<number, number>): void {
  const found = [...years].filter(([, count]) => count > 0);
  offer(
    form,
    'year',
    found.toReversed().map(([year, count]) => [String(year), `${year} (${formatNumber(count)})`]),
  );
  if (years.size < 2 || found.length === 0) return;
  chart.replaceChildren(yearChart(years, (year) => address({ ...search, year: String(year) }), search.year));
  for (const bar of chart.querySelectorAll('a')) bar.dataset['search'] = 'year';
  if (search.year) chart.append(make('p', { className: 'detail' }, link({ ...search, year: '' }, 'All years')));
}

function offerFacets({ form, search }: ShownSearch, { speakers, types }: Facets): void {
  const label = (name: string, count: number): string => `${name} (${formatNumber(count)})`;
  const bySpeaker = speakers.map(({ id, name, count }) => [id, label(name, count)] as const);
  const byType = [...WORDS].filter(([type]) => types.has(type));
  offer(form, 'speaker', bySpeaker, search.speaker);
  offer(
    form,
    'type',
    byType.map(([type, name]) => [type, label(name, types.get(type) ?? 0)]),
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

async function offerSuggestions({ statements, search, form }: ShownSearch): Promise<void> {
  const options = form.querySelector('datalist');
  const [, before = '', start = ''] = /^(.*?)([^\s:"“„«»”-]*)$/s.exec(search.text) ?? [];
  if (!options || start.length < SHORTEST_START) return;
  const suggestions = await statements.suggest(start);
  options.replaceChildren(
    ...suggestions.map(({ kind, label, count }) =>
      make('option', {
        value: before + (kind === 'speaker' ? `speaker:"${label}"` : label),
        label: `${label} (${kind === 'speaker' ? 'speaker, ' : ''}${formatNumber(count)})`,
      }),
    ),
  );
}

/** Articles come second: Pagefind takes much longer to load. */
async function showArticles({ query, articles, results, list }: ShownSearch): Promise<void> {
  const { root = '/', pagefind = '', pagefindYears = '' } = results.dataset;
  const { years, only } = query;
  if (Object.keys(only).length > 0) return;
  if (query.without.length > 0) {
    articles.append(make('p', { className: 'detail' }, 'Exclusions are ignored when articles are searched.'));
  }
  const show = async (folder: string, name: string): Promise<void> => {
    const { total, load } = await searchArticles(folder, query);
    if (total > 0)
      articles.append(await list(`${name} (${formatNumber(total)})`, load, (hit) => articleItem(hit, root), total));
  };
  const parts = pagefindYears
    .split(' ')
    .filter((part) => part !== '' && (!years || (Number(part) >= years.from && Number(part) <= years.to)));
  if (pagefindYears === '') {
    await show(pagefind, 'Articles');
    return;
  }
  const next = make('button', { type: 'button' });
  const showNext = async (): Promise<void> => {
    const year = parts.shift();
    if (year === undefined) return;
    await show(`${pagefind}${year}/`, `Articles from ${year}`);
    next.textContent = `Search the articles from ${parts[0]}`;
    if (parts.length > 0) articles.append(next);
    else next.remove();
  };
  next.addEventListener('click', () => void showNext());
  await showNext();
}
