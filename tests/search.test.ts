import type { SpeakerId } from '../src/base/ids.ts';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { StatementRow } from '../src/content/rows/statement-row.ts';
import { indexLines } from '../tools/ordered-rows.ts';
import { Archive } from '../src/catalogue/archive.ts';
import { updateCatalogue } from '../src/catalogue/update.ts';
import { readSettings } from '../src/base/settings.ts';
import { indexPeriods } from '../src/site/publish/article-indexes.ts';
import { queryOf, readSearch, writeSearch } from '../src/search/query/index.ts';
import { openSearch } from '../src/search/query/index.ts';
import { buildPagefind } from '../bench/search/build-pagefind.ts';
import { bundle } from '../bench/search/bundle.ts';
import type { Engines } from '../bench/search/harness.ts';
import { inventedRows } from '../bench/search/corpus.ts';
import { fromDisk } from '../bench/search/disk.ts';
import { connectBrowser } from './connect-browser.ts';
import { serveFolder } from '../tools/server.ts';

const { folder: strait } = inject('strait');
const lines = readFileSync(join(strait, 'statements.ndjson'), 'utf8').trim().split('\n');
const rows = lines.map((line) => JSON.parse(line) as StatementRow);
const ID = Object.fromEntries(rows.map(({ id, text }) => [text.split(' ').slice(0, 3).join(' '), id]));
const of = (...starts: string[]): string[] =>
  starts.map((start) => ID[start] ?? `no statement begins with ${start}`).toSorted();

/** Queries as typed in the box, with the statements that they find; and those that Pagefind is known to fail. */
const QUERIES: readonly [query: string, ids: string[], pagefind?: 'fails'][] = [
  ['ferries', of('The ferries are')],
  ['ferry', of('The ferries are')],
  ['crossing bridge', of('I have crossed')],
  ['bridges', of('A bridge would', 'I have crossed', 'We were promised')],
  ['"no storm could part them"', of('A bridge would')],
  ['“a bridge” spring', of('We were promised')],
  ['«the fares will not rise»', of('The ferries are')],
  ['"a bridges"', [], 'fails'],
  ['"the ferry"', [], 'fails'],
  ['well known', of('The ferries are')],
  ['"well known"', of('The ferries are'), 'fails'],
  ['naive cafes', of('Naïve cafés on')],
  ["don't owe", of('Naïve cafés on')],
  ['don’t owe', of('Naïve cafés on')],
  ['bridge -spring', of('A bridge would', 'I have crossed'), 'fails'],
  ['bridge -"in every weather"', of('A bridge would', 'We were promised'), 'fails'],
  ['bridge speaker:"Oren Vask"', of('I have crossed')],
  ['bridge -speaker:vask', of('A bridge would', 'We were promised'), 'fails'],
  ['company Year:2018', of('Naïve cafés on', 'No company has')],
  ['speaker:vask year:2018..2019', of('Naïve cafés on', 'No company has', 'I have crossed')],
  ['year:2019', of('A bridge would', 'I have crossed', 'We were promised')],
  ['company year:2019..', []],
  ['outlet:"Kell Courier" promised', of('We were promised', 'I have crossed')],
  ['topic:bridges weather', of('I have crossed')],
  ['type:direct spring', of('We were promised')],
  ['type:reported spring', []],
  ['правительство', of('Правительства приходят и'), 'fails'],
  ['окно', of('Мой дом стоит'), 'fails'],
  ['мои', of('Мой дом стоит')],
  ['կամուրջ', of('Կամուրջները միացնում են')],
  ['ինչու', of('Ինչո՞ւ պետք է')],
  ['brigde', of('A bridge would', 'I have crossed', 'We were promised'), 'fails'],
  ['unicorn', []],
];

