import { hitElement, make } from './hit-element.ts';
import { pagefindStatements, searchArticles } from './pagefind.ts';
import { isEmpty, readQuery, writeQuery } from './query.ts';
import type { Facets, Query, Results } from './statement-search.ts';

/** Hits shown at a time, in each list. */
const PAGE = 20;
/** A pause in typing after which the search runs, in milliseconds. */
const PAUSE = 200;

/**
 * Runs in the browser on the search page and the page for lost addresses: searches as the reader types, and keeps the
 * whole query in the address. The form works the same by being sent.
 */
class SearchPage {
  readonly #results: HTMLElement;
  readonly #summary: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #bundle: string;
  readonly #root: string;
  readonly #statements;
  #facets: Promise<Facets> | undefined;
  #latest = 0;

  constructor(results: HTMLElement, form: HTMLFormElement) {
    this.#results = results;
    this.#form = form;
    this.#summary = results.querySelector('.summary') ?? results;
    this.#bundle = results.dataset['bundle'] ?? '';
    this.#root = results.dataset['root'] ?? '/';
    this.#statements = pagefindStatements(this.#bundle);
  }

  start(): void {
    let pause: ReturnType<typeof setTimeout> | undefined;
    const later = (): void => {
      clearTimeout(pause);
      pause = setTimeout(() => {
        this.#submit('replace');
      }, PAUSE);
    };
    this.#form.addEventListener('focusin', () => void this.#open().catch(() => undefined), { once: true });
    this.#form.addEventListener('input', later);
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(pause);
      this.#submit('push');
    });
    addEventListener('popstate', () => void this.#show(readQuery(location.search)));
    const asked = readQuery(location.search);
    const words = 'fromPath' in this.#results.dataset ? wordsOfPath(location.pathname, this.#root) : '';
    const query = isEmpty(asked) ? { ...asked, words } : asked;
    if (!isEmpty(query)) void this.#show(query);
  }

  #submit(how: 'push' | 'replace'): void {
    const fields = [...new FormData(this.#form)].filter(
      (field): field is [string, string] => typeof field[1] === 'string',
    );
    const query = readQuery(new URLSearchParams(fields).toString());
    const isSearchPage = !('fromPath' in this.#results.dataset);
    if (isSearchPage) history[`${how}State`](null, '', location.pathname + writeQuery(query));
    void this.#show(query);
  }

  async #show(query: Query): Promise<void> {
    const run = ++this.#latest;
    this.#fill(query);
    if (isEmpty(query)) {
      this.#replace('');
      return;
    }
    this.#summary.textContent = 'Searching…';
    try {
      await this.#open();
      this.#fill(query);
      const [statements, articles] = await Promise.all([
        this.#statements.search(query),
        searchArticles(this.#bundle, query),
      ]);
      const lists = [await this.#list('Statements', statements), await this.#list('Articles', articles)];
      if (run === this.#latest) this.#replace(this.#describe(query, statements.total, articles.total), lists);
    } catch {
      if (run !== this.#latest) return;
      this.#replace(
        'The search index could not be loaded, so nothing was searched. Check the connection and try again, or browse: ',
        [
          make(
            'p',
            {},
            make('a', { href: this.#root }, 'All articles by year'),
            ', ',
            make('a', { href: `${this.#root}speakers/` }, 'all speakers'),
          ),
        ],
      );
    }
  }

  /** Loads the index and fills the controls, once. */
  #open(): Promise<Facets> {
    this.#facets ??= this.#statements.open().then((facets) => {
      for (const [name, counts] of Object.entries(facets)) this.#offer(name, counts);
      return facets;
    });
    this.#facets.catch(() => (this.#facets = undefined));
    return this.#facets;
  }

  #offer(name: string, counts: Record<string, number>): void {
    const select = this.#form.elements.namedItem(name);
    if (!(select instanceof HTMLSelectElement) || select.length > 1) return;
    const values = Object.keys(counts).toSorted();
    select.append(...values.map((value) => make('option', { value }, `${value} (${counts[value]})`)));
  }

  /** Shows a query in the form; a value that the archive does not have stays visible as one that finds nothing. */
  #fill(query: Query): void {
    for (const [name, value] of Object.entries({ ...query, q: query.words })) {
      const control = this.#form.elements.namedItem(name);
      if (control instanceof HTMLInputElement && control !== document.activeElement) control.value = value;
      if (control instanceof HTMLSelectElement) control.value = value;
    }
  }

  #replace(summary: string, content: readonly Node[] = []): void {
    this.#summary.textContent = summary;
    this.#results.replaceChildren(this.#summary, ...content);
  }

  #describe(query: Query, statements: number, articles: number): string {
    const words = query.words ? ` for ${query.words}` : '';
    const only = [query.speaker, query.year, query.type].filter(Boolean).join(', ');
    const found = `${statements} ${statements === 1 ? 'statement' : 'statements'} and ${articles} ${articles === 1 ? 'article' : 'articles'}`;
    return `${found}${words}${only ? ` (only ${only})` : ''}. Searched: ${this.#results.dataset['searched'] ?? ''}.`;
  }

  async #list(name: string, results: Results): Promise<HTMLElement> {
    const section = make('section', {});
    if (results.total === 0) return section;
    const list = make('ul', { className: 'items' });
    const more = make('button', { type: 'button' }, `More ${name.toLowerCase()}`);
    let shown = 0;
    const extend = async (): Promise<void> => {
      const hits = await results.load(shown, shown + PAGE);
      const items = hits.map((hit) => hitElement(hit, this.#root));
      list.append(...items);
      if (shown > 0) items[0]?.querySelector('a')?.focus();
      shown += hits.length;
      more.hidden = shown >= results.total;
    };
    await extend();
    more.addEventListener('click', () => void extend());
    section.append(make('h2', {}, `${name} (${results.total})`), list, more);
    return section;
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

const results = document.getElementById('results');
const form = document.querySelector('main form.search');
if (results && form instanceof HTMLFormElement) new SearchPage(results, form).start();
