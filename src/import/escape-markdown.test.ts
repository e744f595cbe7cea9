import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalText } from '../text/canonical-text.ts';
import { parseBody } from '../text/markdown.ts';
import { escapeMarkdown } from './escape-markdown.ts';

const textOf = (body: string): string => canonicalText(parseBody(body)).text;

test.each([
  '*a* and _b_',
  '<b>bold</b> & &amp;',
  '# not a heading',
  '1. not a list',
  '- nor this',
  '> nor this',
  '| a | b |',
  '~~gone~~',
  '[a]: /b',
  '`code` \\ end\\',
  'www.example.org and https://example.org/a_b_',
  '***',
  '\u00a0kept\u00a0',
])('keeps the words of "%s"', (words) => {
  expect(textOf(escapeMarkdown([words]))).toBe(words);
});

test('leaves a paragraph that needs no escaping as it is', () => {
  expect(escapeMarkdown(['He said: “remove the [Russian] base.”'])).toBe('He said: “remove the [Russian] base.”');
});

test('keeps any text, word for word and paragraph for paragraph', () => {
  const markup = fc.constantFrom(
    ...'*_<>#`~|[]()!&\\-+=1.:/^$“”"\'aé \u00a0'.split(''),
    'www.',
    'http://',
    '&lt;',
    '\n',
  );
  const paragraph = fc
    .array(markup, { minLength: 1, maxLength: 30 })
    .map((parts) => parts.join(''))
    .filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), (paragraphs) => {
      const expected = paragraphs
        .map((text) =>
          text
            .normalize('NFC')
            .replace(/[ \n]+/g, ' ')
            .replace(/^ | $/g, ''),
        )
        .filter((text) => text !== '');
      expect(textOf(escapeMarkdown(paragraphs))).toBe(expected.join('\n\n'));
    }),
    { numRuns: 1000 },
  );
});