let browser: Browser;
let page: Page;
let harness: Awaited<ReturnType<typeof serveFolder>>;
let folder: string;
let entry: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-search-'));
  ({ entry } = await indexLines(lines, join(folder, 'static')));
  await buildPagefind(rows, join(folder, 'pagefind'));
  await bundle(['harness'], folder);
  cpSync('tests/fixtures/harness.html', join(folder, 'index.html'));
  cpSync('tests/fixtures/harness.html', join(folder, '404.html'));
  harness = await serveFolder(folder, '/');
  browser = await connectBrowser();
  page = await browser.newPage();
  await page.goto(harness.url);
});
afterAll(async () => {
  await browser.close();
  await harness.stop();
  rmSync(folder, { recursive: true });
});

/** The ids that an engine finds, in the browser. */
function find(engine: keyof Engines, text: string): Promise<string[]> {
  const query = queryOf(readSearch(writeSearch({ ...readSearch(''), text })));
  return page.evaluate(
    async ([name, asked, entryName]) => {
      const { engines } = globalThis;
      const search = name === 'static' ? await engines.static('/static/', entryName) : engines.pagefind('/pagefind/');
      await search.open();
      const results = await search.search(asked);
      const hits = await results.load(0, 100);
      const { total } = await results.count();
      if (total !== hits.length) throw new Error(`${total} counted, ${hits.length} loaded`);
      return hits.map(({ id }) => id).sort();
    },
    [engine, query, entry] as const,
  );
}

describe('every statement search finds the same', () => {
  test.each(QUERIES)('the static index finds for %s: %j', async (query, ids) => {
    expect(await find('static', query)).toEqual(ids);
  });

  for (const [query, ids, pagefind] of QUERIES) {
    const expected = pagefind === 'fails' ? test.fails : test;
    expected(`Pagefind ${pagefind ?? 'finds'} for ${query}: ${JSON.stringify(ids)}`, async () => {
      expect(await find('pagefind', query)).toEqual(ids);
    });
  }
});

