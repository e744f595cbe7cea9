import { startSearchPage } from '../../src/browser/search/search-page.ts';
import { pagefindStatements } from './pagefind-statements.ts';

const results = document.getElementById('results');
const form = document.querySelector<HTMLFormElement>('main form.search');

/** The search page with Pagefind in place of the static index. */
if (results && form)
  startSearchPage(results, form, ({ dataset }) => Promise.resolve(pagefindStatements(dataset['index'] ?? '')));
