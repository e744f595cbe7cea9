import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { withFragments } from '../src/text/text-fragment.ts';
import { connectBrowser } from './connect-browser.ts';
import { rowsOf } from './rows.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(() => browser.close());

/** Paints only the target of a text fragment, in a colour that appears nowhere else. */
const PAINT = '*::target-text { background: rgb(255, 0, 255); color: rgb(255, 0, 255); }';

/** Fewer pixels than any letter has. A few may differ because the corners of a raised number's box are rounded. */
const A_LETTER = 10;

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The painted share of the words' boxes, the number of painted pixels outside them, and whether they are in view. */
async function marked(page: Page, id: string): Promise<{ inside: number; outside: number; inView: boolean }> {
  const boxes = await page.evaluate((statement): Box[] => {
    const parts = document.querySelectorAll(`[data-statement="${statement}"]`);
    return [...parts].flatMap((part) => {
      const found: Box[] = [];
      const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const { left, top, right, bottom } of range.getClientRects()) found.push({ left, top, right, bottom });
      }
      return found;
    });
  }, id);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const [first] = boxes;
  const inView = first !== undefined && first.top >= 0 && first.bottom <= height;
  const image = (await page.screenshot()).toString('base64');
  const counted = await page.evaluate(
    async ({ image, boxes, width, height }) => {
      const bytes = Uint8Array.from(atob(image), (character) => character.charCodeAt(0));
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      context?.drawImage(await createImageBitmap(new Blob([bytes], { type: 'image/png' })), 0, 0);
      const { data } = context?.getImageData(0, 0, width, height) ?? { data: [] };
      const counts = { inside: 0, area: 0, outside: 0 };
      const edge = 3; // pixels by which the browser's rounding may differ
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const at = (y * width + x) * 4;
          const isPainted = data[at] === 255 && data[at + 1] === 0 && data[at + 2] === 255;
          const isIn = (by: number) =>
            boxes.some((box) => x >= box.left - by && x < box.right + by && y >= box.top - by && y < box.bottom + by);
          if (isIn(-edge)) {
            counts.area++;
            if (isPainted) counts.inside++;
          } else if (isPainted && !isIn(edge)) counts.outside++;
        }
      }
      return counts;
    },
    { image, boxes, width, height },
  );
  return { inside: counted.inside / counted.area, outside: counted.outside, inView };
}

describe.each(['site', 'harbour', 'strait', 'lantern'] as const)('in %s', (name) => {
  const { folder, url } = inject(name);
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width: 420, height: 800 }, bypassCSP: true, reducedMotion: 'reduce' });
  });
  afterAll(() => page.close());

  test.each(rowsOf(folder))(
    'the text fragment alone brings “$text” ($id) into view and marks only that',
    async (row) => {
      expect(row.fragments).not.toEqual([]);
      // Navigate from another document, so that the browser follows the fragment again.
      await page.goto('about:blank');
      await page.goto(url + withFragments(row.article.url.slice(1), row.fragments), { waitUntil: 'load' });
      await page.addStyleTag({ content: PAINT });
      await expect.poll(async () => (await marked(page, row.id)).inView).toBe(true);
      const { inside, outside } = await marked(page, row.id);
      expect(inside).toBeGreaterThan(0.9);
      expect(outside).toBeLessThan(A_LETTER);
    },
  );
});
