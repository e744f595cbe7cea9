import { staticSearch } from '../../src/search/query/static-search.ts';
import type { StatementSearch } from '../../src/search/query/statement-search.ts';
import { pagefindStatements } from './pagefind-statements.ts';

/** What runs in the browser of a test or a benchmark: both engines, by the addresses of their indexes. */
export interface Engines {
  static: (folder: string, entry: string) => StatementSearch;
  pagefind: (folder: string) => StatementSearch;
}

declare global {
  var engines: Engines;
}

globalThis.engines = {
  static: (folder, entry) => staticSearch((file) => fetch(folder + file), entry),
  pagefind: pagefindStatements,
};
