import '../controls/collecting-page.ts';
import { describeCoverage } from '../search/coverage.ts';
import { problemNote } from '../search/problem-note.ts';
import { openSearch, type StatementSearch } from '../../search/query/index.ts';
import { checkQuote } from '../../search/check/check-quote.ts';
import { verdictElements } from './verdict-element.ts';

/** Runs on the page that checks a quotation; the quotation is in the address. */
const result = document.getElementById('verdict');
const form = document.querySelector('form.check');
const box = document.querySelector('textarea');

if (result && form && box) {
  const { root = '/', index = '', entry = '' } = result.dataset;
  const status = result.querySelector('.summary') ?? result;
  let search: StatementSearch | null = null;
  let latest = 0;

  const show = async (): Promise<void> => {
    const run = ++latest;
    const pasted = new URLSearchParams(location.search).get('q') ?? '';
    box.value = pasted;
    result.replaceChildren(status);
    status.textContent = pasted === '' ? '' : 'Checking…';
    if (pasted === '') return;
    try {
      search ??= await openSearch((file) => fetch(index + file), entry);
      const [coverage, verdict] = [await search.open(), await checkQuote(search, pasted)];
      if (run !== latest) return;
      if (!verdict) {
        status.textContent = 'There are no words to check. Paste the quotation.';
        return;
      }
      const [title, ...rest] = verdictElements(verdict, describeCoverage(coverage), root);
      status.textContent = '';
      status.append(title ?? '');
      result.append(...rest);
    } catch (error) {
      if (run !== latest) return;
      const { summary, ways } = problemNote(error, root);
      status.textContent = summary.replace('searched', 'checked');
      result.append(ways);
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    history.pushState(null, '', `${location.pathname}?${new URLSearchParams({ q: box.value.trim() })}`);
    void show();
  });
  addEventListener('popstate', () => void show());
  void show();
}
