import { formatEdtf } from '../../text/dates.ts';
import { basisWords } from '../../text/said-basis.ts';
import { rowName, speakerNameFirst } from '../../text/speaker-name.ts';
import { t } from '../../words/words.ts';
import { make } from '../dom.ts';
import { type Loaded, loadStatement } from './article-data.ts';
import { announce } from './clipboard.ts';
import { controlLabels } from './control-labels.ts';
import { statementControls } from './statement-controls.ts';

/** Room between the popover and the words, and the edge of the window, in pixels. */
const MARGIN = 8;

/** How long the pointer may be outside before the popover closes, in milliseconds. */
const LEAVE = 400;

let shown: { popover: HTMLElement; part: HTMLElement; id: string } | null = null;
let leave: ReturnType<typeof setTimeout> | undefined;
/** The statement whose popover was closed by the Escape key, which returns the focus to its number. */
let dismissed = '';

/** Shows who said a statement, when, and what can be done with it, beside the part of it that a reader points to. */
export async function showAbout(part: HTMLElement): Promise<void> {
  const id = idOf(part);
  clearTimeout(leave);
  const isDismissed = dismissed === id;
  dismissed = '';
  if (shown?.id === id || isDismissed) return;
  try {
    const loaded = await loadStatement('index.json', id);
    if (!loaded) {
      announce(t('controls.statementGone'));
      return;
    }
    close();
    const popover = popoverOf(part, loaded);
    document.body.append(popover);
    place(popover, part);
    shown = { popover, part, id };
  } catch {
    announce(t('controls.statementFailed'));
  }
}

function popoverOf(part: HTMLElement, { row, article }: Loaded): HTMLElement {
  const { id, uri, speaker, sure, said, saidBasis, shown: words } = row;
  const root = document.body.dataset['root'] ?? '/';
  const name = speakerNameFirst(rowName(speaker), sure);
  const who = speaker?.id ? make('a', { href: `${root}speakers/${speaker.id}/` }, name) : name;
  const role = speaker?.role ? `, ${speaker.role}` : '';
  const day = said && formatEdtf(said);
  const when = day
    ? saidBasis
      ? t('controls.saidWithBasis', { day, basis: basisWords(saidBasis) })
      : t('controls.said', { day })
    : null;
  const number = part.closest('.body')?.querySelector<HTMLElement>(`.number[data-of="${id}"]`)?.textContent ?? '';
  const controls = statementControls(
    { id, uri, json: new URL('index.json', article).pathname, name: t('controls.statement', { number }), words },
    controlLabels(),
  );
  const page = `${root}s/${id}/`;
  const popover = make(
    'div',
    { className: 'about-statement', ariaLabel: t('controls.about', { number }) },
    make('p', { className: 'who' }, who, role),
    ...(when ? [make('p', {}, when)] : []),
    controls,
    make(
      'p',
      { className: 'links' },
      make('a', { href: page }, t('controls.page')),
      ' ',
      make('a', { href: `${page}#cite` }, t('controls.cite')),
    ),
  );
  popover.setAttribute('role', 'group');
  return popover;
}

/** Places the popover below the last line of the part, inside the window; on a phone the style sheet places it. */
function place(popover: HTMLElement, part: HTMLElement): void {
  const lines = [...part.getClientRects()];
  const line = lines.at(-1);
  if (!line || getComputedStyle(popover).position === 'fixed') return;
  const { width, height } = popover.getBoundingClientRect();
  const isRoom = line.bottom + MARGIN + height < innerHeight;
  const top = isRoom ? line.bottom + MARGIN : (lines[0]?.top ?? line.top) - MARGIN - height;
  const left = Math.max(MARGIN, Math.min(line.left, document.documentElement.clientWidth - width - MARGIN));
  popover.style.setProperty('top', `${top + scrollY}px`);
  popover.style.setProperty('left', `${left + scrollX}px`);
}

function close(): void {
  shown?.popover.remove();
  shown = null;
}

const isOf = (target: EventTarget | null): boolean =>
  target instanceof Node &&
  shown !== null &&
  (shown.popover.contains(target) ||
    (target instanceof Element && idOf(target.closest<HTMLElement>('[data-statement], [data-of]')) === shown.id));

/** The statement that some words are of, or that a number is for. */
const idOf = (part: HTMLElement | null): string => part?.dataset['statement'] ?? part?.dataset['of'] ?? '';

document.addEventListener('pointerover', ({ target, pointerType }) => {
  if (!shown || pointerType !== 'mouse') return;
  clearTimeout(leave);
  // While the keyboard is inside, the pointer does not close it.
  if (!isOf(target) && !shown.popover.contains(document.activeElement)) leave = setTimeout(close, LEAVE);
});
for (const type of ['pointerdown', 'focusin']) {
  document.addEventListener(type, ({ target }) => {
    if (!isOf(target)) close();
  });
}
document.addEventListener('keydown', (event) => {
  if (!shown) return;
  const { popover, part } = shown;
  const links = [...popover.querySelectorAll<HTMLElement>('a, button')];
  const isInside = popover.contains(document.activeElement);
  if (event.key === 'Escape' && !popover.querySelector('.menu')) {
    close();
    if (!isInside) return;
    dismissed = idOf(part);
    part.focus();
  } else if (event.key === 'Tab' && !event.shiftKey && document.activeElement === part) {
    // The popover is the next stop after the number that opened it.
    event.preventDefault();
    links[0]?.focus();
  } else if (event.key === 'Tab' && isInside && document.activeElement === (event.shiftKey ? links[0] : links.at(-1))) {
    // From its last control the Tab key goes on after the number.
    part.focus();
    if (event.shiftKey) event.preventDefault();
  }
});
