import { make } from '../dom.ts';
import { statementControls } from './statement-controls.ts';

/**
 * Runs on every page that shows statements: replaces the plain links to statements and paragraphs with buttons, and
 * loads the code behind a button when it is pressed.
 */
const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;

for (const link of document.querySelectorAll<HTMLAnchorElement>('a.copy, a.pilcrow')) {
  const { hash, ariaLabel } = link;
  const { id = hash.slice('#s-'.length), json = 'index.json' } = link.dataset;
  const name = (ariaLabel ?? '').replace('Link to ', '');
  const uri = link.dataset['uri'] ?? link.closest<HTMLElement>('[data-address]')?.dataset['address'];
  if (link.matches('.pilcrow') || !uri) {
    const button = make('button', { type: 'button', className: 'pilcrow', ariaLabel: `Copy link to ${name}` });
    button.dataset['uri'] = canonical + hash;
    link.replaceWith(button);
  } else link.replaceWith(statementControls({ id, uri, json, name }, link.matches('.item a, .label a')));
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button[data-uri]') : null;
  if (!button) return;
  if (button.matches('.more')) openMenu(button).catch(failed);
  else if (button.matches('.collect')) collect(button).catch(failed);
  else copyLink(button).catch(failed);
});

async function copyLink({ dataset: { uri = '' } }: HTMLElement): Promise<void> {
  const { copyText } = await import('./clipboard.ts');
  await copyText(uri, 'Link copied.');
}

async function openMenu(button: HTMLElement): Promise<void> {
  const { toggleMenu } = await import('./statement-menu.ts');
  await toggleMenu(button);
}

async function collect(button: HTMLElement): Promise<void> {
  const basket = await import('./basket.ts');
  basket.collect(button);
}

/** Says in the browser's own dialog, since nothing of ours may be loaded, that the code behind a button is missing. */
function failed(): void {
  alert('This could not be loaded. Check the connection and try again.');
}
