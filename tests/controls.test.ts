import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Browser, BrowserContextOptions, Download, Page } from 'playwright-core';
import { emptyFolder } from './command.ts';
import { connectBrowser } from './connect-browser.ts';
import { rowsOf } from './rows.ts';

const { url, folder } = inject('lantern');
const rows = rowsOf(folder);
const WHARF = '2016/04/01/the-wharf-stays/';
const AGAIN = '2016/04/03/quoted-again/';
const CANONICAL = 'https://lantern.example/papers/';

let browser: Browser;
beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(() => browser.close());

/** Opens a page of the archive with a clipboard, and collects requests that go elsewhere or send data. */
async function visit<T>(
  path: string,
  use: (page: Page, sent: string[]) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const context = await browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(url) || request.method() !== 'GET') sent.push(request.url());
  });
  try {
    await page.goto(url + path, { waitUntil: 'networkidle' });
    return await use(page, sent);
  } finally {
    await context.close();
  }
}

async function readDownload(download: Download): Promise<string> {
  const path = join(emptyFolder(), download.suggestedFilename());
  await download.saveAs(path);
  return readFileSync(path, 'utf8');
}

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
const announced = (page: Page, words: string): Promise<void> =>
  expect.poll(() => page.locator('#announcement').innerText()).toContain(words);

/** Selects words as a reader does, from one place in the page to another. */
const select = (page: Page, selector: string, from: number, to: number): Promise<void> =>
  page.evaluate(
    ([where, start, end]) => {
      const text = document.querySelector(where)?.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, start, text, end);
    },
    [selector, from, to] as const,
  );

/** Opens what can be done with a statement by the keyboard, as the number beside it has the focus. */
async function about(page: Page, id: string): Promise<void> {
  await page.locator(`.note .number[data-of="${id}"]`).focus();
  await page.locator('.about-statement').waitFor();
}

test('every statement and every paragraph has a button that copies its address', async () => {
  await visit(WHARF, async (page) => {
    const own = rows.filter(({ article }) => article.url === `/${WHARF}`);
    expect(await page.locator('.note .number').count()).toBe(own.length);
    for (const row of own) {
      await about(page, row.id);
      await page.locator('.about-statement button.copy').click();
      await announced(page, 'Link copied');
      await expect.poll(() => clipboard(page)).toBe(row.uri);
    }
    const paragraphs = page.locator('button.pilcrow');
    expect(await paragraphs.count()).toBeGreaterThan(10);
    await paragraphs.nth(2).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => clipboard(page)).toMatch(new RegExp(`^${CANONICAL}${WHARF}#p-\\w{6}(?:-\\d)?$`));
    const copied = await clipboard(page);
    expect(await page.locator(copied.slice(copied.indexOf('#'))).innerText()).toContain('The wharf stays');
  });
});

test('without scripts the numbers lead to the statements’ pages, and paragraphs have links', async () => {
  await visit(
    WHARF,
    async (page) => {
      const links = page.locator('.note .number');
      const own = rows.filter(({ article }) => article.url === `/${WHARF}`);
      const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect(hrefs).toEqual(own.map(({ id }) => `/papers/s/${id}/`));
      expect(await page.locator('a.pilcrow[href^="#p-"]').count()).toBeGreaterThan(10);
      expect(await page.locator('button').count()).toBe(0);
    },
    { javaScriptEnabled: false },
  );
});

test('if a page may not copy, it shows the text to copy, selected', async () => {
  await visit(
    WHARF,
    async (page) => {
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
      });
      const [first] = rows.filter(({ article }) => article.url === `/${WHARF}`);
      await about(page, first?.id ?? '');
      await page.locator('.about-statement button.copy').click();
      expect(await page.locator('#announcement textarea').inputValue()).toBe(first?.uri);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    },
    { permissions: [] },
  );
});

