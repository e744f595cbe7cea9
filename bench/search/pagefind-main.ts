import { startSearchPage } from '../../src/browser/search/search-page.ts';
import { pagefindStatements } from './pagefind-statements.ts';

/** The search page over Pagefind. */
startSearchPage(({ dataset }) => Promise.resolve(pagefindStatements(dataset['index'] ?? '')));
