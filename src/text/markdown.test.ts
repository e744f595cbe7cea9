import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { canonicalText } from './canonical-text.ts';
import { parseBody } from './markdown.ts';

const elementsOf = (body: string): Element[] => {
  const found: Element[] = [];
  visit(parseBody(body), 'element', (element) => {
    found.push(element);
  });
  return found;
};

describe('footnotes', () => {
  const body =
    'It was late,[^clock] and nobody came.[^clock] Nobody.[^2]\n\n[^clock]: The town hall’s.\n\n[^2]: Or few.';
  const elements = elementsOf(body);
  const ids = elements.flatMap(({ properties: { id } }) => (typeof id === 'string' ? [id] : []));

  test('every reference leads to its note, every note back to each of its references', () => {
    const links = elements.filter(({ tagName }) => tagName === 'a').map(({ properties }) => String(properties['href']));
    expect(links).toHaveLength(6);
    for (const link of links) expect(ids).toContain(link.slice(1));
    expect(new Set(links)).toHaveLength(5);
    expect(new Set(ids)).toHaveLength(ids.length);
  });

  test('every reference is described by the label of the notes', () => {
    const described = elements.flatMap(({ properties }) => properties['ariaDescribedBy'] ?? []);
    expect(described).toHaveLength(3);
    for (const id of described) expect(ids).toContain(id);
  });

  test('every id has a prefix, so that no script of the page mistakes it for its own', () => {
    for (const id of ids) expect(id).toMatch(/^user-content-|^footnote-label$/);
  });

  test('numbers, arrows and label are not words of the article', () => {
    const { text } = canonicalText(parseBody(body));
    expect(text).toBe('It was late, and nobody came. Nobody.\n\nThe town hall’s.\n\nOr few.');
  });
});

test('raw HTML is dropped, and its ids with it', () => {
  expect(
    elementsOf('A <b id="main">bold</b> word.\n\n<p id="cite">A block.</p>').map(({ tagName }) => tagName),
  ).toEqual(['p']);
});
