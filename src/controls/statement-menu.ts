import { QUOTE_TEXTS, attribution, sourceOf } from '../cite/quote-texts.ts';
import type { Cited, Quotation } from '../cite/cited.ts';
import { withFragments } from '../cite/text-fragment.ts';
import { make } from '../search/element.ts';
import { type Loaded, loadStatement } from './article-data.ts';
import { announce, copyText } from './clipboard.ts';

/** Opens or closes the menu that stands after a statement's button: what of the statement can be copied. */
export async function toggleMenu(button: HTMLElement): Promise<void> {
  const open = document.querySelector('.menu');
  const isOpen = button.ariaExpanded === 'true';
  if (open) close(open);
  if (isOpen) return;
  const { id = '', json = '' } = button.dataset;
  try {
    const loaded = await loadStatement(json, id);
    if (!loaded) announce('This statement is not in the archive any more. Load the page again.');
    else show(button, loaded);
  } catch {
    announce('What can be copied could not be loaded. Check the connection and try again.');
  }
}

function show(button: HTMLElement, loaded: Loaded): void {
  const entries = texts(loaded).map(([name, text]) => {
    const entry = make('button', { type: 'button' }, name);
    entry.addEventListener('click', () => {
      close(menu);
      button.focus();
      void copyText(text, `${name}: copied.`);
    });
    return make('li', {}, entry);
  });
  const menu = make('ul', { className: 'menu', ariaLabel: 'Copy' }, ...entries);
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    close(menu);
    button.focus();
  });
  button.ariaExpanded = 'true';
  button.after(menu);
  menu.querySelector('button')?.focus();
}

function close(menu: Element): void {
  if (menu.previousElementSibling) menu.previousElementSibling.ariaExpanded = 'false';
  menu.remove();
}

/** What can be copied, by name. */
function texts({ row, cited, article }: Loaded): [string, string][] {
  const { quotation } = cited;
  const marked = withFragments(`${article}#s-${row.id}`, row.fragments);
  return [
    ['Address', row.uri],
    ['Address with the words marked', marked],
    ...(quotation
      ? [
          ...QUOTE_TEXTS.map(({ name, write }): [string, string] => [name, write(cited, quotation)]),
          ['Quote in HTML', asHtml(cited, quotation)] as [string, string],
        ]
      : []),
  ];
}

/** A `blockquote` with its attribution; the browser itself escapes what it is made of. */
function asHtml(cited: Cited, quotation: Quotation): string {
  const words = quotation.words.split('\n\n').map((paragraph) => make('p', {}, paragraph));
  const quote = make('blockquote', { cite: cited.address, lang: cited.language }, ...words);
  const source = make('a', { href: cited.address }, make('cite', {}, cited.title));
  const line = make('p', {}, `— ${attribution(quotation)}; in `, source, `, ${sourceOf(cited)}`);
  return `${quote.outerHTML}\n${line.outerHTML}`;
}
