import { joinStretches } from '../../text/block-reader.ts';
import { PageText, type Stretch } from '../../text/page-text.ts';
import { fragmentFor, type NoFragment, wholeWords, withFragments } from '../../text/text-fragment.ts';
import { make } from '../dom.ts';
import { announce, copyText } from './clipboard.ts';
import { domBlocks } from './dom-blocks.ts';

/** What an article's body contains besides its words. */
const NOT_WORDS = '.notes, .mark';

const PROBLEMS: Record<NoFragment, string> = {
  'too short': 'There is no whole word in the selection. Select more, and no link will be wrong.',
  ambiguous:
    'These words stand here more than once with the same words around them, so a link would lead to the first. Select more, or link to the paragraph.',
};

// Its label is drawn by the style sheet: a text would be one of the page.
const button = make('button', { type: 'button', className: 'selection-link', ariaLabel: 'Copy link to these words' });
/** The words that the control stands at, and whether the keyboard has not been there since they were selected. */
let shown: Range | undefined;
let isNew = false;

// Pressing it must not take the selection away.
button.addEventListener('mousedown', (event) => {
  event.preventDefault();
});
button.addEventListener('click', copySelection);
// After a press in the page the Tab key would begin at its top: the first one after a selection comes here.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Tab' || event.shiftKey || !isNew || !button.isConnected) return;
  event.preventDefault();
  isNew = false;
  button.focus();
});

/** Shows the control at words that are selected in an article's body, next in the order of the keyboard; else hides it. */
export function followSelection(): void {
  const range = selectedRange();
  const passage = range && closest(range.endContainer, '.passage');
  if (!range || !passage) {
    // The keyboard, on its way to the control, takes the selection away; a press elsewhere does too.
    if (!button.parentElement?.contains(document.activeElement)) button.remove();
    return;
  }
  shown = range.cloneRange();
  isNew = true;
  const words = range.getBoundingClientRect();
  const frame = passage.getBoundingClientRect();
  passage.firstElementChild?.after(button);
  button.style.setProperty('--top', `${words.bottom - frame.top}px`);
}

function copySelection(): void {
  const range = selectedRange() ?? shown;
  if (!range) return;
  const { blocks, places } = domBlocks(document.body);
  const page = new PageText(blocks);
  const stretches = joinStretches([...places].flatMap(([node, place]) => selectedPart(range, node, place)));
  const made = stretches.map((stretch) => fragmentFor(page, wholeWords(page, stretch)));
  const problem = made.find((result) => 'problem' in result)?.problem ?? (made.length === 0 ? 'too short' : null);
  if (problem) {
    announce(PROBLEMS[problem]);
    return;
  }
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
  const paragraph = closest(range.startContainer, '[id^="p-"]');
  const address = paragraph ? `${canonical}#${paragraph.id}` : canonical;
  const fragments = made.flatMap((result) => ('fragment' in result ? [result.fragment] : []));
  void copyText(withFragments(address, fragments), 'Link to these words copied.');
}

/** The range that is selected in the words of an article; `null` where there is none. */
function selectedRange(): Range | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return closest(range.startContainer, '.body') && closest(range.endContainer, '.body') ? range : null;
}

/** The part of a text node that a range holds, in its block. */
function selectedPart(range: Range, node: Text, place: Stretch): Stretch[] {
  if (!range.intersectsNode(node) || !closest(node, '.body') || closest(node, NOT_WORDS)) return [];
  // The words of a body are folded already; only a space before a block's first word may be left out.
  const dropped = node.data.length - (place.end - place.start);
  const from = node === range.startContainer ? Math.max(0, range.startOffset - dropped) : 0;
  const to = node === range.endContainer ? Math.max(0, range.endOffset - dropped) : place.end - place.start;
  return from < to ? [{ block: place.block, start: place.start + from, end: place.start + to }] : [];
}

const closest = (node: Node, selector: string): Element | null =>
  (node instanceof Element ? node : node.parentElement)?.closest(selector) ?? null;
