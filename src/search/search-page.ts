import { describeCoverage } from './coverage.ts';
import { formatNumber, make } from './element.ts';
import { articleItem, hitItem } from './hit-item.ts';
import { problemNote } from './problem-note.ts';
import { isEmpty, queryOf, readSearch, type Search, writeSearch } from './query.ts';
import { searchArticles } from './search-articles.ts';
import type { Coverage, Facets, Query, Results, StatementSearch } from './statement-search.ts';
import { yearChart } from './year-chart.ts';

/** Hits shown at a time, in each list. */
const PAGE = 10;
/** A pause in typing after which the search runs, in milliseconds. */
const PAUSE = 200;
const TYPES = { direct: 'quoted', partial: 'quoted in part', reported: 'reported' };

/**
 * Runs on the search page and the page for lost addresses: searches as the reader types, and keeps the whole search in
 * the address. The form works the same by being sent.
 *
 * @param load gives what searches the statements, when it is needed
 */
export function startSearchPage(load: (results: HTMLElement) => Promise<StatementSearch>): void {
  const results = document.getElementById('results');
  const form = document.querySelector('main form.search');
  if (results && form instanceof HTMLFormElement) new SearchPage(results, form, () => load(results)).start();
}

class SearchPage {
  readonly #results: HTMLElement;
  readonly #summary: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #root: string;
  readonly #load: () => Promise<StatementSearch>;
  #opening: Promise<{ statements: StatementSearch; coverage: Coverage }> | undefined;
  #latest = 0;

  constructor(results: HTMLElement, form: HTMLFormElement, load: () => Promise<StatementSearch>) {
    this.#results = results;
    this.#form = form;
    this.#summary = results.querySelector('.summary') ?? results;
    this.#root = results.dataset['root'] ?? '/';
    this.#load = load;
  }