describe('the static index', () => {
  const invented = Array.from(inventedRows(3000), (row) => JSON.stringify(row));
  const built = async (input: readonly string[]): Promise<{ entry: string; files: string[] }> => {
    const out = mkdtempSync(join(tmpdir(), 'verbatim-index-'));
    const { entry: name } = await indexLines(input, out);
    const files = readdirSync(out).toSorted();
    rmSync(out, { recursive: true });
    return { entry: name, files };
  };

  test('is the same whatever the order of the rows', async () => {
    expect(await built(invented.toReversed())).toEqual(await built(invented));
  });

  test('corrects a word only if nobody said it, not if only the given speaker did not', async () => {
    const [first, second] = [...inventedRows(2)] as [StatementRow, StatementRow];
    const speaker = (id: string): StatementRow['speaker'] => ({
      id: id as SpeakerId,
      name: id,
      described: null,
      kind: 'person',
      role: null,
    });
    const said = [
      { ...first, text: 'fill in the form', speaker: speaker('ada') },
      { ...second, text: 'far from it', speaker: speaker('bo') },
    ];
    const out = mkdtempSync(join(tmpdir(), 'verbatim-index-'));
    const built = await indexLines(
      said.map((row) => JSON.stringify(row)),
      out,
    );
    const search = await openSearch(fromDisk(out), built.entry);
    const total = async (text: string): Promise<number> =>
      (await (await search.search(queryOf({ ...readSearch(''), text }))).count()).total;
    expect(await total('form speaker:bo')).toBe(0);
    expect(await total('fomr')).toBe(1);
    rmSync(out, { recursive: true });
  });

  test('finds unnamed speakers by the words that describe them, and distinguishes them from others', async () => {
    const rows = [...inventedRows(4)] as [StatementRow, StatementRow, StatementRow, StatementRow];
    const nobody = { id: null, name: null, described: null, kind: null, role: null };
    const speakers: StatementRow['speaker'][] = [
      { ...nobody, described: 'a police spokeswoman' },
      { ...nobody, name: 'Quill' },
      { id: 'ada-quill' as SpeakerId, name: 'Ada Quill', described: null, kind: 'person', role: null },
      null,
    ];
    const out = mkdtempSync(join(tmpdir(), 'verbatim-index-'));
    const lines = rows.map((row, index) =>
      JSON.stringify({ ...row, text: 'The pumps were off.', speaker: speakers[index] }),
    );
    const { entry: name } = await indexLines(lines, out);
    const search = await openSearch(fromDisk(out), name);
    const found = async (text: string, named = ''): Promise<(string | null)[]> => {
      const results = await search.search(queryOf({ ...readSearch(`named=${named}`), text }));
      return (await results.load(0, 9)).map(({ speaker }) => speaker && speaker.name).sort();
    };
    expect(await found('speaker:spokeswoman')).toEqual(['a police spokeswoman']);
    expect(await found('pumps named:described')).toEqual(['a police spokeswoman']);
    expect(await found('pumps', 'named')).toEqual(['Ada Quill']);
    expect(await found('', 'proposed')).toEqual(['Quill']);
    expect(await found('pumps', 'unknown')).toEqual([null]);
    expect(await found('pumps -named:described')).toHaveLength(3);
    const facets = await (await search.search(queryOf({ ...readSearch(''), text: 'pumps' }))).facets();
    expect(facets.speakers.map((speaker) => speaker.name).sort()).toEqual([
      'Ada Quill',
      'Quill',
      'a police spokeswoman',
    ]);
    rmSync(out, { recursive: true });
  });

  test('leads to speakers by their other names, after those whose name it is', async () => {
    const out = mkdtempSync(join(tmpdir(), 'verbatim-index-'));
    const { entry } = await indexLines(lines, out, new Map([['mira-tolland', ['Vask', 'The Captain']]]));
    const search = await openSearch(fromDisk(out), entry);
    const leadsFor = async (text: string): Promise<string[]> =>
      (await search.search(queryOf({ ...readSearch(''), text }))).leads.map(({ name }) => name);
    expect(await leadsFor('captain')).toEqual(['Mira Tolland']);
    expect(await leadsFor('vask')).toEqual(['Oren Vask', 'Mira Tolland']);
    rmSync(out, { recursive: true });
  });

  test('keeps most of its files when an article is added', async () => {
    const [before, after] = [await built(invented.slice(0, -9)), await built(invented)];
    const kept = after.files.filter((file) => before.files.includes(file));
    console.log(`${after.files.length - kept.length} of ${after.files.length} files are new`);
    expect(after.entry).not.toBe(before.entry);
    expect(kept.length).toBeGreaterThan(after.files.length / 2);
  });
});

test('above a certain number of articles, each year has its own index of articles, or each month or day of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-years-'));
  const settings = readSettings({ VERBATIM_CONTENT: 'tests/archives/strait' });
  const { connection, sql } = await updateCatalogue(join(folder, 'catalogue.sqlite'), settings);
  const archive = new Archive({ connection, sql });
  expect(indexPeriods(archive)).toEqual(['']);
  expect(indexPeriods(archive, 3)).toEqual(['2022', '2021', '2019', '2018']);
  expect(indexPeriods(archive, 0, 0)).toEqual(['2022-09-15', '2021-02-09', '2019-06-11', '2018-03-04']);
  connection.close();
  rmSync(folder, { recursive: true });
});

