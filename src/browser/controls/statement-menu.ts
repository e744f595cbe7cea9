import { standingAlone } from '../../text/shown-words.ts';
import { QUOTE_TEXTS, sourceLine } from '../../cite/quote-texts.ts';
import type { Cited, Quotation } from '../../cite/cited.ts';
import { withFragments } from '../../text/text-fragment.ts';
import { t } from '../../words/words.ts';
import { make } from '../dom.ts';
import { type Loaded, loadStatement } from './article-data.ts';
import { announce, copyText } from './clipboard.ts';

/** Room between the menu and the edge of the window, in pixels. */
const MARGIN = 8;

/** Opens or closes the menu after a statement's button, which lists what can be copied. */
export async function toggleMenu(button: HTMLElement): Promise<void> {
  const isOpen = button.ariaExpanded === 'true';
  closeMenu();
  if (isOpen) return;
  button.ariaExpanded = 'true';
  const { id = '', json = '' } = button.dataset;
  try {
    const loaded = await loadStatement(json, id);
    // The menu was closed, or another one opened, during loading.
    if (button.ariaExpanded === 'false') return;
    if (loaded) show(button, loaded);
    else announce(t('controls.statementGone'));
    if (!loaded) button.ariaExpanded = 'false';
  } catch {
    button.ariaExpanded = 'false';
    announce(t('controls.statementFailed'));
  }
}

function show(button: HTMLElement, loaded: Loaded): void {
  const entries = texts(loaded).map(([name, text]) => {
    const entry = make('button', { type: 'button' }, name);
    entry.addEventListener('click', () => {
      closeMenu();
      button.focus();
      void copyText(text, t('controls.copiedAs', { name }));
    });
    return make('li', {}, entry);
  });
  const menu = make('ul', { className: 'menu', ariaLabel: t('controls.menu') }, ...entries);
  button.after(menu);
  const { right } = menu.getBoundingClientRect();
  const over = right + MARGIN - document.documentElement.clientWidth;
  if (over > 0) menu.style.setProperty('--shift', `${-over}px`);
  menu.querySelector('button')?.focus();
}

/** Closes the open menu, wherever it is. */
function closeMenu(): void {
  for (const button of document.querySelectorAll<HTMLElement>('.more[aria-expanded=true]'))
    button.ariaExpanded = 'false';
  document.querySelector('.menu')?.remove();
}

document.addEventListener('keydown', ({ key }) => {
  const button = document.querySelector<HTMLElement>('.more[aria-expanded=true]');
  if (key !== 'Escape' || !button) return;
  closeMenu();
  button.focus();
});

/** A click or the keyboard focus elsewhere closes the menu. */
for (const event of ['pointerdown', 'focusin']) {
  document.addEventListener(event, ({ target }) => {
    const isInside =
      target instanceof Element && target.closest('.controls')?.querySelector('.menu, [aria-expanded=true]');
    if (!isInside) closeMenu();
  });
}

/** What can be copied, by name. */
function texts({ row, cited, article }: Loaded): [string, string][] {
  const { quotation } = cited;
  return [
    [t('quote.address'), row.uri],
    // A statement that begins or ends inside a word cannot be marked; its plain address is offered above.
    ...(row.fragments.length > 0
      ? [[t('quote.markedAddress'), withFragments(`${article}#s-${row.id}`, row.fragments)] as [string, string]]
      : []),
    ...(quotation
      ? [
          ...QUOTE_TEXTS.map(({ name, write }): [string, string] => [t(name), write(cited, quotation)]),
          [t('quote.asHtml'), asHtml(cited, quotation)] as [string, string],
        ]
      : []),
  ];
}

/** A `blockquote` with its attribution; the DOM escapes its texts. */
function asHtml(cited: Cited, quotation: Quotation): string {
  const words = standingAlone(quotation.words)
    .split('\n\n')
    .map((paragraph) => make('p', {}, paragraph));
  const quote = make('blockquote', { cite: cited.address, lang: cited.language }, ...words);
  const source = sourceLine(cited, quotation, cited.title).map(({ element, text }) =>
    element === 'title' ? make('a', { href: cited.address }, make('cite', {}, text)) : text,
  );
  const line = make('p', {}, ...source);
  return `${quote.outerHTML}\n${line.outerHTML}`;
}
