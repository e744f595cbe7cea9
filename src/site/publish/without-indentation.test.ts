import { expect, test } from 'vitest';
import { withoutIndentation } from './without-indentation.ts';

test('removes indentation and empty lines, but no white space between words', () => {
  const page = '<p>\n    One\n\n    <b>two</b>  <i>three</i>  \n</p>\n';
  expect(withoutIndentation(page)).toBe('<p>\nOne\n<b>two</b>  <i>three</i>\n</p>\n');
});

test('keeps code as it is, and a no-break space at the beginning of a line', () => {
  const page = '<pre><code>if\n    then\n\n</code></pre>\n  <p>\n\u00a0 a</p>';
  expect(withoutIndentation(page)).toBe('<pre><code>if\n    then\n\n</code></pre>\n<p>\n\u00a0 a</p>');
});
