import { askDesk } from './ask-desk.ts';

/** How long nothing is typed before the desk looks at the text, in milliseconds. */
const PAUSE = 400;

/** Shows how an article will look, and what is found in it, while its text is edited. */
export function followArticle(): void {
  const text = document.querySelector<HTMLTextAreaElement>('textarea[data-article]');
  const look = document.getElementById('look');
  if (!text || !look) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  text.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const own = ++asked;
      void askDesk('/articles/look', { body: text.value }).then((answered) => {
        if (own === asked && 'html' in answered) look.innerHTML = answered.html;
      });
    }, PAUSE);
  });
  let isSaving = false;
  text.form?.addEventListener('submit', () => (isSaving = true));
  const before = text.value;
  addEventListener('beforeunload', (event) => {
    if (!isSaving && text.value !== before) event.preventDefault();
  });
}
