import { startSearchPage } from './search-page.ts';

/** The search page over the static index, which is loaded when the reader turns to the box. */
startSearchPage(async ({ dataset }) => {
  const { staticSearch } = await import('./static/static-search.ts');
  return staticSearch((file) => fetch(`${dataset['index']}${file}`), dataset['entry'] ?? '');
});
