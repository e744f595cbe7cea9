import { asPlainText } from '../../cite/quote-texts.ts';
import { FORMATS } from '../../cite/formats.ts';
import { make } from '../dom.ts';
import { t } from '../../words/words.ts';
import { type Loaded, loadStatement } from './article-data.ts';
import { announce, copyText } from './clipboard.ts';
import { type Collected, readCollected, writeCollected } from './collected.ts';

/** How many characters of a statement are shown in the list. */
const SHOWN = 80;

const root = document.body.dataset['root'] ?? '/';
let collected = readCollected(root);
let bar: HTMLElement | undefined;

/** Collects the statement of a button, or removes it from the collection. */
export function collect(button: HTMLElement): void {
  const { id = '', json = '', words: own } = button.dataset;
  const listed = button.closest('.item, .label')?.querySelector('.item-words, .words');
  const words = own ?? listed?.textContent.trim() ?? '';
  const isIn = collected.some((statement) => statement.id === id);
  keep(isIn ? without(id) : [...collected, { id, json, words: words.slice(0, SHOWN) }]);
}

const without = (id: string): Collected[] => collected.filter((statement) => statement.id !== id);

function keep(next: Collected[]): void {
  collected = next;
  if (!writeCollected(root, collected)) {
    announce(t('collection.notKept'));
  }
  render();
}

function render(): void {
  markCollected();
  if (collected.length === 0) {
    bar?.remove();
    bar = undefined;
    document.documentElement.style.removeProperty('--basket');
    return;
  }
  if (!bar) {
    bar = makeBar();
    document.body.append(bar);
  }
  bar.querySelector('summary')?.replaceChildren(t('collection.count', { count: collected.length }));
  bar.querySelector('ul')?.replaceChildren(...collected.map(item));
  // The element with the keyboard focus must not be hidden by the bar.
  document.documentElement.style.setProperty('--basket', `${bar.offsetHeight}px`);
}

function markCollected(): void {
  const ids = new Set(collected.map(({ id }) => id));
  for (const button of document.querySelectorAll<HTMLElement>('button.collect')) {
    const isIn = String(ids.has(button.dataset['id'] ?? ''));
    if (button.ariaPressed === isIn) continue;
    button.ariaPressed = isIn;
    button.dataset['label'] = t(isIn === 'true' ? 'controls.collected' : 'controls.collect');
  }
}

function item({ id, words }: Collected): HTMLElement {
  const remove = button(t('collection.remove'), () => {
    const place = collected.findIndex((statement) => statement.id === id);
    keep(without(id));
    const left = bar?.querySelectorAll<HTMLElement>('li button');
    (left?.[Math.min(place, left.length - 1)] ?? document.getElementById('main'))?.focus();
  });
  remove.ariaLabel = t('collection.removeThis', { words });
  return make('li', {}, make('a', { href: `${root}s/${id}/` }, words), ' ', remove);
}

function button(name: string, act: () => void): HTMLButtonElement {
  const made = make('button', { type: 'button' }, name);
  made.addEventListener('click', act);
  return made;
}

function makeBar(): HTMLElement {
  const format = make(
    'select',
    { ariaLabel: t('collection.format') },
    ...FORMATS.map(({ name }) => make('option', {}, name)),
  );
  return make(
    'aside',
    { className: 'basket', ariaLabel: t('collection.title') },
    make('details', {}, make('summary'), make('ul')),
    make(
      'p',
      {},
      format,
      button(t('collection.save'), () => void save(format.value)),
      button(t('collection.copy'), () => void copyList()),
      button(t('collection.removeAll'), () => {
        keep([]);
        document.getElementById('main')?.focus();
      }),
    ),
  );
}

async function save(name: string): Promise<void> {
  const format = FORMATS.find((one) => one.name === name);
  const loaded = await loadAll();
  if (!format || !loaded) return;
  const file = new Blob([format.write(loaded.map(({ cited }) => cited))], { type: format.mediaType });
  const link = make('a', { href: URL.createObjectURL(file), download: `statements.${format.ending}` });
  link.click();
  URL.revokeObjectURL(link.href);
  announce(t('collection.saved', { count: loaded.length, format: format.name }));
}

async function copyList(): Promise<void> {
  const loaded = await loadAll();
  if (!loaded) return;
  const lines = loaded.flatMap(({ cited }) => (cited.quotation ? [asPlainText(cited, cited.quotation)] : []));
  await copyText(lines.join('\n\n'), t('collection.copied', { count: lines.length }));
}

/** Loads the collected statements; if one is no longer in the archive, says so and returns `null`. */
async function loadAll(): Promise<Loaded[] | null> {
  try {
    const all = await Promise.all(
      collected.map(async ({ id, json, words }) => ({ words, found: await loadStatement(json, id) })),
    );
    const gone = all.filter(({ found }) => !found);
    if (gone[0]) {
      announce(t('collection.gone', { words: gone[0].words }));
      return null;
    }
    return all.flatMap(({ found }) => found ?? []);
  } catch {
    announce(t('collection.failed'));
    return null;
  }
}

render();
// Other windows change the collection too, and search results are added to the page later.
for (const event of ['storage', 'pageshow']) {
  addEventListener(event, () => {
    collected = readCollected(root);
    render();
  });
}
new MutationObserver(markCollected).observe(document.body, { childList: true, subtree: true });
