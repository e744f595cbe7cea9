import { t } from '../../words/words.ts';
import { make } from '../dom.ts';
import { failedText, loadWords } from '../load-words.ts';
import { hitItem } from './hit-item.ts';
import { openStatements } from './open-statements.ts';
import { asksNothing, isEmpty, queryOf, readSearch, understood, writeSearch } from '../../search/query/index.ts';
import type { Hit, Results, Search, StatementSearch } from '../../search/query/index.ts';

/** Hits shown at a time, in each list. */
const PAGE = 10;
/** A pause in typing after which the search runs, in milliseconds. */
const PAUSE = 200;

/**
 * Searches as the reader types, and keeps the whole search in the address. Submitting the form has the same effect.
 *
 * @param results the element for what is found
 * @param open opens the search of statements
 */
export function startSearchPage(results: HTMLElement, form: HTMLFormElement, open = openStatements): void {
  new SearchPage(results, form, open).start();
}

class SearchPage {
  readonly #results: HTMLElement;
  readonly #summary: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #root: string;
  readonly #openStatements: typeof openStatements;
  #opening: Promise<StatementSearch> | undefined;
  #latest = 0;

  constructor(results: HTMLElement, form: HTMLFormElement, open: typeof openStatements) {
    this.#results = results;
    this.#form = form;
    this.#openStatements = open;
    this.#summary = results.querySelector('.summary') ?? results;
    this.#root = results.dataset['root'] ?? '/';
  }

  start(): void {
    // Both take time, and fail again, with a message, when they are needed.
    loadWords().catch(() => undefined);
    this.#open().catch(() => undefined);
    this.#openFilters();
    let pause: ReturnType<typeof setTimeout> | undefined;
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
      // A bar of the chart is a link of SVG, whose `href` is not a string.
      history.pushState(null, '', link.getAttribute('href'));
      void this.#show(readSearch(location.search));
    });
    addEventListener('popstate', () => void this.#show(readSearch(location.search)));
    const asked = readSearch(location.search);
    const text = this.#isSearchPage() ? this.#typed().text : wordsOfPath(location.pathname, this.#root);
    void this.#show(isEmpty(asked) ? { ...asked, text } : asked);
  }

  /** Opens the filters if one is set. */
  #openFilters(): void {
    const filters = this.#form.querySelector<HTMLDetailsElement>('#filters');
    const { speaker, year, type, named, order } = readSearch(location.search);
    if (filters && ([speaker, year, type, named].some(Boolean) || order !== 'best')) filters.open = true;
  }

  #isSearchPage(): boolean {
    return !('fromPath' in this.#results.dataset);
  }

  /** The search that the form has now. */
  #typed(): Search {
    const fields = [...new FormData(this.#form)].filter(
      (field): field is [string, string] => typeof field[1] === 'string',
    );
    return readSearch(new URLSearchParams(fields).toString());
  }

  #submit(how: 'pushState' | 'replaceState'): void {
    const search = this.#typed();
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
    try {
      await loadWords();
    } catch {
      if (isLatest()) this.#replace(failedText(this.#results));
      return;
    }
    if (!isLatest()) return;
    const typed = queryOf(search);
    if (asksNothing(typed)) {
      this.#replace(t('search.nothingTyped'));
      return;
    }
    this.#summary.textContent = t('search.searching');
    try {
      const [statements, { query, leftOut }] = await Promise.all([this.#open(), understood(typed)]);
      const found = await statements.search(query);
      const hits = await found.load(0, PAGE);
      const leads = await this.#leads(found.leads);
      if (!isLatest()) return;
      const list = await this.#list(t('search.statements'), loadAfter(hits, found.load), (hit) =>
        hitItem(hit, this.#root),
      );
      const [chart, articles] = [make('div'), make('section', { ariaLabel: t('search.articles') })];
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
      const { cause, ways } = await import('./problem-note.ts').then(
        ({ causeOf, waysOn }) => ({ cause: causeOf(error), ways: waysOn(this.#root) }),
        () => ({ cause: t('problem.unreachable'), ways: '' }),
      );
      this.#replace(t('problem.notSearched', { cause }), ways);
    }
  }

  /** Loads the search and opens the index, once. */
  #open(): Promise<StatementSearch> {
    this.#opening ??= this.#openStatements(this.#results);
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
    return [changeNote(changes, this.#link({ ...search, isAsTyped: true }, t('search.asTyped')))];
  }

  async #list<Item>(
    name: string,
    load: (from: number, to: number) => Promise<Item[]>,
    item: (found: Item) => HTMLElement,
    total?: number,
  ): Promise<HTMLElement> {
    const list = make('ul', { className: 'items' });
    const more = make('button', { type: 'button', hidden: true }, t('search.more'));
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
