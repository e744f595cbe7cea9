import { startSearchPage } from '../../src/browser/search/search-page.ts';
import { pagefindStatements } from './pagefind-statements.ts';

/** The search page with Pagefind in place of the static index. */
startSearchPage(({ dataset }) => Promise.resolve(pagefindStatements(dataset['index'] ?? '')));
