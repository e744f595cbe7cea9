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

/** The buttons of a statement: copy its address, copy it in other forms and, in lists, collect it. */
export function statementControls(statement: Controlled, isInList: boolean): HTMLElement {
  const button = (className: string, label: string): HTMLButtonElement => {
    const made = make('button', { type: 'button', className, ariaLabel: `${label} ${statement.name}` });
    const { id, uri, json, words } = statement;
    Object.assign(made.dataset, { id, uri, json, ...(words === undefined ? {} : { words }) });
    return made;
  };
  const more = button('more', 'More ways to copy');
  more.ariaExpanded = 'false';
  const collect = isInList ? [button('collect', 'Collect')] : [];
  return make('span', { className: 'controls' }, button('copy', 'Copy link to'), more, ...collect);
}
