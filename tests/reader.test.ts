import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connectBrowser } from './connect-browser.ts';
import { overflowAt, violationsInBoth } from './page-checks.ts';
import { wireSize } from '../tools/wire.ts';

const { url: site, folder } = inject('site');
const { url: harbour } = inject('harbour');
const ARTICLE = '2023/05/17/lavrov-on-western-policy-in-armenia/';
const TEMPLATES = [
  '',
  '2023/',
  '2023/05/',
  ARTICLE,
  's/ksrza6gj7s/',
  'speakers/',
  'speakers/sergei-lavrov/',
  'search/?q=security',
  'check/?q=squeeze+Russia+out+of+the+area',
  'about/',
  'topics/',
  'corrections/',
  'lost/page/',
];

let browser: Browser;
beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(() => browser.close());

interface Visit {
  page: Page;
  /** Requests that the page made, with the size of each body in bytes, uncompressed and over the wire. */
  requests: { url: string; bytes: number; wire: number }[];
  /** Errors of the page, including violations of its Content-Security-Policy. */
  complaints: string[];
}

async function visit<T>(
  use: (visit: Visit) => Promise<T>,
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<T> {
  const page = await browser.newPage(options);
  const requests: Visit['requests'] = [];
  const complaints: string[] = [];
  page.on('response', async (response) => {
    const body = await response.body().catch(() => Buffer.alloc(0));
    requests.push({ url: response.url(), bytes: body.length, wire: wireSize(response.url(), body) });
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  try {
    return await use({ page, requests, complaints });
  } finally {
    await page.close();
  }
}

const settled = (page: Page) =>
  page.waitForFunction(() => !/^Searching/.test(document.querySelector('.summary')?.textContent ?? ''));

test.each(TEMPLATES)(
  '/%s: axe finds nothing in light and dark, it fits from 320 to 1600 px, and therefore at 200 %% zoom, and its requests and scripts keep to its origin and its Content-Security-Policy',
  async (path) => {
    await visit(async ({ page, requests, complaints }) => {
      await page.goto(site + path, { waitUntil: 'networkidle' });
      await settled(page);
      expect(await violationsInBoth(page)).toEqual([]);
      expect(await overflowAt(page, [320, 640, 768, 1280, 1600])).toEqual({});
      expect(complaints).toEqual([]);
      expect(requests.filter((request) => !request.url.startsWith(site))).toEqual([]);
    });
  },
);

test('an article takes at most 12 KB without fonts, 100 KB with them, 5 KB of scripts and 6 requests', async () => {
  await visit(async ({ page, requests }) => {
    await page.goto(site + ARTICLE, { waitUntil: 'networkidle' });
    const sum = (ending: RegExp) =>
      requests.filter(({ url }) => ending.test(url)).reduce((total, { wire }) => total + wire, 0);
    const plain = requests.reduce((total, { url, bytes }) => total + (url.endsWith('woff2') ? 0 : bytes), 0);
    const [all, fonts, scripts] = [sum(/./), sum(/woff2$/), sum(/js$/)];
    console.log(
      `article: ${all - fonts} bytes without fonts (${plain} uncompressed), ${all} with, ${scripts} of scripts, ${requests.length} requests`,
    );
    expect(all - fonts).toBeLessThanOrEqual(12 * 1024);
    expect(all).toBeLessThanOrEqual(100 * 1024);
    expect(scripts).toBeLessThan(5 * 1024);
    expect(requests.length).toBeLessThanOrEqual(6);
  });
});

test('the search page loads at most 60 KB before it is ready for typing', async () => {
  await visit(async ({ page, requests }) => {
    await page.goto(`${site}search/`, { waitUntil: 'networkidle' });
    const bytes = requests.reduce((total, { wire }) => total + wire, 0);
    const fonts = requests.filter(({ url }) => url.endsWith('woff2')).reduce((total, { wire }) => total + wire, 0);
    console.log(`search page: ${bytes} bytes before typing, ${fonts} of fonts, ${requests.length} requests`);
    expect(bytes - fonts).toBeLessThanOrEqual(60 * 1024);
  });
});

test('notes stand beside the text on wide screens, and never push its paragraphs apart', async () => {
  await visit(
    async ({ page }) => {
      await page.goto(site + ARTICLE);
      const gaps = await page.evaluate(() => {
        const blocks = [...document.querySelectorAll('.passage > p')].map((block) => block.getBoundingClientRect());
        return blocks.slice(1).map(({ top }, index) => top - (blocks[index]?.bottom ?? 0));
      });
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(17);
      expect(Math.max(...gaps)).toBeLessThanOrEqual(26);
      const notes = await page.evaluate(() => {
        const text = document.querySelector('.passage > p')?.getBoundingClientRect().right ?? 0;
        const boxes = [...document.querySelectorAll('.note')].map((note) => note.getBoundingClientRect());
        return boxes.map(({ left, top, bottom, height }, index) => ({
          isBeside: left > text,
          isBelowLast: top >= (boxes[index - 1]?.bottom ?? 0) - 1,
          isOneLine: height < 30,
          bottom,
        }));
      });
      expect(notes.every(({ isBeside, isBelowLast, isOneLine }) => isBeside && isBelowLast && isOneLine)).toBe(true);
    },
    { viewport: { width: 1280, height: 900 } },
  );
});

test('lines of an article have 60 to 68 characters on a wide screen', async () => {
  await visit(
    async ({ page }) => {
      await page.goto(site + ARTICLE);
      const lines = await page.evaluate(() =>
        [...document.querySelectorAll('.passage > p')].map((block) => {
          const { height } = block.getBoundingClientRect();
          const line = parseFloat(getComputedStyle(block).lineHeight);
          return [block.textContent.length, Math.round(height / line)] as const;
        }),
      );
      // The last line of a paragraph is half full, on average.
      const [characters, full] = lines.reduce(([a, b], [length, count]) => [a + length, b + count - 0.5], [0, 0]);
      expect(characters / full).toBeGreaterThan(60);
      expect(characters / full).toBeLessThan(68);
    },
    { viewport: { width: 1280, height: 900 } },
  );
});

test('without scripts the article is complete and search links to the browsing pages', async () => {
  await visit(
    async ({ page }) => {
      await page.goto(site + ARTICLE);
      expect(await page.locator('.body').innerText()).toContain(
        'offered by the Russian-led military alliance last fall.',
      );
      expect(await page.locator('.note').count()).toBeGreaterThanOrEqual(13);
      await page.goto(`${site}search/`);
      expect(await page.locator('noscript').innerText()).toContain('Searching needs JavaScript');
    },
    { javaScriptEnabled: false },
  );
});

const quoted = readFileSync(join(folder, 'statements.ndjson'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { id: string; type: string; text: string })
  .filter(({ type }) => type !== 'reported');

test('there are eight quoted statements', () => {
  expect(quoted).toHaveLength(8);
});

test.each(quoted)('a search for “$text” leads to those words in one click', async ({ id, text }) => {
  await visit(async ({ page }) => {
    await page.goto(`${site}search/`);
    await page.locator('#q').fill(text.split(' ').slice(0, 6).join(' '));
    await page.locator('#q').press('Enter');
    await page.locator(`#results .item-words a[href$="#s-${id}"]`).click();
    await page.waitForURL(`**/${ARTICLE}#s-${id}`);
    const words = page.locator(`#s-${id}`);
    expect(await words.innerText()).toBe(text);
    await expect
      .poll(() =>
        words.evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }),
      )
      .toBe(true);
  });
});

test('curly and straight quotes find the same; the address contains the state and Back restores it', async () => {
  await visit(async ({ page }) => {
    await page.goto(`${site}search/`);
    const box = page.locator('#q');
    for (const words of ['“squeeze Russia out”', '"squeeze Russia out"']) {
      await box.fill(words);
      await box.press('Enter');
      await expect
        .poll(() => page.locator('.cite').textContent())
        .toContain(`1 statement for ${words}, in 13 statements`);
    }
    await box.fill('security');
    await box.press('Enter');
    await expect.poll(() => page.locator('.cite').textContent()).toContain('for security, in 13 statements');
    await page.getByLabel('Speaker').selectOption('nikol-pashinian');
    await expect.poll(() => page.locator('.cite').textContent()).toContain('(only speaker nikol-pashinian)');
    expect(page.url()).toContain('speaker=nikol-pashinian');
    await page.goBack();
    await expect.poll(() => page.locator('.cite').textContent()).toContain('for security, in 13');
    await expect.poll(() => page.getByLabel('Speaker').inputValue()).toBe('');
  });
});

test('an index that cannot be loaded is reported, never shown as nothing found', async () => {
  await visit(async ({ page }) => {
    await page.route('**/statement-index/**', (route) => route.abort());
    await page.goto(`${site}search/?q=security`);
    await expect
      .poll(() => page.locator('.summary').innerText())
      .toContain('Nothing was searched. The search index cannot be reached.');
  });
});

test('an unknown address searches for its words', async () => {
  await visit(async ({ page }) => {
    await page.goto(`${site}2023/05/17/blatant-provocation/`);
    await expect.poll(() => page.locator('#results').innerText()).toContain('blatant provocation');
  });
});

test('the former address of a moved article leads to the same statement at the new one', async () => {
  await visit(async ({ page, complaints }) => {
    await page.goto(`${harbour}2021/11/04/mist/#s-1w2yeh00x8`);
    await page.waitForURL('**/news/2021/11/05/fog/#s-1w2yeh00x8');
    await page.goto(`${harbour}2021/11/04/mist/`);
    await page.waitForURL('**/news/2021/11/05/fog/');
    expect(complaints).toEqual([]);
  });
});

test('under a base path search finds Russian words, and all parts of a linked statement are marked', async () => {
  await visit(async ({ page, complaints }) => {
    await page.goto(`${harbour}search/?q=${encodeURIComponent('утра')}`);
    await page.locator('#results .item-words a[href="/news/2021/11/05/fog/#s-1w2yeh00x8"]').click();
    await page.waitForURL('**/news/2021/11/05/fog/#s-1w2yeh00x8');
    await page.goto(`${harbour}1998/03/02/pier-vote/#s-180gktzjzt`);
    expect((await page.locator('.linked').allInnerTexts()).join(' ')).toBe(
      'The pier will stand, We promised it — all of us.',
    );
    expect(complaints).toEqual([]);
  });
});
