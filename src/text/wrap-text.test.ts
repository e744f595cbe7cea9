import rehypeStringify from 'rehype-stringify';
import { h } from 'hastscript';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { canonicalText } from './canonical-text.ts';
import { parseBody } from './markdown.ts';
import { TextWrapper } from './wrap-text.ts';

function wrap(body: string, words: string): string {
  const tree = parseBody(body);
  const canonical = canonicalText(tree);
  const start = canonical.text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  const wrapper = new TextWrapper(canonical);
  wrapper.wrap({ start, end: start + words.length }, (children) => h('q', children));
  wrapper.insertAfter(start + words.length, h('a'));
  return unified().use(rehypeStringify).stringify(tree);
}

test('wraps words inside a text', () => {
  expect(wrap('She said yes twice.', 'yes')).toBe('<p>She said <q>yes</q><a></a> twice.</p>');
});

test('wraps whole inline elements once', () => {
  expect(wrap('Say *no* to [it](https://a.example).', 'Say no to it')).toBe(
    '<p><q>Say <em>no</em> to <a href="https://a.example">it</a></q><a></a>.</p>',
  );
});

test('wraps in parts if the words begin inside an inline element', () => {
  expect(wrap('*Say no* now.', 'no now')).toBe('<p><em>Say <q>no</q></em><q> now</q><a></a>.</p>');
});

test('wraps in parts over paragraphs, hard breaks and list items', () => {
  expect(wrap('One two  \nthree\n\nfour', 'two three\n\nfour')).toBe(
    '<p>One <q>two<br>three</q></p>\n<p><q>four</q><a></a></p>',
  );
});

test('visits only the block that contains the words, however many others there are', () => {
  const canonical = canonicalText(parseBody('One *two*.\n\n'.repeat(100)));
  const wrapper = new TextWrapper(canonical);
  let looks = 0;
  for (const { element } of canonical.paragraphs.slice(1)) {
    const { children } = element;
    Object.defineProperty(element, 'children', { get: () => (looks++, children) });
  }
  expect(wrapper.wrap({ start: 0, end: 3 }, (children) => h('q', children))).toBe(1);
  wrapper.insertAfter(3, h('a'));
  expect(looks).toBe(0);
});
