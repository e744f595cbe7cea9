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
}

/** The buttons of a statement: copy its address, copy it in other forms and, in lists, collect it. */
export function statementControls(statement: Controlled, isInList: boolean): HTMLElement {
  const button = (className: string, label: string): HTMLButtonElement => {
    const made = make('button', { type: 'button', className, ariaLabel: `${label} ${statement.name}` });
    Object.assign(made.dataset, { id: statement.id, uri: statement.uri, json: statement.json });
    return made;
  };
  const more = button('more', 'More ways to copy');
  more.ariaExpanded = 'false';
  const collect = isInList ? [button('collect', 'Collect')] : [];
  return make('span', { className: 'controls' }, button('copy', 'Copy link to'), more, ...collect);
}
