import { openSearch } from '../../src/search/query/index.ts';
import type { StatementSearch } from '../../src/search/query/index.ts';
import { pagefindStatements } from './pagefind-statements.ts';

/** Both engines as a test or a benchmark runs them in the browser, each opened by the address of its index. */
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
