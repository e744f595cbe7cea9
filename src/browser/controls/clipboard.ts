import { t } from '../../words/words.ts';
import { make } from '../dom.ts';

/** How long a message stays, in milliseconds. */
const SHOWN = 4000;

let hide: ReturnType<typeof setTimeout> | undefined;

/** Copies a text and says so; if the browser does not allow that, shows the text, selected. */
export async function copyText(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(said);
  } catch {
    const field = make('textarea', { value: text, readOnly: true, rows: 3, ariaLabel: t('controls.textToCopy') });
    announce(t('controls.cannotCopy'), field);
    field.focus();
    field.select();
  }
}

/** Copies a link and says so. */
export const copyAddress = (uri: string): Promise<void> => copyText(uri, t('controls.copied'));

/** Shows a message at the foot of the window for a while; with a field, until the field loses the focus. */
export function announce(said: string, field?: HTMLElement): void {
  let region = document.getElementById('announcement');
  if (!region) {
    region = make('div', { id: 'announcement' });
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  const shown = region;
  clearTimeout(hide);
  shown.replaceChildren(make('p', {}, said), ...(field ? [field] : []));
  const empty = (): void => {
    shown.replaceChildren();
  };
  if (field) field.addEventListener('blur', empty, { once: true });
  else hide = setTimeout(empty, SHOWN);
}
