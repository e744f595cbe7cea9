import { t } from '../../words/words.ts';
import { make } from '../dom.ts';
import { loadWords } from '../load-words.ts';

/** As many as are shown for what was typed. */
const MOST = 60;

/** A speaker of `speakers.json`, as far as the filter needs it. */
interface Listed {
  id: string;
  name: string;
  otherNames?: string[];
  statements?: number;
}

const field = document.querySelector<HTMLInputElement>('#filter');
const list = document.querySelector<HTMLElement>('#speakers');
const whole = list && [...list.children];

/** All speakers, also those on other pages of the list; loaded when something is typed. */
let speakers: Promise<Listed[]> | undefined;

if (field && list && whole) {
  const label = field.closest('p');
  if (label) label.hidden = false;
  let latest = 0;
  field.addEventListener('input', () => {
    const words = wordsOf(field.value);
    const run = ++latest;
    if (words.length === 0) {
      list.replaceChildren(...whole);
      return;
    }
    speakers ??= fetch(field.dataset['speakers'] ?? '').then(async (response) => (await response.json()) as Listed[]);
    Promise.all([speakers, loadWords()]).then(
      ([all]) => {
        if (run === latest) list.replaceChildren(found(all, words, field.dataset['root'] ?? '/'));
      },
      () => (speakers = undefined),
    );
  });
}

function found(all: readonly Listed[], words: readonly string[], root: string): HTMLElement {
  const hits = all.filter(({ name, otherNames = [] }) => {
    const own = [name, ...otherNames].flatMap(wordsOf);
    return words.every((word) => own.some((other) => other.startsWith(word)));
  });
  if (hits.length === 0) return make('p', {}, t('filter.nobody'));
  const items = hits.slice(0, MOST).map(({ id, name, statements }) => {
    const count = statements === undefined ? [] : [' ', make('span', {}, String(statements))];
    return make('li', {}, make('a', { href: `${root}speakers/${id}/` }, name), ...count);
  });
  return make('ul', { className: 'counted' }, ...items);
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
