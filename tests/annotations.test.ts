import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Annotation } from '../src/site/data/annotations.ts';
import type { StatementRow } from '../src/content/rows/statement-row.ts';
import { connectBrowser } from './connect-browser.ts';
import { rowsOf } from './rows.ts';

/** An article's page as read by a script that knows nothing about the archive. */
interface ReadPage {
  /** The canonical address that the page declares. */
  canonical: string;
  /** Every text node of its body, in document order, except scripts and styles. */
  text: string;
  /** The marked words of each statement, by id, without footnote and statement numbers. */
  marked: Record<string, string>;
}

let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  browser = await connectBrowser();
  context = await browser.newContext({ javaScriptEnabled: false });
});
afterAll(() => browser.close());

async function readPage(address: string): Promise<ReadPage> {
  const page = await context.newPage();
  await page.goto(address);
  const read = await page.evaluate((): ReadPage => {
    const textOf = (root: Node, left: string): string => {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      let text = '';
      while (texts.nextNode()) {
        const { parentElement, nodeValue } = texts.currentNode;
        if (!parentElement?.closest(left)) text += nodeValue ?? '';
      }
      return text;
    };
    const marked: Record<string, string> = {};
    for (const part of document.querySelectorAll<HTMLElement>('[data-statement]')) {
      const id = part.dataset['statement'] ?? '';
      marked[id] = (marked[id] ?? '') + textOf(part, '[data-footnote-ref], .mark');
    }
    const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? '';
    return { canonical, text: textOf(document.body, 'script, style'), marked };
  });
  await page.close();
  return read;
}

describe.each(['site', 'harbour', 'strait', 'lantern'] as const)('in %s', (name) => {
  const { folder, url } = inject(name);
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const articles = Map.groupBy(rowsOf(folder), ({ article }) => article.url);
  const annotationsOf = (path: string): { total: number; items: Annotation[] } => {
    const { total, first } = JSON.parse(read(`${path}annotations.jsonld`)) as {
      total: number;
      first: { items: Annotation[] };
    };
    return { total, items: first.items };
  };
  const partsOf = (row: StatementRow, { target }: Annotation) => {
    const words = target.map(({ selector: [{ exact }] }) => exact);
    return { id: row.id, words: words.join('').replaceAll(/\s/g, '') };
  };

  test.each([...articles])(
    'every statement of %s has an annotation, whose parts together are all of its words',
    (path, rows) => {
      const { total, items } = annotationsOf(path);
      expect(total).toBe(rows.length);
      expect(items.map(({ body }) => body.id)).toEqual(rows.map(({ uri }) => uri));
      expect(items.map((item, index) => partsOf(rows[index] as StatementRow, item))).toEqual(
        rows.map(({ id, text }) => ({ id, words: text.replaceAll(/\s/g, '') })),
      );
    },
  );

  test.each([...articles])(
    'a search for exact words finds every part of every statement of %s once',
    async (path, rows) => {
      const { canonical, text, marked } = await readPage(url + path.slice(1));
      const { items } = annotationsOf(path);
      for (const [index, { target }] of items.entries()) {
        expect(target.length).toBeGreaterThan(0);
        for (const { source, selector } of target) {
          const [{ prefix, exact, suffix }] = selector;
          expect(source).toBe(canonical);
          expect(text.split(prefix + exact + suffix), `${prefix}[${exact}]${suffix}`).toHaveLength(2);
        }
        const { id = '' } = rows[index] ?? {};
        expect(target.map(({ selector: [{ exact }] }) => exact).join('')).toBe(marked[id]);
      }
    },
  );

  test.each([...articles.keys()])('the positions of every statement of %s select its parts in index.txt', (path) => {
    const characters = Array.from(read(`${path}index.txt`));
    for (const { target } of annotationsOf(path).items) {
      for (const { source, selector } of target) {
        const [{ exact }, { conformsTo, start, end }] = selector;
        expect(conformsTo).toBe(`${source}index.txt`);
        expect(characters.slice(start, end).join('')).toBe(exact);
      }
    }
  });
});

test('a statement with paragraphs, notes, footnotes and a line break between its words has a target for each stretch', () => {
  const { folder } = inject('lantern');
  const { first } = JSON.parse(readFileSync(join(folder, '2017/03/03/the-survey/annotations.jsonld'), 'utf8')) as {
    first: { items: Annotation[] };
  };
  expect(first.items.at(-1)?.target.map(({ selector: [{ exact }] }) => exact)).toEqual([
    'The survey has three parts.',
    ' Nobody has read the first.',
    'Nobody has read the second,',
    ' and nobody',
    'will read it now.',
    'Nobody has read the third,',
  ]);
});
