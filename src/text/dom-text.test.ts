import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { canonicalText } from './canonical-text.ts';
import { domText, piecesIn } from './dom-text.ts';
import { parseBody } from './markdown.ts';
import { TextWrapper } from './wrap-text.ts';

/** The pieces of some words of a body; a number is inserted after the words `after`. */
function piecesOf(body: string, words: string, after = ''): string[] {
  const tree = parseBody(body);
  const canonical = canonicalText(tree);
  const wrapper = new TextWrapper(canonical);
  const start = canonical.text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  wrapper.wrap({ start, end: start + words.length }, (children) => h('span', children));
  if (after) wrapper.insertAfter(canonical.text.indexOf(after) + after.length, h('a', '1'));
  const dom = domText(tree, (node) => wrapper.placeOf(node));
  return piecesIn(dom, { start, end: start + words.length }).map((piece) => {
    const found = dom.text.slice(piece.dom, piece.dom + piece.length);
    expect(canonical.text.slice(piece.canonical, piece.canonical + piece.length)).toBe(found);
    return found;
  });
}

test.each([
  ['words inside a text are one piece', 'She said yes twice.', 'said yes', ['said yes']],
  ['words over inline elements are one piece', 'Say *no* to [it](/a).', 'Say no to it', ['Say no to it']],
  ['words around a picture are one piece', 'Look ![a wharf](a.png) there.', 'Look there', ['Look there']],
  ['words in two paragraphs are two pieces', 'One.\n\nTwo.', 'One.\n\nTwo', ['One.', 'Two']],
  ['words in two list items are two pieces', '- One\n- two', 'One\n\ntwo', ['One', 'two']],
  ['words in two cells of a table are two pieces', '| a | b |\n|-|-|\n| c | d |', 'b\n\nc', ['b', 'c']],
  ['words around a line break are two pieces', 'One  \ntwo', 'One two', ['One', 'two']],
  ['words around a footnote are two pieces', 'Late,[^1] and dark.\n\n[^1]: Six.', 'Late, and', ['Late,', ' and']],
  ['white space between two footnotes is in no piece', 'A.[^1] [^2] B.\n\n[^1]: C.\n\n[^2]: D.', 'A. B', ['A.', 'B']],
  ['a folded run of white space is one piece', 'One\n  two', 'One two', ['One two']],
])('%s', (_, body, words, pieces) => {
  expect(piecesOf(body, words)).toEqual(pieces);
});

test('an inserted number splits the words around it', () => {
  expect(piecesOf('One two three.', 'One two three', 'two')).toEqual(['One two', ' three']);
});