describe('the search page', () => {
  const url = inject('strait').url;
  const summary = () => page.locator('.summary').innerText();
  const open = async (path: string): Promise<void> => {
    await page.goto(`${url}search/${path}`);
    await expect.poll(summary).toMatch(/^\d|^No statements|Nothing was searched/);
  };
  const hits = () => page.locator('#results .item-words');
  /** The line that cites the search. */
  const cited = () => page.locator('.cite .citable').textContent();
  const leads = () => page.locator('.leads li').allInnerTexts();

  test('shows each hit with its matches, speaker, role that day, date, article, and if it is verbatim', async () => {
    await open('?q=ferries');
    const item = page.locator('#results .item').first();
    expect(await item.locator('mark').allInnerTexts()).toEqual(['ferries']);
    const text = await item.innerText();
    expect(text).toContain('Mira Tolland, Ferrymaster, the Kell Line.');
    expect(text).toContain('said 4 March 2018; published 4 March 2018 in Ferry fares to rise');
    expect(text).toContain('Verbatim');
    await open('?q=ferry');
    expect(await page.locator('#results .item').first().innerText()).toContain('Other form of these words');
    expect(await summary()).toBe('1 statement, 1 in other forms of the words.');
    expect(await cited()).toContain('1 statement, 1 in other forms of the words for ferry, in 10 statements');
  });

  test('on a phone the first hit is on the first screen, and the filters unfold when they narrow the search', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const phone = await context.newPage();
    const first = phone.locator('#results .item').first();
    await phone.goto(`${url}search/?q=bridge`);
    await first.waitFor();
    await phone.locator('.year-chart').waitFor();
    const { y, height } = (await first.locator('.item-words').boundingBox()) ?? { y: Infinity, height: 0 };
    expect(y + height).toBeLessThan(844);
    expect(await phone.getByLabel('Speaker').isVisible()).toBe(false);
    await phone.getByText('Filters', { exact: true }).first().click();
    await phone.getByLabel('Speaker').selectOption('oren-vask');
    await expect.poll(() => phone.locator('#results .item').count()).toBe(1);
    await phone.reload();
    expect(await phone.getByLabel('Speaker').isVisible()).toBe(true);
    await context.close();
  });

  test('opens a hit at its words in the article, or the page of the statement', async () => {
    await open('?q="promised a bridge"');
    const id = of('We were promised')[0] ?? '';
    expect(await hits().locator('a').getAttribute('href')).toBe(`/2019/06/11/bridge/#s-${id}`);
    await page.getByRole('link', { name: 'Statement page, by' }).click();
    await page.waitForURL(`**/s/${id}/`);
  });

  test('a bar of the chart narrows the search to its year, in the address, and Back undoes it', async () => {
    await open('?q=no');
    await expect.poll(() => page.locator('.year-chart a').count()).toBe(2);
    await page.locator('.year-chart a', { hasText: '2018' }).click();
    await expect.poll(() => page.url()).toContain('year=2018');
    await expect.poll(() => hits().allInnerTexts()).toHaveLength(1);
    await expect.poll(() => page.locator('select[name=year]').inputValue()).toBe('2018');
    await page.goBack();
    await expect.poll(() => hits().allInnerTexts()).toHaveLength(2);
  });

  test('the controls offer speakers and types with their counts, and narrow the search', async () => {
    await open('?q=bridge');
    await expect
      .poll(() => page.locator('select[name=speaker] option').allInnerTexts())
      .toEqual(['anyone', 'Mira Tolland (2)', 'Oren Vask (1)']);
    await page.getByLabel('Speaker').selectOption('oren-vask');
    await expect.poll(() => hits().allInnerTexts()).toHaveLength(1);
    expect(page.url()).toContain('speaker=oren-vask');
    await page.getByLabel('Order').selectOption('newest');
    await expect.poll(() => page.url()).toContain('order=newest');
  });

  test('a typo is corrected with a notice, and one click searches for the original', async () => {
    await open('?q=brigde');
    expect(await page.locator('.repair').innerText()).toContain('Searched for bridge instead of brigde.');
    await page.locator('.repair a').click();
    await expect.poll(summary).toBe('No statements for brigde.');
    expect(await hits().count()).toBe(0);
  });

  test('a search without hits says what was searched, its gaps and its version, to be cited', async () => {
    await open('?q="never said this"');
    const version = /version ([0-9a-f]{12})/.exec((await cited()) ?? '')?.[1];
    expect(await page.locator('.cite .citable').isVisible()).toBe(true);
    expect(await cited()).toMatch(
      /^0 statements for "never said this", in 10 statements, 4 March 2018 to 15 September 2022, version \w+; no articles from April 2018 to May 2019, July 2019 to January 2021, March 2021 to August 2022\.$/,
    );
    const { createHash } = await import('node:crypto');
    const digest = createHash('sha256')
      .update(readFileSync(join(strait, 'statements.ndjson')))
      .digest('hex');
    expect(digest.startsWith(version ?? '-')).toBe(true);
  });

  test('a name, a surname, one slip in it and an unfinished one lead to the speaker, before all hits', async () => {
    for (const name of ['Mira Tolland', 'tolland', 'Tollamd', 'tol']) {
      await open(`?q=${encodeURIComponent(name)}`);
      expect(await leads(), name).toContain('Mira Tolland, Governor, the Strait: 5 statements');
    }
    await page.locator('.leads a').click();
    await page.waitForURL('**/speakers/mira-tolland/');
  });

  test('the words for the speaker count, and are said to', async () => {
    await open('?q=ferrymaster+weather');
    expect(await page.locator('.repair').innerText()).toContain('Searched without');
    await open('?q=vask+weather');
    expect(await hits().allInnerTexts()).toHaveLength(1);
    expect(await page.locator('#results .form').innerText()).toBe('Verbatim; the speaker matches vask');
  });

  test('topics, months and titles of articles are found', async () => {
    await open('?q=transport');
    expect(await leads()).toContain('Topic: transport: 3 statements');
    await open('?q=June+2019');
    expect(await leads()).toEqual(['June 2019: 3 statements']);
    expect(await hits().count()).toBe(3);
    await open('?q=11+June+2019+storm');
    expect(await leads()).toContain('11 June 2019: 3 statements');
    expect(await hits().count()).toBe(1);
    await page.locator('.leads a').first().click();
    await page.waitForURL('**/2019/06/');
    await open('?q=ferry+fares');
    await expect.poll(leads).toContain('Ferry fares to rise: article of 4 March 2018');
  });

  test('a year is the word or the year of publication', async () => {
    await open('?q=bridge+2019');
    expect(await hits().count()).toBe(3);
    await open('?q=bridge+2018');
    expect(await summary()).toBe('No statements for bridge 2018.');
  });

  test('OR finds either word', async () => {
    await open('?q=storm+OR+harvest');
    expect(await hits().count()).toBe(2);
  });

  test('of a question only the words for its subject are searched for, and this is said', async () => {
    await open(`?q=${encodeURIComponent('What did Tolland say about the bridge?')}`);
    expect(await hits().count()).toBe(2);
    expect(await page.locator('.repair').innerText()).toContain('Searched without What, did, say, about, the.');
    await page.locator('.repair a').click();
    await expect.poll(summary).toMatch(/^No statements/);
    expect(page.url()).toContain('words=as-typed');
  });

  test('if no statement has all the words, articles come first, then statements without one of them', async () => {
    await open('?q=bridge+unicorn');
    expect(await page.locator('.repair').innerText()).toContain('Searched without unicorn.');
    await expect.poll(() => page.locator('#results h2').allInnerTexts()).toEqual(['Articles (1)', 'Statements']);
  });

  test('suggests words and speakers while typing', async () => {
    await page.goto(`${url}search/`);
    const offered = () =>
      page
        .locator('#suggestions option')
        .evaluateAll((options) => options.map((option) => option.getAttribute('value')));
    const box = page.getByRole('combobox', { name: 'Search what was said' });
    await box.fill('the pro');
    await expect.poll(offered).toContain('the promised');
    await box.fill('vas');
    await expect.poll(offered).toContain('speaker:"Oren Vask"');
    await box.fill('tol');
    await expect.poll(offered).toEqual(['speaker:"Mira Tolland"']);
    await box.fill('bridge speaker:to');
    await expect.poll(offered).toEqual(['bridge speaker:"Mira Tolland"']);
  }, 60_000);

  test('articles appear in a second list', async () => {
    await open('?q=harvest');
    await expect.poll(() => page.locator('#results h2').allInnerTexts()).toEqual(['Statements', 'Articles (1)']);
  });

  test('can be used with the keyboard alone', async () => {
    await page.goto(`${url}search/`);
    const box = page.getByRole('combobox', { name: 'Search what was said' });
    for (let press = 0; press < 12 && !(await box.evaluate((element) => element === document.activeElement)); press++) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('harvest');
    await page.keyboard.press('Enter');
    await expect.poll(summary).toBe('1 statement.');
    const link = hits().locator('a');
    for (
      let press = 0;
      press < 20 && !(await link.evaluate((element) => element === document.activeElement));
      press++
    ) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.waitForURL('**/2018/03/04/ferry-fares/#s-*');
  });

  test('punctuation alone is not a search', async () => {
    await page.goto(`${url}search/?q=%E2%80%A6%20-`);
    await expect.poll(summary).toBe('What was typed contains no words to search for.');
  });

  test('what is typed is treated as text, whatever it looks like', async () => {
    await open(
      `?q=${encodeURIComponent('<img src=x onerror=alert(1)> ferries')}&speaker=${encodeURIComponent('"><script>')}`,
    );
    expect(await page.locator('#results img, #results script').count()).toBe(0);
    expect(await summary()).toContain('<img src=x onerror=alert(1)>');
  });
});

