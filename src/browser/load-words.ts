import { setWords, type Words } from '../words/chosen.ts';

let loading: Promise<void> | undefined;

/** Loads the texts that scripts show, once; a failed load is tried again the next time. */
export function loadWords(): Promise<void> {
  loading ??= (async () => {
    const response = await fetch(document.body.dataset['words'] ?? '');
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    setWords((await response.json()) as Words);
  })();
  loading.catch(() => (loading = undefined));
  return loading;
}

/** What to say when nothing could be loaded, not even the texts: that of an element, or of the page. */
export const failedText = (of: HTMLElement = document.body): string => of.dataset['failed'] ?? '';
