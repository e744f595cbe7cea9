import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { inventedRows } from '../bench/search/corpus.ts';
import { fromDisk } from '../bench/search/disk.ts';
import { type Alteration, ALTERATIONS, judgeQuotes } from '../bench/search/labelled-quotes.ts';
import { polnearRows } from '../bench/search/polnear.ts';
import { checkQuote } from '../src/search/check/check-quote.ts';
import { buildStatements } from '../src/search/index/build-statements.ts';
import { openSearch } from '../src/search/query/index.ts';
import { connectBrowser } from './connect-browser.ts';
import { serveFolder } from '../tools/server.ts';

const { url, folder } = inject('strait');
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await connectBrowser();
  page = await browser.newPage();
});
afterAll(() => browser.close());

async function check(pasted: string): Promise<string> {
  await page.goto(`${url}check/?q=${encodeURIComponent(pasted)}`);
  await expect.poll(() => page.locator('#verdict .summary').innerText()).toMatch(/^[^…]+$/);
  return page.locator('#verdict').innerText();
}

describe('a quotation', () => {
  test('that is verbatim is confirmed, with who, when and where', async () => {
    const text = await check('« no storm could part them »');
    expect(text).toContain('Verbatim');
    expect(text).toContain(
      'Mira Tolland, Ferrymaster, the Kell Line. Quoted; published 11 June 2019 in A bridge across the strait',
    );
    expect(await page.locator('#verdict mark').allInnerTexts()).toEqual(['no storm could part them']);
  });

  test('that is altered shows the words that differ, and what was left out', async () => {
    const text = await check(
      'A bridge would tie the islands to the mainland, and no one could part them — Mira Tolland',
    );
    expect(text).toContain('Altered');
    expect(await page.locator('#verdict del').allInnerTexts()).toEqual(['bind', 'storm']);
    expect(await page.locator('#verdict ins').allInnerTexts()).toEqual(['tie', 'one']);
    expect(text).toContain('You named Mira Tolland, and so does the archive.');
    await check('I have crossed bridges in every weather … built on promises alone');
    expect(await page.locator('#verdict del').allInnerTexts()).toEqual(['and none of them was']);
  });

  test('with the wrong speaker is reported as such', async () => {
    const text = await check('Oren Vask: “We were promised a bridge in the spring.”');
    expect(text).toContain('Verbatim');
    expect(text).toContain('You named Oren Vask; the archive says Mira Tolland.');
    expect(await check('“We were promised a bridge in the spring” — Bo Tolland')).toContain(
      'You named Bo Tolland; the archive says Mira Tolland, who has the same last name.',
    );
    expect(await check('“We were promised a bridge in the spring” — Ferrymaster M. Tolland')).toContain(
      'and so does the archive.',
    );
  });

  test('that is absent is reported with what was searched, to be cited', async () => {
    const text = await check('The lighthouse shall be painted green before the next regatta');
    expect(text).toContain('Not in this archive');
    expect(text).toMatch(/0 found in 10 statements, 4 March 2018 to 15 September 2022, version [0-9a-f]{12}/);
  });

  test('in Russian or Armenian is checked like any other', async () => {
    expect(await check('Правительства приходят и уходят, а паромы остаются')).toContain('Verbatim');
    expect(await check('Ինչու պետք է սպասենք, երբ նավերը պատրաստ են')).toContain('Verbatim');
  });

  test('is checked when pasted and submitted, in at most 100 KB, and the answer has its own address', async () => {
    const fresh = await browser.newPage();
    let bytes = 0;
    fresh.on('response', async (response) => {
      if (!/woff2/.test(response.url())) bytes += (await response.body().catch(() => Buffer.alloc(0))).length;
    });
    await fresh.goto(`${url}check/`);
    await fresh.getByLabel('The quotation').fill('“no storm could part them”');
    await fresh.getByRole('button', { name: 'Check' }).click();
    await expect.poll(() => fresh.locator('#verdict').innerText()).toContain('Verbatim');
    console.log(`check: ${bytes} bytes`);
    expect(bytes).toBeLessThan(100 * 1024);
    expect(fresh.url()).toContain('/check/?q=%E2%80%9Cno+storm');
    await fresh.reload();
    await expect.poll(() => fresh.locator('#verdict').innerText()).toContain('Verbatim');
    await fresh.close();
  });

  test('without words is not judged', async () => {
    expect(await check('“…”')).toContain('There are no words to check.');
  });

  test('is treated as text, whatever it looks like', async () => {
    const text = await check('<img src=x onerror=alert(1)> the ferries');
    expect(text).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('#verdict img').count()).toBe(0);
  });

  test('is not judged if the index fails', async () => {
    const site = mkdtempSync(join(tmpdir(), 'verbatim-check-'));
    cpSync(folder, site, { recursive: true });
    rmSync(join(site, 'statement-index'), { recursive: true });
    const served = await serveFolder(site, '/');
    await page.goto(`${served.url}check/?q=no+storm+could+part+them`);
    await expect.poll(() => page.locator('#verdict').innerText()).toContain('Nothing was checked.');
    await served.stop();
    rmSync(site, { recursive: true });
  });
});

test('a short quotation of common words is never called absent if the archive contains it', async () => {
  const rows = [...inventedRows(4000)];
  const index = mkdtempSync(join(tmpdir(), 'verbatim-short-'));
  const { entry } = await buildStatements(
    rows.map((row) => JSON.stringify(row)),
    index,
  );
  const opened = await openSearch(fromDisk(index), entry);
  const short = rows.filter(({ text }) => text.split(' ').length > 8).slice(0, 300);
  for (const { text } of short) {
    for (const words of [text.split(' ').slice(1, 4).join(' '), text.split(' ').slice(0, 9).join(' ')]) {
      expect((await checkQuote(opened, words))?.kind, words).toBe('verbatim');
    }
  }
  rmSync(index, { recursive: true });
});

describe('for 200 quotations of each kind, the verdict is right and the right statement comes first', () => {
  const judged = async (rows: Parameters<typeof judgeQuotes>[0]): Promise<void> => {
    const index = mkdtempSync(join(tmpdir(), 'verbatim-quotes-'));
    const shares = await judgeQuotes(rows, index);
    rmSync(index, { recursive: true });
    console.log(shares);
    for (const [alteration, least] of Object.entries(ALTERATIONS)) {
      expect(shares[alteration as Alteration], alteration).toBeGreaterThanOrEqual(least);
    }
  };

  test('among invented statements', () => judged([...inventedRows(4000)]), 300_000);

  test('among PolNeAR’s quotations', async ({ skip }) => {
    const rows = await polnearRows();
    skip(rows.length === 0, 'There is no gold corpus: set VERBATIM_GOLD to its folder.');
    await judged(rows);
  }, 300_000);
});