  start(): void {
    let pause: ReturnType<typeof setTimeout> | undefined;
    this.#form.addEventListener('focusin', () => void this.#open().catch(() => undefined), { once: true });
    this.#form.addEventListener('input', () => {
      clearTimeout(pause);
      pause = setTimeout(() => {
        this.#submit('replaceState');
      }, PAUSE);
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(pause);
      this.#submit('pushState');
    });
    // Links that only change the search change it in place.
    this.#results.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link?.dataset['search'] || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      history.pushState(null, '', link.href);
      void this.#show(readSearch(location.search));
    });
    addEventListener('popstate', () => void this.#show(readSearch(location.search)));
    const search = readSearch(location.search);
    const text = this.#isSearchPage() ? '' : wordsOfPath(location.pathname, this.#root);
    void this.#show(isEmpty(search) ? { ...search, text } : search);
  }

  #isSearchPage(): boolean {
    return !('fromPath' in this.#results.dataset);
  }

  #submit(how: 'pushState' | 'replaceState'): void {
    const fields = [...new FormData(this.#form)].filter(
      (field): field is [string, string] => typeof field[1] === 'string',
    );
    const search = readSearch(new URLSearchParams(fields).toString());
    if (this.#isSearchPage()) history[how](null, '', this.#address(search));
    void this.#show(search);
  }

  #address(search: Search): string {
    return this.#isSearchPage()
      ? location.pathname + writeSearch(search)
      : `${this.#root}search/${writeSearch(search)}`;
  }

  async #show(search: Search): Promise<void> {
    const run = ++this.#latest;
    const isLatest = (): boolean => run === this.#latest;
    this.#fill(search);
    if (isEmpty(search)) {
      this.#replace('');
      return;
    }
    this.#summary.textContent = 'Searching…';
    const query = queryOf(search);
    try {
      const { statements, coverage } = await this.#open();
      const found = await statements.search(query);
      const list = await this.#list('Statements', found.load, (hit) => hitItem(hit, this.#root));
      if (!isLatest()) return;
      const around = this.#frame(search, found, list);
      await this.#describe(search, query, found, coverage, around, isLatest);
      await this.#suggest(statements, search.text);
      if (isLatest()) await this.#showArticles(query, around.articles);
    } catch (error) {
      if (!isLatest()) return;
      const { summary, ways } = problemNote(error, this.#root);
      this.#replace(summary, ways);
    }
  }

  /** Loads what searches, and opens the index, once. */
  #open(): Promise<{ statements: StatementSearch; coverage: Coverage }> {
    this.#opening ??= this.#load().then(async (statements) => ({ statements, coverage: await statements.open() }));
    this.#opening.catch(() => (this.#opening = undefined));
    return this.#opening;
  }

  /** Shows the hits, with places for what is known of them later. */
  #frame(search: Search, { repairs }: Results, list: HTMLElement): { chart: HTMLElement; articles: HTMLElement } {
    const [chart, articles] = [make('div'), make('section', { ariaLabel: 'Articles' })];
    const notes = repairs.length > 0 ? [this.#repairNote(search, repairs)] : [];
    this.#replace('', ...notes, chart, list, articles);
    return { chart, articles };
  }

  #repairNote(search: Search, repairs: Results['repairs']): HTMLElement {
    const taken = repairs.flatMap(({ asked, used }, place) => [
      place === 0 ? 'Searched for ' : ', ',
      make('i', {}, used),
      ' instead of ',
      make('i', {}, asked),
    ]);
    const asTyped = this.#link(
      { ...search, isAsTyped: true },
      `Search for ${repairs.map(({ asked }) => asked).join(', ')}`,
    );
    return make('p', { className: 'detail repair' }, ...taken, '. ', asTyped, '.');
  }

  /** Counts the hits: in the summary, by year, and in the controls. */
  async #describe(
    search: Search,
    query: Query,
    found: Results,
    coverage: Coverage,
    { chart }: { chart: HTMLElement },
    isLatest: () => boolean,
  ): Promise<void> {
    const { total, verbatim, years } = await found.count();
    if (!isLatest()) return;
    const forms = total > verbatim ? `, ${formatNumber(total - verbatim)} in other forms of the words` : '';
    const only = [search.speaker, search.year, search.type && TYPES[search.type as keyof typeof TYPES]].filter(Boolean);
    const asked = [search.text && `for ${search.text}`, only.length > 0 && `(only ${only.join(', ')})`].filter(Boolean);
    this.#summary.textContent = `${formatNumber(verbatim)} verbatim${forms} ${asked.join(' ')} in ${describeCoverage(coverage)}.`;
    const everyYear = query.years
      ? (await (await this.#open()).statements.search({ ...query, years: null })).count()
      : null;
    const byYear = everyYear ? (await everyYear).years : years;
    if (!isLatest()) return;
    const address = (year: number): string => this.#address({ ...search, year: String(year) });
    if (byYear.size > 1 && [...byYear.values()].some((count) => count > 0)) {
      chart.replaceChildren(yearChart(byYear, address, search.year));
      for (const link of chart.querySelectorAll('a')) link.dataset['search'] = 'year';
      if (search.year)
        chart.append(make('p', { className: 'detail' }, this.#link({ ...search, year: '' }, 'All years')));
    }
    this.#offerYears(byYear);
    if (total > 0) this.#offerFacets(await found.facets(), search);
    this.#fill(search);
  }

  async #suggest(statements: StatementSearch, text: string): Promise<void> {
    const options = this.#form.querySelector('datalist');
    const [, before = '', start = ''] = /^(.*?)([^\s:"“„«»”-]*)$/s.exec(text) ?? [];
    if (!options || start.length < 2) return;
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

  /** Articles come second: Pagefind is much the heavier of the two. */
  async #showArticles(query: Query, place: HTMLElement): Promise<void> {
    const { pagefind = '', pagefindYears = '' } = this.#results.dataset;
    const { years, only } = query;
    if (Object.keys(only).length > 0) return;
    const parts = pagefindYears
      .split(' ')
      .filter((part) => part !== '' && (!years || (Number(part) >= years.from && Number(part) <= years.to)));
    const show = async (folder: string, name: string): Promise<void> => {
      const { total, load } = await searchArticles(folder, query);
      if (total === 0) return;
      place.append(await this.#list(name, load, (hit) => articleItem(hit, this.#root), total));
    };
    if (pagefindYears === '') {
      await show(pagefind, 'Articles');
      return;
    }
    const next = make('button', { type: 'button' });
    const showNext = async (): Promise<void> => {
      const year = parts.shift();
      if (year === undefined) return;
      await show(`${pagefind}${year}/`, `Articles of ${year}`);
      next.textContent = `Search the articles of ${parts[0]}`;
      if (parts.length > 0) place.append(next);
      else next.remove();
    };
    next.addEventListener('click', () => void showNext());
    await showNext();
  }

  async #list<Hit>(
    name: string,
    load: (from: number, to: number) => Promise<Hit[]>,
    item: (hit: Hit) => HTMLElement,
    total?: number,
  ): Promise<HTMLElement> {
    const list = make('ul', { className: 'items' });
    const more = make('button', { type: 'button', hidden: true }, `More ${name.toLowerCase()}`);
    let shown = 0;
    const extend = async (): Promise<void> => {
      const hits = await load(shown, shown + PAGE);
      const items = hits.map(item);
      list.append(...items);
      if (shown > 0) items[0]?.querySelector('a')?.focus();
      shown += hits.length;
      more.hidden = hits.length < PAGE || shown === total;
    };
    await extend();
    more.addEventListener('click', () => void extend());
    if (shown === 0) return make('section');
    return make(
      'section',
      {},
      make('h2', {}, total === undefined ? name : `${name} (${formatNumber(total)})`),
      list,
      more,
    );
  }

  #offerYears(years: ReadonlyMap<number, number>): void {
    const found = [...years].filter(([, count]) => count > 0).toReversed();
    this.#offer(
      'year',
      found.map(([year, count]) => [String(year), `${year} (${formatNumber(count)})`]),
    );
  }

  #offerFacets({ speakers, types }: Facets, search: Search): void {
    const known = Object.entries(TYPES).filter(([type]) => types.has(type));
    this.#offer(
      'speaker',
      speakers.map(({ id, name, count }) => [id, `${name} (${formatNumber(count)})`]),
      search.speaker,
    );
    this.#offer(
      'type',
      known.map(([type, label]) => [type, `${label} (${formatNumber(types.get(type) ?? 0)})`]),
      search.type,
    );
  }

  /** Offers values in a control. One that narrows the search keeps what it offered: other values would all be none. */
  #offer(name: string, options: readonly (readonly [value: string, label: string])[], chosen = ''): void {
    const select = this.#form.elements.namedItem(name);
    if (!(select instanceof HTMLSelectElement)) return;
    const [any, ...before] = select.options;
    const isKept = (option: HTMLOptionElement): boolean => chosen !== '' && option.value !== chosen;
    const made = options.map(([value, label]) => make('option', { value }, label));
    select.replaceChildren(...(any ? [any] : []), ...made, ...before.filter(isKept));
  }

  /** Shows a search in the form; a value that is not offered stays visible. */
  #fill(search: Search): void {
    for (const [name, value] of Object.entries({ ...search, q: search.text })) {
      const control = this.#form.elements.namedItem(name);
      if (control instanceof HTMLInputElement && control !== document.activeElement) control.value = String(value);
      if (!(control instanceof HTMLSelectElement)) continue;
      const isOffered = [...control.options].some((option) => option.value === value);
      if (!isOffered) control.append(make('option', { value: String(value) }, String(value)));
      control.value = String(value);
    }
  }

  #link(search: Search, text: string): HTMLElement {
    const link = make('a', { href: this.#address(search) }, text);
    link.dataset['search'] = 'changed';
    return link;
  }

  #replace(summary: string, ...content: Node[]): void {
    this.#summary.textContent = summary;
    this.#results.replaceChildren(this.#summary, ...content);
  }
}

/** The words of a path that leads nowhere, for a first search: the last part tells most. */
function wordsOfPath(path: string, root: string): string {
  const last = path.slice(root.length).split('/').filter(Boolean).at(-1) ?? '';
  try {
    return decodeURIComponent(last)
      .replace(/\.\w+$/, '')
      .replaceAll(/[-_+]/g, ' ');
  } catch {
    return ''; // not an encoded path: nothing to guess from
  }
}
