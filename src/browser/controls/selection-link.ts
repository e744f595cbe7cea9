import { joinStretches } from '../../text/block-reader.ts';
import { PageText, type Stretch } from '../../text/page-text.ts';
import { fragmentFor, type NoFragment, wholeWords, withFragments } from '../../text/text-fragment.ts';
import { type Key, t } from '../../words/words.ts';
import { make } from '../dom.ts';
import { announce, copyText } from './clipboard.ts';
import { domBlocks } from './dom-blocks.ts';

/** The parts of an article's body that are not its words. */
const NOT_WORDS = '.notes, .mark';

const PROBLEMS = { 'too short': 'controls.tooShort', ambiguous: 'controls.ambiguous' } as const satisfies Record<
  NoFragment,
  Key
>;

// The label is CSS-generated; real text would become part of the page and break text fragments.
const button = make('button', { type: 'button', className: 'selection-link' });
/** The words that the control belongs to, and whether they were selected since the Tab key last reached it. */
let shown: Range | undefined;
let isNew = false;

// Pressing it must not clear the selection.
button.addEventListener('mousedown', (event) => {
  event.preventDefault();
});
button.addEventListener('click', copySelection);
// After a click in the page, the Tab key would start at the top: the first Tab after a selection leads here instead.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Tab' || event.shiftKey || !isNew || !button.isConnected) return;
  event.preventDefault();
  isNew = false;
  button.focus();
});

/**
 * Shows the control at the words selected in an article's body, as the next stop of the Tab key; otherwise hides it.
 */
export function followSelection(): void {
  const range = selectedRange();
  const passage = range && closest(range.endContainer, '.passage');
  if (!range || !passage) {
    // Moving the focus to the control clears the selection, as does a click elsewhere.
    if (!button.parentElement?.contains(document.activeElement)) button.remove();
    return;
  }
  button.ariaLabel = t('controls.copyWords');
  button.dataset['label'] = button.ariaLabel;
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
    announce(t(PROBLEMS[problem]));
    return;
  }
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
  const paragraph = closest(range.startContainer, '[id^="p-"]');
  const address = paragraph ? `${canonical}#${paragraph.id}` : canonical;
  const fragments = made.flatMap((result) => ('fragment' in result ? [result.fragment] : []));
  void copyText(withFragments(address, fragments), t('controls.wordsCopied'));
}

/** The selected range in the words of an article; `null` if there is none. */
function selectedRange(): Range | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return closest(range.startContainer, '.body') && closest(range.endContainer, '.body') ? range : null;
}

/** The part of a text node that is inside a range, in its block. */
function selectedPart(range: Range, node: Text, place: Stretch): Stretch[] {
  if (!range.intersectsNode(node) || !closest(node, '.body') || closest(node, NOT_WORDS)) return [];
  // The words of a body are already folded; only a space before a block's first word may be missing.
  const dropped = node.data.length - (place.end - place.start);
  const from = node === range.startContainer ? Math.max(0, range.startOffset - dropped) : 0;
  const to = node === range.endContainer ? Math.max(0, range.endOffset - dropped) : place.end - place.start;
  return from < to ? [{ block: place.block, start: place.start + from, end: place.start + to }] : [];
}

const closest = (node: Node, selector: string): Element | null =>
  (node instanceof Element ? node : node.parentElement)?.closest(selector) ?? null;