describe('a failing index is never mistaken for no results', () => {
  let site: string;
  let served: Awaited<ReturnType<typeof serveFolder>>;
  beforeAll(async () => {
    site = mkdtempSync(join(tmpdir(), 'verbatim-damaged-'));
    cpSync(strait, site, { recursive: true });
    served = await serveFolder(site, '/', (path) => requested.add(path));
  });
  afterAll(async () => {
    await served.stop();
    rmSync(site, { recursive: true });
  });
  const requested = new Set<string>();
  const index = () => join(site, 'statement-index');
  const summary = () => page.locator('.summary').innerText();
  const asked = async (): Promise<string> => {
    await page.goto(`${served.url}search/?q=ferries`);
    await expect.poll(summary).not.toMatch(/^(Searching…)?$/);
    return page.locator('#results').innerText();
  };
  const restore = (): void => {
    cpSync(join(strait, 'statement-index'), index(), { recursive: true });
  };

  test('a truncated or missing file is reported, unless the hits do not need it', async () => {
    const said = { cut: 0, missing: 0 };
    requested.clear();
    expect(await asked()).toContain('The ferries are well-known');
    // What is asked for after the hits is also tried.
    await page.waitForLoadState('networkidle');
    const files = readdirSync(index()).filter((file) => requested.has(`/statement-index/${file}`));
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const path = join(index(), file);
      truncateSync(path, Math.floor(readFileSync(path).length / 2));
      const cut = await asked();
      rmSync(path);
      const missing = await asked();
      restore();
      if (cut.includes('The ferries are well-known') && missing.includes('The ferries are well-known')) continue;
      expect(cut, file).toContain('Nothing was searched. A part of the search index arrived damaged or cut short.');
      expect(missing, file).toContain('Nothing was searched. A part of the search index is missing');
      expect(missing).toContain('all articles by year');
      said.cut++;
      said.missing++;
    }
    // The entry, the block of the word, and the records.
    expect(said).toEqual({ cut: 3, missing: 3 });
  }, 300_000);

  test('an index from another version, and a lost connection, are reported', async () => {
    rmSync(index(), { recursive: true });
    await indexLines(lines.slice(1), index());
    expect(await asked()).toContain('may have been published again since this page was loaded');
    const fresh = await browser.newPage();
    await fresh.goto(`${served.url}search/`);
    await fresh.route('**/*', (route) => route.abort('internetdisconnected'));
    await fresh.getByRole('combobox', { name: 'Search what was said' }).fill('ferries');
    await expect
      .poll(() => fresh.locator('.summary').innerText())
      .toContain('Nothing was searched. The search index cannot be reached.');
    await fresh.close();
  });
});
