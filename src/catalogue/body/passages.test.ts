import { expect, test } from 'vitest';
import { canonicalText } from '../../text/canonical-text.ts';
import type { MarkedStatement } from './mark-statements.ts';
import { parseBody } from '../../text/markdown.ts';
import { paragraphIds } from '../../text/paragraph-id.ts';
import { layPassages } from './passages.ts';

const statementAt = (start: number, number: number): MarkedStatement => ({
  id: String(number),
  number,
  isRepeated: false,
  spans: [{ start, end: start + 1 }],
  type: 'direct',
  href: '/',
  uri: '/',
  speaker: null,
  isSure: true,
  said: null,
});

/** How often paragraphs are read while an article of this many paragraphs, each with a statement, is laid out. */
function looksAt(count: number): number {
  const tree = parseBody('One.\n\n'.repeat(count));
  const canonical = canonicalText(tree);
  const statements = canonical.paragraphs.map(({ start }, index) => statementAt(start, index + 1));
  const ids = paragraphIds(canonical);
  let looks = 0;
  const paragraphs = canonical.paragraphs.map((paragraph) => ({
    ...paragraph,
    get start() {
      return (looks++, paragraph.start);
    },
    get end() {
      return (looks++, paragraph.end);
    },
    get element() {
      return (looks++, paragraph.element);
    },
  }));
  layPassages(tree, { ...canonical, paragraphs }, ids, statements, []);
  expect(tree.children).toHaveLength(count);
  return looks;
}

test('the work does not grow quadratically with the length of an article', () => {
  expect(looksAt(800)).toBeLessThan(3 * looksAt(400));
});
