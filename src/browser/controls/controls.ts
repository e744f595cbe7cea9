import { make } from '../dom.ts';
import { failedText, loadWords } from '../load-words.ts';

/**
 * Runs on every page that shows statements: replaces the plain links to statements and paragraphs with buttons, and
 * loads the code behind a button when it is pressed.
 */
const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;

for (const link of document.querySelectorAll<HTMLAnchorElement>('a.pilcrow')) {
  const { hash, ariaLabel } = link;
  const button = make('button', { type: 'button', className: 'pilcrow', ariaLabel });
  button.dataset['uri'] = canonical + hash;
  link.replaceWith(button);
}

const links = document.querySelectorAll<HTMLAnchorElement>('a.copy');
if (links.length > 0) {
  // Until then, and if it fails, they are links.
  const replace = async (): Promise<void> => {
    const { replaceCopyLinks } = await import('./copy-links.ts');
    replaceCopyLinks(links);
  };
  replace().catch(() => undefined);
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button[data-uri]') : null;
  if (!button) return;
  if (button.matches('.more')) openMenu(button).catch(failed);
  else if (button.matches('.collect')) collect(button).catch(failed);
  else copyLink(button).catch(failed);
});

async function copyLink({ dataset: { uri = '' } }: HTMLElement): Promise<void> {
  const [{ copyAddress }] = await Promise.all([import('./clipboard.ts'), loadWords()]);
  await copyAddress(uri);
}

async function openMenu(button: HTMLElement): Promise<void> {
  const [{ toggleMenu }] = await Promise.all([import('./statement-menu.ts'), loadWords()]);
  await toggleMenu(button);
}

async function collect(button: HTMLElement): Promise<void> {
  const [basket] = await Promise.all([import('./basket.ts'), loadWords()]);
  basket.collect(button);
}

/** Says in the browser's own dialog, since nothing of ours may be loaded, that the code behind a button is missing. */
function failed(): void {
  alert(failedText());
}
