import '../highlight-statement.ts';
import './controls.ts';

/** How long a selection must stay the same to count as made, in milliseconds. */
const PAUSE = 150;

/** Runs on an article's page: besides the controls of its statements, offers a link to any words that are selected. */
let pause: ReturnType<typeof setTimeout> | undefined;
document.addEventListener('selectionchange', () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    void import('./selection-link.ts').then(({ followSelection }) => {
      followSelection();
    });
  }, PAUSE);
});
