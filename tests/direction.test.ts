import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFolder } from '../tools/server.ts';
import { connectBrowser } from './connect-browser.ts';
import { InventedArchive } from './invented-archive.ts';

const archive = new InventedArchive('all');
let browser: Browser;
let site: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  archive.write(
    '2024-03-09-mina',
    ['قالت آدا كويل، عمدة كيل: «البحر سيجد طريقا آخر».', 'لم يرد أحد قبل أن تضاء المصابيح في الميناء.'],
    ['language: ar'],
  );
  await archive.done('record');
  await archive.done('build');
  site = await serveFolder(archive.out, '/');
  browser = await connectBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test('an article in Arabic runs from right to left, its notes stand at its left, and so does its statement’s page', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${site.url}2024/03/09/mina/`);
  const { direction, text, note, over } = await page.evaluate(() => {
    const box = (selector: string): DOMRect =>
      document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
    const body = document.querySelector('.body');
    return {
      direction: body && getComputedStyle(body).direction,
      text: box('.passage > p').left,
      note: box('.note').right,
      over: document.documentElement.scrollWidth - innerWidth,
    };
  });
  expect(direction).toBe('rtl');
  expect(note).toBeLessThan(text);
  expect(over).toBeLessThanOrEqual(0);
  await page.goto(new URL((await page.locator('.note .number').getAttribute('href')) ?? '', site.url).href);
  expect(await page.locator('blockquote.words').evaluate((words) => getComputedStyle(words).direction)).toBe('rtl');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
});
