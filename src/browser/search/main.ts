import '../controls/collecting-page.ts';
import { openSearch } from '../../search/query/index.ts';
import { startSearchPage } from './search-page.ts';

/** The search page over the static index, which is loaded when the reader turns to the box. */
startSearchPage(async ({ dataset: { index = '', entry = '' } }) => {
  const get = (file: string): Promise<Response> => fetch(index + file);
  // The entry is on its way while the program that reads it is.
  let ahead: Promise<Response> | null = get(`${entry}.bin`);
  ahead.catch(() => undefined);
  return openSearch((file) => {
    const started = file === `${entry}.bin` ? ahead : null;
    if (started) ahead = null;
    return started ?? get(file);
  }, entry);
});
