import { openSearch } from '../../search/query/index.ts';
import { startSearchPage } from './search-page.ts';

/** Starts the search page; the static index is loaded when the reader focuses the search box. */
startSearchPage(async ({ dataset: { index = '', entry = '' } }) => {
  const get = (file: string): Promise<Response> => fetch(index + file);
  // The entry loads while the code that reads it loads.
  let ahead: Promise<Response> | null = get(`${entry}.bin`);
  ahead.catch(() => undefined);
  return openSearch((file) => {
    const started = file === `${entry}.bin` ? ahead : null;
    if (started) ahead = null;
    return started ?? get(file);
  }, entry);
});
