/**
 * The one door of the statement search: the `StatementSearch` interface, the queries that it takes, and how to open it.
 * Everything else in this folder is the engine behind it, which is loaded only when a search is opened.
 */
import { guarded } from './guarded.ts';
import type { Fetch } from './index-files.ts';
import { mayMeanMore } from './read-search.ts';
import type { Query, StatementSearch } from './statement-search.ts';
import type { Understood } from './understand.ts';

export {
  type Count,
  type Coverage,
  type Facets,
  type Field,
  FIELDS,
  type Fragment,
  type Hit,
  type IndexedStatement,
  IndexProblem,
  type Lead,
  type Likely,
  type Query,
  type Results,
  type StatementSearch,
  type Suggestion,
} from './statement-search.ts';
export { asksNothing, isEmpty, queryOf, readSearch, type Search, writeSearch } from './read-search.ts';
export type { Understood } from './understand.ts';
export type { Fetch } from './index-files.ts';

/**
 * Opens the search of a static index.
 *
 * @param fetch gets a file of the index
 * @param entry the name of its entry
 * @throws IndexProblem if the engine cannot be loaded
 */
export const openSearch = (fetch: Fetch, entry: string): Promise<StatementSearch> =>
  guarded(async () => (await import('./static-search.ts')).staticSearch(fetch, entry));

/**
 * What a query means besides its words: a date, alternatives, the subject of a question.
 *
 * @throws IndexProblem if the code for it cannot be loaded
 */
export const understood = (query: Query): Promise<Understood> =>
  mayMeanMore(query)
    ? guarded(async () => (await import('./understand.ts')).understand(query))
    : Promise.resolve({ query, leftOut: [] });
