import { readCollected } from '../controls/collected.ts';
import { failedText } from '../load-words.ts';

/**
 * Runs on the search page and on the page for unknown addresses: loads what searches once the reader turns to the form,
 * or at once if the address already asks for something.
 */
const form = document.querySelector<HTMLFormElement>('main form.search');
const results = document.getElementById('results');

/** The first signs that a reader will search. */
const SIGNS = ['focusin', 'pointerdown', 'input'] as const;

if (form && results) {
  const begin = async (): Promise<void> => {
    for (const sign of SIGNS) form.removeEventListener(sign, onSign);
    try {
      const { startSearchPage } = await import('./search-page.ts');
      startSearchPage(results, form);
    } catch {
      // It must not be mistaken for "nothing was said"; the next sign tries again.
      results.querySelector('.summary')?.replaceChildren(failedText(results));
      waitForSign();
    }
  };
  const onSign = (): void => void begin();
  const waitForSign = (): void => {
    for (const sign of SIGNS) form.addEventListener(sign, onSign);
  };

  // On a phone the filters stay folded: the first hit then is on the first screen.
  const filters = form.querySelector<HTMLDetailsElement>('#filters');
  if (filters) filters.open = matchMedia('(min-width: 40rem)').matches;
  if (location.search !== '' || 'fromPath' in results.dataset) void begin();
  else {
    waitForSign();
    if (readCollected(document.body.dataset['root'] ?? '/').length > 0) void import('../controls/collecting-page.ts');
  }
}