test('the menu of a statement copies its address, the words marked, and the quotation in four forms', async () => {
  await visit(WHARF, async (page) => {
    const row = rows.find(({ id }) => id === 'k83dwae9e7');
    const cited = `${row?.uri}?v=${row?.version}`;
    const menu = page.locator('.about-statement .more');
    await about(page, 'k83dwae9e7');
    expect(await page.locator('.about-statement').innerText()).toContain('Said 31 March 2016');
    const copy = async (name: string): Promise<string> => {
      await menu.focus();
      await page.keyboard.press('Enter');
      await page.locator('.menu button', { hasText: new RegExp(`^${name}$`) }).click();
      await announced(page, `${name}: copied`);
      return clipboard(page);
    };
    expect(await copy('Address')).toBe(row?.uri);
    expect(await copy('Address with the words marked')).toBe(
      `${CANONICAL}${WHARF}#s-k83dwae9e7:~:text=${row?.fragments[0]}`,
    );
    expect(await copy('Quote as text')).toBe(
      `“A well-known, half-finished, copper-bottomed plan” — Ines Farrow, Harbour Engineer, the Town of Lantern & Wick, said 31 March 2016 (in translation); in “The wharf stays, “for good”: 100% {sure} & more, says council_#1”, The Lantern & Wick, 50% off, 1 April 2016. ${cited}`,
    );
    expect(await copy('Quote in Markdown')).toContain(
      `> A well\\-known, half\\-finished, copper\\-bottomed plan\n>\n> — `,
    );
    expect(await copy('Quote in HTML')).toContain(`<blockquote cite="${cited}" lang="en"><p>A well-known,`);
    const wiki = await copy('Wikipedia citation');
    expect(wiki).toMatch(
      /^\{\{cite news \|last1=van der Berg \|first1=Anna \|author2=Kell &#38; Sons &#123;Press&#125;, 100% \|/,
    );
    expect(wiki).toContain('|date=1 April 2016');
    expect(wiki).toContain('|quote=A well-known, half-finished, copper-bottomed plan}}');
  });
});

test('Escape closes the menu and returns to its button', async () => {
  await visit(WHARF, async (page) => {
    await page.locator('.note .number').first().focus();
    const more = page.locator('.about-statement .more');
    await more.click();
    await page.locator('.menu').waitFor();
    expect(await more.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await page.locator('.menu').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('more');
  });
});

test('the menu fits the window of a phone, and closes on a press elsewhere or when Tab leaves it', async () => {
  await visit(
    WHARF,
    async (page) => {
      const more = page.locator('.about-statement .more');
      for (const index of [0, 4, 9]) {
        await page.locator('.note .number').nth(index).focus();
        await more.click();
        const box = await page.locator('.menu').boundingBox();
        expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
      }
      await page.locator('h1').click();
      expect(await page.locator('.menu').count()).toBe(0);
      expect(await page.locator('.about-statement').count()).toBe(0);
      await page.locator('.note .number').first().focus();
      await more.dblclick();
      await page.waitForTimeout(300);
      expect(await page.locator('.menu').count()).toBe(0);
      await more.click();
      await page.locator('.menu li:last-child button').focus();
      // To “Collect”, and on.
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await page.locator('.menu').count()).toBe(0);
    },
    { viewport: { width: 320, height: 640 } },
  );
});

test('what can be done with a statement opens as the pointer stays on its words, and as its number is focused or tapped', async () => {
  const id = 'k83dwae9e7';
  await visit(WHARF, async (page) => {
    const popover = page.locator('.about-statement');
    await page.locator(`#s-${id}`).hover();
    await popover.waitFor();
    expect(await popover.innerText()).toContain('Ines Farrow, Harbour Engineer');
    await page.locator('h1').hover();
    await expect.poll(() => popover.count()).toBe(0);
    await page.locator(`.mark[data-of="${id}"]`).focus();
    await popover.waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.about-statement') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await popover.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('mark');
  });
  await visit(
    WHARF,
    async (page) => {
      await page.locator(`.mark[data-of="${id}"]`).tap();
      const sheet = page.locator('.about-statement');
      await sheet.waitFor();
      const { y = 0, height = 0, width = 0 } = (await sheet.boundingBox()) ?? {};
      expect([y + height, width]).toEqual([640, 360]);
      await sheet.getByRole('button', { name: /^Collect/ }).tap();
      await page.locator('.basket').waitFor();
      expect(await page.locator('.basket').innerText()).toContain('1 statement collected');
    },
    { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true },
  );
});

test('a press that cannot load what it would show says so', async () => {
  await visit(
    WHARF,
    async (page) => {
      await page.route('**/*', (route) => route.abort('internetdisconnected'));
      const said: string[] = [];
      page.on('dialog', (dialog) => {
        said.push(dialog.message());
        void dialog.dismiss();
      });
      await page.locator('.note .number').first().tap();
      await expect.poll(() => said).toEqual(['This could not be loaded. Check the connection and try again.']);
    },
    { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true },
  );
});

test('a link to selected words can be copied with the keyboard, and marks whole words', async () => {
  const link = await visit(WHARF, async (page) => {
    await page.locator('#s-k83dwae9e7').dblclick({ position: { x: 40, y: 10 } });
    await page.locator('.selection-link').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('selection-link');
    await page.keyboard.press('Enter');
    await announced(page, 'Link to these words copied');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).not.toBe('selection-link');
    return clipboard(page);
  });
  expect(link).toMatch(new RegExp(`^${CANONICAL}${WHARF}#p-\\w{6}:~:text=\\w+$`));
});

test('a selection across paragraphs and formatting becomes one directive for each paragraph', async () => {
  await visit(WHARF, async (page) => {
    await page.evaluate(() => {
      const [first, second] = document.querySelectorAll('.statement[data-statement="3t5ke48kmq"]');
      const [from, to] = [first?.firstChild, second?.firstChild];
      if (from && to) getSelection()?.setBaseAndExtent(from, 4, to, 10);
    });
    await page.locator('.selection-link').click();
    await announced(page, 'copied');
    expect(decodeURIComponent((await clipboard(page)).split(':~:')[1] ?? '')).toBe(
      'text=first thing to say is that nobody has been asked.&text=“The second',
    );
  });
});

test('a selection without a whole word, or of ambiguous words, shows a message and copies nothing', async () => {
  await visit(AGAIN, async (page) => {
    await page.evaluate(() => navigator.clipboard.writeText('before'));
    const items = '.body ul:not(.notes) li';
    await select(page, `${items}:nth-of-type(3)`, 0, 6);
    await page.locator('.selection-link').click();
    await announced(page, 'appear more than once');
    await select(page, '.body p:last-of-type', 0, 0);
    const mark = '.statement[data-statement="1yvvpvq1e1"]';
    await page.evaluate((where) => {
      const after = document.querySelector(where)?.nextSibling;
      if (after) getSelection()?.setBaseAndExtent(after, 0, after, 1);
    }, mark);
    await page.locator('.selection-link').click();
    await announced(page, 'a whole word');
    expect(await clipboard(page)).toBe('before');
  });
});

test('there is no control outside an article’s words, or after the selection is cleared', async () => {
  await visit(WHARF, async (page) => {
    await select(page, 'h1', 0, 5);
    await page.waitForTimeout(400);
    expect(await page.locator('.selection-link').count()).toBe(0);
    await select(page, '#s-k83dwae9e7', 0, 5);
    await page.locator('.selection-link').waitFor();
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await expect.poll(() => page.locator('.selection-link').count()).toBe(0);
  });
});

test('a citation’s digest shows whether the words are unchanged, what changed when, or that it is unknown', async () => {
  const row = rows.find(({ id }) => id === 'k83dwae9e7');
  await visit(`s/k83dwae9e7/?v=${row?.version}`, async (page) => {
    expect(await page.locator('#cited-words').innerText()).toContain('Unchanged');
  });
  const former = await visit('s/k83dwae9e7/', (page) =>
    page.locator('[data-was]').evaluateAll((notes) => notes.map((note) => note.getAttribute('data-was'))),
  );
  expect(former).toHaveLength(2);
  await visit(`s/k83dwae9e7/?v=${former[1]}`, async (page) => {
    const note = page.locator('.changed:visible');
    expect(await note.innerText()).toContain('corrected on 3 February 2017. The sheet of the day was hard to read.');
    expect(await note.locator('ins').allInnerTexts()).toEqual(['well-', ', copper-bottomed ']);
  });
  // A reference ends with a full stop, which is easily copied along.
  await visit(`s/k83dwae9e7/?v=${row?.version.toUpperCase()}.`, async (page) => {
    expect(await page.locator('#cited-words').innerText()).toContain('the speaker was corrected on 3 February 2017');
  });
  await visit('s/k83dwae9e7/?v=oops', async (page) => {
    expect(await page.locator('#cited-words').innerText()).toContain('The address of the citation is damaged');
  });
  await visit('s/k83dwae9e7/?v=zzzzzzzz', async (page) => {
    expect(await page.locator('#cited-words').innerText()).toContain(
      'zzzzzzzz, does not match any version of these words',
    );
  });
});

test('without scripts the history shows each change of the words and its date, and the card the digest', async () => {
  await visit(
    's/k83dwae9e7/',
    async (page) => {
      const history = page.locator('section', { has: page.locator('#history') });
      expect(await history.innerText()).toContain('1 June 2018');
      expect(await history.locator('ins').first().innerText()).toBe(', copper-bottomed ');
      expect(await page.locator('.card').first().innerText()).toContain('bqsvpgpf');
      expect(await page.locator('.changed:visible').count()).toBe(0);
    },
    { javaScriptEnabled: false },
  );
});

test('the redirect of a moved address keeps the digest of the citation', async () => {
  const harbour = inject('harbour').url;
  const page = await browser.newPage();
  await page.goto(`${harbour}2021/11/04/mist/?v=abc#s-1w2yeh00x8`);
  await page.waitForURL('**/news/2021/11/05/fog/?v=abc#s-1w2yeh00x8');
  await page.close();
});

test('a statement also quoted elsewhere is linked both ways, with the difference; a similar one is not', async () => {
  for (const [id, other, marks] of [
    ['mnw63r27k9', 'ybr4fywwf8', 'del'],
    ['ybr4fywwf8', 'mnw63r27k9', 'ins'],
  ] as const) {
    await visit(`s/${id}/`, async (page) => {
      const also = page.locator('section', { has: page.locator('#also') });
      const item = also.locator('.item', { has: page.locator(`a[href$="/s/${other}/"]`) });
      expect(await item.locator(marks).count()).toBeGreaterThan(0);
      expect(await also.locator('a[href$="/s/fpx174yd9g/"]').count()).toBe(0);
    });
  }
  await visit('s/fpx174yd9g/', async (page) => {
    expect(await page.locator('#also').count()).toBe(0);
  });
});

test('statements are collected on speaker and search pages, kept, saved in every format and copied; nothing is sent', async () => {
  await visit('speakers/ines-farrow/', async (page, sent) => {
    await page.locator('.collect').nth(0).click();
    await page.locator('.collect').nth(2).click();
    await expect.poll(() => page.locator('.basket summary').innerText()).toBe('2 statements collected');
    await page.goto(`${url}search/?q=annex`, { waitUntil: 'networkidle' });
    await page.locator('.collect').first().click();
    await expect.poll(() => page.locator('.basket summary').innerText()).toBe('3 statements collected');
    await page.reload({ waitUntil: 'networkidle' });
    await expect.poll(() => page.locator('.collect').first().getAttribute('aria-pressed')).toBe('true');

    for (const name of ['BibTeX', 'BibLaTeX', 'RIS', 'CSL-JSON']) {
      await page.locator('.basket select').selectOption(name);
      const saved = page.waitForEvent('download');
      await page.getByText('Save as a file').click();
      const file = await readDownload(await saved);
      const forceType = { BibTeX: '@biblatex/text', BibLaTeX: '@biblatex/text', RIS: '@ris/file' }[name];
      expect(new Cite(file, forceType ? { forceType } : {}).data).toHaveLength(3);
    }
    await page.getByText('Copy as a list').click();
    await announced(page, '3 statements copied');
    const list = (await clipboard(page)).split('\n\n');
    expect(list).toHaveLength(3);
    expect(list[2]).toContain('“Nobody has read the annex” — Ines Farrow');

    await page.locator('.basket summary').click();
    await page.locator('.basket li button').first().focus();
    await page.keyboard.press('Enter');
    // The list stays open, and the keyboard in it.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Remove');
    expect(await page.locator('.basket summary').innerText()).toBe('2 statements collected');
    await page.getByText('Remove all').click();
    expect(await page.locator('.basket').count()).toBe(0);
    expect(sent).toEqual([]);
  });
});

test('a collected statement that is no longer in the archive is named, and nothing is saved', async () => {
  await visit('speakers/ines-farrow/', async (page) => {
    await page.evaluate(() => {
      const lost = { id: 'zzzzzzzzzz', json: '/papers/2016/04/03/quoted-again/index.json', words: 'Lost words' };
      localStorage.setItem('verbatim:collected:/papers/', JSON.stringify([lost]));
    });
    await page.reload({ waitUntil: 'networkidle' });
    await page.getByText('Copy as a list').click();
    await announced(page, 'no longer in the archive: Lost words');
  });
});

test('stored data under the same key that is not a collection is ignored', async () => {
  await visit('speakers/ines-farrow/', async (page) => {
    for (const kept of ['{', 'null', '[1]', '[{"id":"x","json":"https://hostile.example/","words":"x"}]']) {
      await page.evaluate((text) => {
        localStorage.setItem('verbatim:collected:/papers/', text);
      }, kept);
      await page.reload({ waitUntil: 'networkidle' });
      expect(await page.locator('.basket').count()).toBe(0);
    }
  });
});
