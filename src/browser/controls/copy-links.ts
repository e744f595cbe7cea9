import { describe } from '../../text/describe.ts';
import { statementControls } from './statement-controls.ts';

/** Enough characters to tell the statements of a page apart. */
const LABEL = 60;

/** Replaces the plain links to the statements of a page with their controls, whose labels the links bring. */
export function replaceCopyLinks(links: Iterable<HTMLAnchorElement>): void {
  for (const link of links) {
    const { id = '', uri = '', json = '', labels = '' } = link.dataset;
    const words = link.closest('.item, .label')?.querySelector('.item-words, .words')?.textContent ?? '';
    const [copy = '', more = '', collect = ''] = labels.split('|');
    link.replaceWith(statementControls({ id, uri, json, name: describe(words.trim(), LABEL) }, [copy, more, collect]));
  }
}
