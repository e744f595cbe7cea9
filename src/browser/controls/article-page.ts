import '../highlight-statement.ts';
import './controls.ts';

/** A pause after which a selection is taken to be made, in milliseconds. */
const PAUSE = 150;

/** Runs on an article's page: besides what its statements offer, any words that are selected can be linked to. */
let pause: ReturnType<typeof setTimeout> | undefined;
document.addEventListener('selectionchange', () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    void import('./selection-link.ts').then(({ followSelection }) => {
      followSelection();
    });
  }, PAUSE);
});
