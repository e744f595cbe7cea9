import { make } from '../dom.ts';

/** How long a message stays, in milliseconds. */
const SHOWN = 4000;

let hide: ReturnType<typeof setTimeout> | undefined;

/** Copies a text and says so; where the browser does not let a page copy, shows the text, selected. */
export async function copyText(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(said);
  } catch {
    const field = make('textarea', { value: text, readOnly: true, rows: 3, ariaLabel: 'What was to be copied' });
    announce('The browser does not let the page copy. Here it is, to be copied by hand:', field);
    field.focus();
    field.select();
  }
}

/** Says something at the foot of the window, for a while; with a field to read, until it is left. */
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
