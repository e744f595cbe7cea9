import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { inventedRows } from '../bench/search/corpus.ts';
import { fromDisk } from '../bench/search/disk.ts';
import { type Judged, judgeQuotes } from '../bench/search/judge-quotes.ts';
import { polnearRows } from '../bench/search/polnear.ts';
import { checkPasted } from '../src/search/check/check-pasted.ts';
import { indexLines } from '../tools/ordered-rows.ts';
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

/** Checks a pasted text; returns what the page then says. */
async function check(pasted: string): Promise<string> {
  await page.goto(`${url}check/?q=${encodeURIComponent(pasted)}`);
  await page.locator('#verdict[data-done]').waitFor();
  return page.locator('#verdict').innerText();
}

/** The verdicts on a pasted text, each with the nearest statement's words. */
async function verdictsOn(pasted: string): Promise<[verdict: string | null, nearest: string][]> {
  await check(pasted);
  const answers = await page.locator('#verdict [data-verdict]').all();
  return Promise.all(
    answers.map(async (answer) => {
      const first = answer.locator('.item').first();
      const isAny = (await answer.locator('.item').count()) > 0;
      const id = await answer.getAttribute('data-statement');
      if (isAny) expect(await first.locator(`a[href$="/s/${id}/"]`).count()).toBe(1);
      return [await answer.getAttribute('data-verdict'), isAny ? await first.locator('.item-words').innerText() : ''];
    }),
  );
}

const heading = (): Promise<string> => page.locator('#verdict h2').first().innerText();

const BRIDGE = '“A bridge would bind the islands to the mainland, and no storm could part them”';

