import { startSearchPage } from '../../src/search/search-page.ts';
import { pagefindStatements } from './pagefind-statements.ts';

/** The search page over Pagefind. */
startSearchPage(({ dataset }) => Promise.resolve(pagefindStatements(dataset['index'] ?? '')));
