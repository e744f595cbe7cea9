import { make } from '../dom.ts';

/** What the controls of a statement need to know about it. */
export interface Controlled {
  id: string;
  /** Its absolute address. */
  uri: string;
  /** The address of its article's data, `index.json`. */
  json: string;
  /** What it is called in the labels: `statement 3`. */
  name: string;
  /** Its words, where the page does not have them as an item. */
  words?: string;
}

/** What is written on the controls, in their order. */
export type Labels = readonly [copy: string, more: string, collect: string];

/** The buttons of a statement: copy its address, copy it in other forms, and collect it. */
export function statementControls({ name, ...data }: Controlled, [copy, more, collect]: Labels): HTMLElement {
  const button = (className: string, label: string): HTMLButtonElement => {
    const made = make('button', { type: 'button', className, ariaLabel: `${label}: ${name}` });
    Object.assign(made.dataset, { ...data, label });
    return made;
  };
  const menu = button('more', more);
  menu.ariaExpanded = 'false';
  return make('span', { className: 'controls' }, button('copy', copy), menu, button('collect', collect));
}
