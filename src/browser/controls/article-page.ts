import '../highlight-statement.ts';
import { failedText, loadWords } from '../load-words.ts';
import './controls.ts';

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
    Promise.all([import('./selection-link.ts'), loadWords()]).then(
      ([{ followSelection }]) => {
        followSelection();
      },
      () => undefined,
    );
  }, PAUSE);
});

/** The words of a statement, and its numbers. */
const STATEMENT = '.body :is([data-statement], [data-of])';

// The popover says more than the browser's own tooltip.
for (const part of document.querySelectorAll(STATEMENT)) part.removeAttribute('title');

/** The part of a statement in which something happened. */
const partOf = ({ target }: Event): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(STATEMENT) : null;

let stay: ReturnType<typeof setTimeout> | undefined;
document.addEventListener('pointerover', (event) => {
  clearTimeout(stay);
  const part = event.pointerType === 'mouse' ? partOf(event) : null;
  if (part) stay = setTimeout(() => void about(part).catch(() => undefined), STAY);
});
document.addEventListener('focusin', (event) => {
  const part = partOf(event);
  if (part) about(part).catch(() => undefined);
});
document.addEventListener('click', (event) => {
  const part = partOf(event);
  if (!part || !getSelection()?.isCollapsed) return;
  if (part.matches('a')) {
    // Where nothing hovers, a tap on a number opens the sheet, which has its link.
    if (!(event instanceof PointerEvent && /^(?:touch|pen)$/.test(event.pointerType))) return;
    event.preventDefault();
  }
  // Without an answer a press would seem to do nothing; a pointer that only passes needs none.
  about(part).catch(() => {
    alert(failedText());
  });
});

async function about(part: HTMLElement): Promise<void> {
  const [{ showAbout }] = await Promise.all([import('./about-statement.ts'), loadWords()]);
  await showAbout(part);
}
