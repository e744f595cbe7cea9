import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectBrowser } from './connect-browser.ts';
import { contentsOf } from './command.ts';

const OUT = '.verbatim/demo';
const ARCHIVE = 'tests/archives/courier';

let browser: Browser;
let page: Page;
let url = '';
const before = contentsOf(ARCHIVE);
const demo = spawn('node', ['src/cli/demo.ts', '--port', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...process.env, NODE_ENV: undefined, VERBATIM_CONTENT: '/nowhere', VERBATIM_BASE: '/elsewhere/' },
});

beforeAll(async () => {
  browser = await connectBrowser();
  page = await browser.newPage();
  let output = '';
  for await (const chunk of demo.stdout) {
    output += String(chunk);
    url = /http:\/\/localhost:\d+\//.exec(output)?.[0] ?? '';
    if (url !== '') return;
  }
  throw new Error(`The demo does not start:\n${output}`);
});
afterAll(async () => {
  demo.kill();
  await browser.close();
});

const textOf = (selector: string): Promise<string> => page.locator(selector).innerText();

test('the demo serves its own archive, whatever the environment names, and leaves it as it is', async () => {
  await page.goto(url);
  expect(await textOf('h1')).toBe('The Kell Courier');
  expect(await textOf('.front-head')).toContain('57 statements by 8 speakers in 30 articles');
  expect(contentsOf(ARCHIVE)).toEqual(before);
  expect(existsSync(join(OUT, '.nojekyll'))).toBe(true);
});

test('the front page shows what was said last, large, by one speaker each, and articles by day, people, topics and years', async () => {
  await page.goto(url);
  const said = await page.locator('.main-statement').allInnerTexts();
  expect(said).toHaveLength(3);
  expect(said[0]).toMatch(
    /^“The sea will find another way in” … “So will I.”\s+Oren Vask. Oren Vask at eighty, 10 October 2024$/,
  );
  expect(new Set(said.map((text) => text.split('\n').at(-1)?.split(/[,.]/)[0])).size).toBe(3);
  expect(await page.locator('.front-main h3').first().innerText()).toBe('Thursday, 10 October 2024');
  expect(await page.locator('h2').allInnerTexts()).toEqual([
    'Said most recently',
    'Newest articles',
    'Search',
    'Check a quotation',
    'Most quoted in 2024',
    'Topics',
    'Articles by year',
  ]);
  await page.locator('#quotation').fill('A bridge would bind the islands to the mainland');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect.poll(() => textOf('#verdict')).toContain('Mira Tolland');
});

test('years are bars on one baseline, to scale, links with their value at hover and focus', async () => {
  await page.goto(url);
  const bars = page.locator('.year-chart a');
  expect(await bars.count()).toBe(16);
  const drawn = await page
    .locator('.year-chart a rect:not(.hit)')
    .evaluateAll((all) => all.map((bar) => ['y', 'height'].map((name) => Number(bar.getAttribute(name)))));
  expect(new Set(drawn.map(([y = 0, height = 0]) => y + height)).size).toBe(1);
  // 2009 has two articles, 2010 one, 2019 three.
  const heights = drawn.map(([, height]) => height);
  expect([heights[0], heights[1], heights[10]]).toEqual([24, 12, 36]);
  const labels = await page.locator('.year-chart .year').allTextContents();
  expect(labels.map((label) => label.trim())).toEqual(['2009', '2024', '2020']);
  const value = bars.nth(10).locator('text');
  expect(await value.isVisible()).toBe(false);
  await bars.nth(10).focus();
  expect(await value.isVisible()).toBe(true);
  expect(await bars.nth(10).getAttribute('aria-label')).toBe('2019: 3 articles');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${url}2019/`);
});

test('speakers are listed by family name under letters, two people of one name apart', async () => {
  await page.goto(`${url}speakers/`);
  expect(await page.locator('#speakers h2').allInnerTexts()).toEqual(['H', 'K', 'M', 'Q', 'S', 'T', 'V']);
  const names = await page.locator('#speakers a').allInnerTexts();
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
  expect(names).toContain('Quill, Ada');
  expect(names).toContain('Quill, Ada (captain)');
  await page.goto(`${url}speakers/mira-tolland/`);
  const text = await textOf('main');
  const order = [
    'Governor, the Strait',
    'since January 2019',
    'Topics: money',
    '“Then I will bring a number”',
    'Also known as',
  ];
  expect(order.map((words) => text.indexOf(words))).toEqual(
    order.map((words) => text.indexOf(words)).toSorted((a, b) => a - b),
  );
  expect(text.indexOf('Governor, the Strait')).toBeGreaterThan(0);
});

test('a statement’s page has the words, who and when, the text around, what to do, and the record with known facts', async () => {
  const id =
    /"id":"(\w+)"[^\n]*We carry everybody/.exec(readFileSync(join(OUT, 'statements.ndjson'), 'utf8'))?.[1] ?? '';
  await page.goto(`${url}s/${id}/`);
  const text = await textOf('main');
  const order = [
    'We carry everybody',
    'Director, the Kell Line',
    'Said probably 21 June 2010',
    'told reporters at the landing',
    'Read it in the article',
    'History',
    'Record',
    'Not recorded',
  ];
  const places = order.map((words) => text.indexOf(words));
  expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(text).toContain('The recording has the words that stand here now.');
  const details = page.locator('details', { hasText: 'Not recorded' });
  expect(await details.getAttribute('open')).toBeNull();
  await page.getByRole('link', { name: 'Check', exact: true }).last().click();
  await expect.poll(() => textOf('#verdict')).toContain('Verbatim');
});

test('what was corrected and what is gone is told, and the same words in two articles lead to each other', async () => {
  await page.goto(`${url}corrections/`);
  const text = await textOf('main');
  expect(text).toContain('the captain of the tug wrote to say that it was her');
  expect(text).toContain('Jona Sund did not write this letter');
  await page.goto(`${url}s/8bwbymbsxc/`);
  expect(await textOf('main')).toContain('somebody else signed it with that name');
  await page.goto(`${url}2019/02/27/bridge-plan/`);
  const href = await page.locator('.note .number').nth(1).getAttribute('href');
  await page.goto(new URL(href ?? '', url).href);
  expect(await textOf('main')).toContain('Also quoted in');
});

test('an empty search and an empty check show an example to try, which then gives way to what was found', async () => {
  for (const path of ['search/', 'check/']) {
    await page.goto(url + path);
    const example = page.locator('.example');
    await example.locator('a').first().click();
    await page.locator('#results .item, #verdict .answer').first().waitFor();
    expect(await example.isVisible(), path).toBe(false);
  }
});
