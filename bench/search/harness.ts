import { openSearch } from '../../src/search/query/index.ts';
import type { StatementSearch } from '../../src/search/query/index.ts';
import { pagefindStatements } from './pagefind-statements.ts';

/** What runs in the browser of a test or a benchmark: both engines, by the addresses of their indexes. */
export interface Engines {
  static: (folder: string, entry: string) => Promise<StatementSearch>;
  pagefind: (folder: string) => StatementSearch;
}

declare global {
  var engines: Engines;
}

globalThis.engines = {
  static: (folder, entry) => openSearch((file) => fetch(folder + file), entry),
  pagefind: pagefindStatements,
};