describe('a quotation', () => {
  test('that is verbatim is confirmed, with who, when and where', async () => {
    const text = await check('« no storm could part them »');
    expect(await heading()).toBe('Verbatim, said by Mira Tolland');
    expect(text).toContain('The archive contains exactly these words.');
    expect(text).toContain(
      'Mira Tolland, Ferrymaster, the Kell Line. Quoted; published 11 June 2019 in A bridge across the strait',
    );
    expect(await page.locator('#verdict mark').allInnerTexts()).toEqual(['no storm could part them']);
  });

  test('that differs in capitals, punctuation or an accepted spelling is verbatim, and this is mentioned', async () => {
    expect(await check('NO STORM could part them!')).toContain('only capitals or punctuation differ');
    expect(await check('We dont owe the company anything')).toContain('only the spelling differs: “dont” for “don’t”.');
    expect(await heading()).toBe('Verbatim, said by Oren Vask');
  });

  test('whose words were changed is altered, and shows them in place, the last word too', async () => {
    const text = await check(
      'A bridge would tie the islands to the mainland, and no one could part them — Mira Tolland',
    );
    expect(await heading()).toBe('Altered: 2 words changed');
    expect(await page.locator('#verdict del').allInnerTexts()).toEqual(['bind', 'storm']);
    expect(await page.locator('#verdict ins').allInnerTexts()).toEqual(['tie', 'one']);
    expect(text).toContain('You named Mira Tolland, and so does the archive.');
    await check('We were promised a bridge in the autumn');
    expect(await heading()).toBe('Altered: 1 word changed');
    expect(await page.locator('#verdict del').allInnerTexts()).toEqual(['spring']);
    expect(await page.locator('#verdict ins').allInnerTexts()).toEqual(['autumn']);
  });

  test('that leaves out words is shortened, but altered if a negation was left out', async () => {
    await check('A bridge would bind the islands … and no storm could part them');
    expect(await heading()).toBe('Shortened: 3 words left out here');
    expect(await page.locator('#verdict del').allInnerTexts()).toEqual(['to the mainland']);
    expect((await verdictsOn('We were promised a bridge …'))[0]).toEqual([
      'cut',
      '“We were promised a bridge in the spring”',
    ]);
    expect(await heading()).toBe('Shortened: the speaker said more');
    expect((await verdictsOn('the fares will rise before the harvest'))[0]?.[0]).toBe('altered');
    expect(await heading()).toBe('Altered: “not” left out');
  });

  test('that was joined from two statements or put in another order is altered, and says which', async () => {
    const joined = await verdictsOn('We were promised a bridge in the spring and the fares will not rise');
    expect(joined[0]?.[0]).toBe('altered');
    expect(await heading()).toBe('Altered: 2 statements joined');
    expect(await page.locator('#verdict mark').allInnerTexts()).toEqual([
      'We were promised a bridge in the spring',
      'and the fares will not rise',
    ]);
    await check('no storm could part them, and a bridge would bind the islands');
    expect(await heading()).toBe('Altered: its parts in another order');
  });

  test('with the wrong speaker is reported as such', async () => {
    const text = await check('Oren Vask: “We were promised a bridge in the spring”');
    expect(await heading()).toBe('Verbatim, but said by Mira Tolland, not Oren Vask');
    expect(text).toContain('You named Oren Vask; the archive says Mira Tolland.');
    expect(await check('“We were promised a bridge in the spring” — Bo Tolland')).toContain(
      'You named Bo Tolland; the archive says Mira Tolland, who has the same last name.',
    );
    expect(await check('“We were promised a bridge in the spring” — Ferrymaster M. Tolland')).toContain(
      'and so does the archive.',
    );
    expect((await verdictsOn('“No company has owed us more than that one” — Mira Tolland'))[0]?.[0]).toBe('altered');
    expect(await heading()).toBe('Altered: 1 word changed, and said by Oren Vask, not Mira Tolland');
  });

  test('in prose is judged on its own, with the name that the prose gives', async () => {
    const verdicts = await verdictsOn(
      '“No storm could part them,” said Oren Vask. Mira Tolland disagreed. “We were promised a bridge in the spring,” ' +
        'Tolland told reporters in Kell.',
    );
    expect(verdicts.map(([verdict]) => verdict)).toEqual(['wrong-speaker', 'verbatim']);
    expect(await page.locator('#verdict h2').allInnerTexts()).toEqual([
      'Verbatim, but said by Mira Tolland, not Oren Vask',
      'Verbatim, said by Mira Tolland',
    ]);
    expect(await verdictsOn('RT @kell: We were promised a bridge in the spring https://t.example/x')).toEqual([
      ['verbatim', '“We were promised a bridge in the spring”'],
    ]);
  });

  test('that is near a statement shows it, without a verdict', async () => {
    const [verdict] = await verdictsOn('We were given a promise of a bridge by spring');
    expect(verdict?.[0]).toBe('near');
    expect(await page.locator('#verdict mark').allInnerTexts()).toContain('We were');
    expect(await heading()).toBe('Nearest in this archive');
  });

  test('of a common word or two gets no verdict', async () => {
    expect(await verdictsOn('“of the”')).toEqual([['short', '']]);
    expect(await heading()).toBe('Too short to judge');
    expect((await verdictsOn('“promises alone”'))[0]?.[0]).toBe('verbatim');
  });

  test('that is absent is reported with what was searched, to be cited', async () => {
    const text = await check('The lighthouse shall be painted green before the next regatta');
    expect(await heading()).toBe('Not in this archive');
    expect(await page.locator('#verdict [data-verdict=absent]').getAttribute('data-statement')).toBeNull();
    expect(text).toMatch(/0 found in 10 statements, 4 March 2018 to 15 September 2022, version [0-9a-f]{12}/);
  });

  test('keeps two passages in marks of their own', async () => {
    expect(await check('“The lamp is green” … “The keeper left for Orrin”')).toContain(
      '“The lamp is green” … “The keeper left for Orrin”',
    );
  });

  test('has a verdict that can be copied as text and as a link', async () => {
    await check(`${BRIDGE} — Oren Vask`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const copied = async (name: string): Promise<string> => {
      await page.getByRole('button', { name }).click();
      await page.getByText(`${name}: copied.`).waitFor();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    const text = await copied('Copy this verdict');
    expect(text).toContain(`Checked: ${BRIDGE} — Oren Vask\n\nVerbatim, but said by Mira Tolland, not Oren Vask.`);
    expect(text).toMatch(
      /part them” — Mira Tolland, Ferrymaster, the Kell Line, quoted; published 11 June 2019 in A bridge across the strait. https:.*\/s\/\w{10}\//,
    );
    const link = new URL(await copied('Copy a link to this check'));
    expect(text).toContain(link.href);
    await page.goto(`${url}check/${link.search}`);
    await page.locator('#verdict[data-done]').waitFor();
    expect(await heading()).toBe('Verbatim, but said by Mira Tolland, not Oren Vask');
  });

  test('in Russian or Armenian is checked like any other', async () => {
    const [[russian], [armenian], [altered]] = [
      await verdictsOn('Правительства приходят и уходят, а паромы остаются'),
      await verdictsOn('Ինչու պետք է սպասենք, երբ նավերը պատրաստ են'),
      await verdictsOn('Мой дом стоит на горе, и мои окна смотрят на пролив'),
    ];
    expect([russian?.[0], armenian?.[0], altered?.[0]]).toEqual(['verbatim', 'verbatim', 'altered']);
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
  const { entry } = await indexLines(
    rows.map((row) => JSON.stringify(row)),
    index,
  );
  const opened = await openSearch(fromDisk(index), entry);
  const short = rows.filter(({ text }) => text.split(' ').length > 8).slice(0, 300);
  for (const { text } of short) {
    for (const words of [text.split(' ').slice(1, 4).join(' '), text.split(' ').slice(0, 9).join(' ')]) {
      expect(['verbatim', 'reported'], words).toContain((await checkPasted(opened, words))[0]?.kind);
    }
  }
  rmSync(index, { recursive: true });
});

describe('of the quotations of each kind, enough are judged right, with the right statement first', () => {
  const judged = async (rows: Parameters<typeof judgeQuotes>[0]): Promise<void> => {
    const index = mkdtempSync(join(tmpdir(), 'verbatim-quotes-'));
    // Half as many as `npm run bench:check` judges.
    const kinds = await judgeQuotes(rows, index, { cases: 100 });
    rmSync(index, { recursive: true });
    for (const { kind, least, cases, right, wrong } of kinds) {
      expect(right, `${kind}, of ${cases}: ${JSON.stringify(wrong[0])}`).toBeGreaterThanOrEqual(least * cases);
    }
    const ofStatements = kinds.filter(({ kind }) => kind !== 'absent');
    const sum = (count: (kind: Judged) => number): number =>
      ofStatements.reduce((whole, kind) => whole + count(kind), 0);
    expect(sum(({ calledAbsent }) => calledAbsent)).toBeLessThan(0.01 * sum(({ cases }) => cases));
  };

  test('among invented statements', () => judged([...inventedRows(4000)]), 300_000);

  test('among PolNeAR’s quotations that no limit was chosen by', async ({ skip }) => {
    const rows = await polnearRows('dev');
    skip(rows.length === 0, 'There is no gold corpus: set VERBATIM_GOLD to its folder.');
    await judged(rows);
  }, 300_000);
});
