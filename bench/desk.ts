import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../tools/browser.ts';
import { writeInventedNews } from './desk/invented-news.ts';

/** A session at the editor's desk, by keyboard in a browser: `npm run bench:desk -- [--articles N]`. */

const { values } = parseArgs({ options: { articles: { type: 'string', default: '100' } } });
const articles = Number(values.articles);

const DECISIONS = 200;
const OF_A_KIND = 50;

const work = mkdtempSync(join(tmpdir(), 'verbatim-desk-'));
const content = join(work, 'content');
const environment = { ...process.env, VERBATIM_CONTENT: content };

/** Opens the desk; returns its address and how long that took, in seconds. */
async function openDesk(): Promise<{ desk: ChildProcess; url: string; seconds: number }> {
  const started = performance.now();
  const desk = spawn('node', ['src/cli/desk.ts', '--port', '0'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const chunk of desk.stdout) {
    const url = /http:\/\/localhost:\d+\//.exec(String(chunk))?.[0];
    if (url) return { desk, url, seconds: (performance.now() - started) / 1000 };
  }
  throw new Error('The desk does not open.');
}

/** Presses keys and returns how long it took from the last one until another statement was shown, in milliseconds. */
async function timed(page: Page, keys: readonly string[]): Promise<number> {
  await page.evaluate(() => {
    const shown = (): string | undefined =>
      document.querySelector<HTMLElement>('[data-statement]')?.dataset['statement'];
    const before = shown();
    let pressed = 0;
    addEventListener('keydown', () => (pressed = performance.now()), { capture: true });
    Object.assign(globalThis, {
      next: new Promise<number>((resolve) => {
        const watch = new MutationObserver(() => {
          if (shown() === before) return;
          watch.disconnect();
          resolve(performance.now() - pressed);
        });
        watch.observe(document.body, { childList: true, subtree: true });
      }),
    });
  });
  for (const key of keys) await page.keyboard.press(key);
  return await page.evaluate(() => (globalThis as unknown as { next: Promise<number> }).next);
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
const largest = (numbers: readonly number[]): number => Math.max(...numbers);
const nearly = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * 0.95)] ?? NaN;

const wordsOn = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelector('main')?.innerText.match(/[\p{L}\p{N}]+/gu)?.length ?? 0);

/** Fifty decisions of one kind: the median of keys and of words on the screen. */
async function kind(
  page: Page,
  url: string,
  name: string,
  queue: string,
  keysFor: (number: number) => Promise<string[]> | string[],
): Promise<void> {
  await page.goto(`${url}?queue=${queue}`);
  const [keys, words]: [number[], number[]] = [[], []];
  for (let number = 0; number < OF_A_KIND; number++) {
    const pressed = await keysFor(number);
    words.push(await wordsOn(page));
    await timed(page, pressed);
    keys.push(pressed.length);
  }
  console.log(`${name}: ${median(keys)} keys, ${median(words)} words on the screen`);
}

try {
  writeInventedNews(content, articles);
  await once(spawn('node', ['src/cli/record.ts'], { env: environment, stdio: 'ignore' }), 'close');
  const first = await openDesk();
  first.desk.kill();
  await once(first.desk, 'close');
  const { desk, url, seconds } = await openDesk();
  console.log(
    `${articles} articles: opened in ${first.seconds.toFixed(1)} s the first time, then in ${seconds.toFixed(1)} s`,
  );
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(`${url}?queue=open`);
  const times: number[] = [];
  for (let number = 0; number < DECISIONS; number++)
    times.push(await timed(page, [['a', 'x', '1', 'a', 'j'][number % 5] ?? 'a']));
  console.log(
    `next statement after ${median(times).toFixed(0)} ms (median), ${nearly(times).toFixed(0)} (95 of 100), ${largest(times).toFixed(0)} (largest) of ${DECISIONS}`,
  );

  await kind(page, url, 'right', 'open', () => ['a']);
  await kind(page, url, 'another speaker of the list', 'open', async () => {
    while ((await page.locator('.candidates li').count()) < 2) await timed(page, ['j']);
    return ['1'];
  });
  await kind(page, url, 'a speaker who is new', 'open', (number) => [
    '/',
    ...Array.from(`Ida Nord${'abcdefghij'[number % 10] ?? ''}${'klmnopqrst'[Math.floor(number / 10)] ?? ''}`),
    'Enter',
  ]);
  await kind(page, url, 'a day', 'undated', () => ['d', '1']);
  await kind(page, url, 'not a statement', 'open', () => ['x']);
  await browser.close();
  desk.kill();
  await once(desk, 'close');
} finally {
  rmSync(work, { recursive: true });
}
