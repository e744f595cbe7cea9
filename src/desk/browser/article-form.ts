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
  warnUnsaved(text);
}

/** Asks before a page is left whose form has something that was not saved. */
function warnUnsaved({ form, dataset }: HTMLTextAreaElement): void {
  if (!form) return;
  let isSaving = false;
  form.addEventListener('submit', () => (isSaving = true));
  const fields = (): string => JSON.stringify([...new FormData(form)]);
  const before = 'unsaved' in dataset ? null : fields();
  addEventListener('beforeunload', (event) => {
    if (!isSaving && fields() !== before) event.preventDefault();
  });
}
