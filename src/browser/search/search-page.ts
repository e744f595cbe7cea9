import { make } from '../dom.ts';
import { hitItem } from './hit-item.ts';
import { asksNothing, isEmpty, queryOf, readSearch, understood, writeSearch } from '../../search/query/index.ts';
import type { Hit, Results, Search, StatementSearch } from '../../search/query/index.ts';

/** Hits shown at a time, in each list. */
const PAGE = 10;
/** A pause in typing after which the search runs, in milliseconds. */
const PAUSE = 200;

/**
 * Runs on the search page and on the page for unknown addresses: searches as the reader types, and keeps the whole
 * search in the address. Submitting the form has the same effect.
 *
 * @param load loads the search of statements when it is needed
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
  #opening: Promise<StatementSearch> | undefined;
  #latest = 0;

  constructor(results: HTMLElement, form: HTMLFormElement, load: () => Promise<StatementSearch>) {
    this.#results = results;
    this.#form = form;
    this.#summary = results.querySelector('.summary') ?? results;
    this.#root = results.dataset['root'] ?? '/';
    this.#load = load;
  }

  start(): void {
    this.#foldFilters();
    let pause: ReturnType<typeof setTimeout> | undefined;
    this.#form.addEventListener('focusin', () => void this.#open().catch(() => undefined), { once: true });
    this.#form.addEventListener('input', () => {
      clearTimeout(pause);
      pause = setTimeout(() => {
        this.#submit('replaceState');
      }, PAUSE);
    });
    // Choosing a filter can be undone with Back; typing cannot.
    this.#form.addEventListener('change', (event) => {
      if (!(event.target instanceof HTMLSelectElement)) return;
      clearTimeout(pause);
      this.#submit('pushState');
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(pause);
      this.#submit('pushState');
    });
    // Links that only change the search update the page in place.
    this.#results.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link?.dataset['search'] || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      // A bar of the chart is a link of SVG, whose `href` is no text.
      history.pushState(null, '', link.getAttribute('href'));
      void this.#show(readSearch(location.search));
    });
    addEventListener('popstate', () => void this.#show(readSearch(location.search)));
    const search = readSearch(location.search);
    const text = this.#isSearchPage() ? '' : wordsOfPath(location.pathname, this.#root);
    void this.#show(isEmpty(search) ? { ...search, text } : search);
  }

  /** On a phone the filters are folded unless one is set: the first hit then is on the first screen. */
  #foldFilters(): void {
    const filters = this.#form.querySelector<HTMLDetailsElement>('#filters');
    const { speaker, year, type, named, order } = readSearch(location.search);
    const isNarrowed = [speaker, year, type, named].some(Boolean) || order !== 'best';
    if (filters) filters.open = isNarrowed || matchMedia('(min-width: 40rem)').matches;
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
    const typed = queryOf(search);
    if (asksNothing(typed)) {
      this.#replace('What was typed contains no words to search for.');
      return;
    }
    this.#summary.textContent = 'Searching…';
    try {
      const [statements, { query, leftOut }] = await Promise.all([this.#open(), understood(typed)]);
      const found = await statements.search(query);
      const hits = await found.load(0, PAGE);
      const leads = await this.#leads(found.leads);
      if (!isLatest()) return;
      const list = await this.#list('Statements', loadAfter(hits, found.load), (hit) => hitItem(hit, this.#root));
      const [chart, articles] = [make('div'), make('section', { ariaLabel: 'Articles' })];
      const changes = [...leftOut.map((asked) => ({ asked, used: '' })), ...found.repairs];
      const notes = changes.length > 0 ? await this.#changeNote(search, changes) : [];
      if (!isLatest()) return;
      // Articles that contain all the words come before statements that contain only some of them, or none.
      const isPartial = hits.length === 0 || found.repairs.some(({ used }) => used === '');
      const parts = isPartial ? [articles, ...notes, list, chart] : [...notes, list, chart, articles];
      this.#replace('', leads, ...parts);
      const { showDetails } = await import('./search-details.ts');
      await showDetails({
        ...{ search, query, found, statements, leads, chart, articles, isLatest },
        form: this.#form,
        summary: this.#summary,
        results: this.#results,
        address: (other) => this.#address(other),
        link: (other, text) => this.#link(other, text),
        list: (name, load, item, total) => this.#list(name, load, item, total),
      });
      if (isLatest()) this.#fill(search);
    } catch (error) {
      if (!isLatest()) return;
      const { summary, ways } = await import('./problem-note.ts').then(
        ({ problemNote }) => problemNote(error, this.#root),
        () => ({
          summary: 'Nothing was searched. The search index cannot be reached. Check the connection, then try again.',
          ways: '',
        }),
      );
      this.#replace(summary, ways);
    }
  }

  /** Loads the search and opens the index, once. */
  #open(): Promise<StatementSearch> {
    this.#opening ??= this.#load();
    this.#opening.catch(() => (this.#opening = undefined));
    return this.#opening;
  }

  /** The place of what the words lead to, with it. */
  async #leads(leads: Results['leads']): Promise<HTMLElement> {
    if (leads.length === 0) return make('div');
    const { leadsList } = await import('./leads-list.ts');
    return make(
      'div',
      {},
      leadsList(leads, this.#root, (speaker, name) => this.#link({ ...readSearch(''), speaker }, name)),
    );
  }

  async #changeNote(search: Search, changes: Results['repairs']): Promise<HTMLElement[]> {
    const { changeNote } = await import('./change-note.ts');
    return [changeNote(changes, this.#link({ ...search, isAsTyped: true }, 'Search for the words as typed'))];
  }

  async #list<Item>(
    name: string,
    load: (from: number, to: number) => Promise<Item[]>,
    item: (found: Item) => HTMLElement,
    total?: number,
  ): Promise<HTMLElement> {
    const list = make('ul', { className: 'items' });
    const more = make('button', { type: 'button', hidden: true }, 'More');
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
    return make('section', {}, make('h2', {}, name), list, more);
  }

  /** Fills the form with a search; a value that is not offered is added, so that it stays visible. */
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

  #replace(summary: string, ...content: (Node | string)[]): void {
    this.#summary.textContent = summary;
    this.#results.replaceChildren(this.#summary, ...content);
    void loadControls();
  }
}

/** Loads results of which the first are already loaded. */
const loadAfter =
  (first: Hit[], load: Results['load']): Results['load'] =>
  (from, to) =>
    from === 0 ? Promise.resolve(first) : load(from, to);

/** The controls of hits, and the collection, load once the first hits are shown, which nothing may delay. */
const loadControls = (): Promise<unknown> => import('../controls/collecting-page.ts');

/** The words of an unknown path, for an initial search: its last part says most. */
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
