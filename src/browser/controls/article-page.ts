import '../highlight-statement.ts';
import './collecting-page.ts';

/** How long a selection must stay the same to count as made, in milliseconds. */
const PAUSE = 150;

/** How long a pointer stays on a statement before it is meant, in milliseconds. */
const STAY = 250;

/**
 * Runs on an article's page: besides the links to its paragraphs, shows what can be done with a statement at its words,
 * and offers a link to any words that are selected.
 */
let pause: ReturnType<typeof setTimeout> | undefined;
document.addEventListener('selectionchange', () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    void import('./selection-link.ts').then(({ followSelection }) => {
      followSelection();
    });
  }, PAUSE);
});

/** The words of a statement, and its numbers. */
const STATEMENT = '.body [data-statement]';

// The popover says more than the browser's own tooltip.
for (const part of document.querySelectorAll(STATEMENT)) part.removeAttribute('title');

let stay: ReturnType<typeof setTimeout> | undefined;
for (const type of ['pointerover', 'focusin', 'click'] as const) {
  document.addEventListener(type, (event) => {
    const part = event.target instanceof Element ? event.target.closest<HTMLElement>(STATEMENT) : null;
    clearTimeout(stay);
    if (!part) return;
    const isTouch = event instanceof PointerEvent && event.pointerType !== 'mouse';
    if (type === 'click' && part.matches('a')) {
      // Where nothing hovers, a tap on a number opens the sheet; its link is in it.
      if (!isTouch) return;
      event.preventDefault();
    }
    if (type === 'pointerover' && isTouch) return;
    if (type === 'click' && !getSelection()?.isCollapsed) return;
    stay = setTimeout(() => void about(part), type === 'pointerover' ? STAY : 0);
  });
}

async function about(part: HTMLElement): Promise<void> {
  const { showAbout } = await import('./about-statement.ts');
  await showAbout(part);
}
