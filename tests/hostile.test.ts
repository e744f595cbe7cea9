import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAtomFeed } from 'feedsmith';
import Papa from 'papaparse';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { topicId } from '../src/base/topic-id.ts';
import { canonicalText } from '../src/text/canonical-text.ts';
import { parseBody } from '../src/text/markdown.ts';
import { escapeMarkdown } from '../src/import/escape-markdown.ts';
import type { ArticleJson } from '../src/content/rows/article-json.ts';
import { connectBrowser } from './connect-browser.ts';
import { emptyFolder, run } from './command.ts';
import { HOSTILE } from './hostile-strings.ts';
import { rowsOf } from './rows.ts';
import { serveFolder } from '../tools/server.ts';

/** The id of a statement that was released and is gone. */
const goneId = (index: number): string => `zz${String(index).padStart(8, 'a')}`;

/** An archive with every hostile text in every field of an article, of its record and of a speaker. */
const content = emptyFolder();
const folder = join(emptyFolder(), 'site');
const slugOf = (index: number): string => `hostile-${String(index).padStart(3, '0')}`;
const DAY = '2020-02-03';

function writeArchive(): void {
  const [first = ''] = HOSTILE;
  writeFileSync(
    join(content, 'archive.yaml'),
    stringify({
      title: first,
      description: HOSTILE.slice(0, 40).join(' '),
      languages: ['en'],
      baseUrl: 'https://archive.example',
      rights: first,
    }),
  );
  for (const part of ['articles', 'speakers', 'ledger']) mkdirSync(join(content, part));
  const released = HOSTILE.map((_, index) => `/s/${goneId(index)}/\n`).join('');
  writeFileSync(join(content, 'ledger/2021.txt'), released);
  for (const [index, text] of HOSTILE.entries()) {
    const slug = slugOf(index);
    const fields = {
      title: text,
      date: DAY,
      author: [
        { name: text, kind: 'person' },
        { name: text, kind: 'organisation' },
      ],
      outlet: text,
      topics: [text],
      rights: text,
      description: text,
    };
    const body = `${escapeMarkdown([`Somebody said “${text}” and left.`])}\n`;
    writeFileSync(join(content, 'articles', `${DAY}-${slug}.md`), `---\n${stringify(fields)}---\n\n${body}`);
    const words = canonicalText(parseBody(body))
      .text.replace(/^Somebody said “/, '')
      .replace(/” and left\.$/, '');
    writeFileSync(
      join(content, 'articles', `${DAY}-${slug}.statements.yaml`),
      stringify({
        version: 2,
        statements: [
          {
            type: 'direct',
            quote: [words],
            speaker: slug,
            cue: 'said',
            status: 'confirmed',
            addressee: text,
            note: text,
            history: [{ until: '2021-01-01', quote: [text], described: text, why: text }],
          },
        ],
        gone: [{ id: goneId(index), was: text, on: '2021-01-01', why: text }],
      }),
    );
    writeFileSync(
      join(content, 'speakers', `${slug}.yaml`),
      stringify({
        name: text,
        kind: 'person',
        otherNames: [text],
        roles: [{ title: text, organisation: text, source: text }],
        sameAs: [{ url: 'https://archive.example/x', source: text }],
      }),
    );
  }
}

let browser: Browser;
let context: BrowserContext;
let site: { url: string; stop: () => Promise<void> };
const complaints: string[] = [];

beforeAll(async () => {
  writeArchive();
  const environment = { VERBATIM_CONTENT: content, VERBATIM_OUT: folder };
  for (const command of ['record', 'check', 'build'] as const) {
    const { code, output } = await run(command, [], environment);
    if (code !== 0) throw new Error(`${command}: ${output}`);
  }
  site = await serveFolder(folder, '/');
  browser = await connectBrowser();
  context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  // The Content-Security-Policy would block what got through the escaping, so a violation also counts as a failure.
  context.on('console', (message) => {
    if (/Content Security Policy|violates/.test(message.text())) complaints.push(message.text());
  });
  context.on('dialog', (dialog) => complaints.push(dialog.message()));
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const outputs = (ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith(ending) && !/^(?:pagefind|statement-index|_astro)\//.test(path),
  );
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

test('there are at least 100 hostile texts, and the archive keeps each unchanged in every field', () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(100);
  const rows = rowsOf(folder);
  for (const [index, text] of HOSTILE.entries()) {
    const { article, statements } = JSON.parse(read(`2020/02/03/${slugOf(index)}/index.json`)) as ArticleJson;
    expect(article).toMatchObject({ title: text, outlet: text, topics: [text], rights: text, description: text });
    expect(article.authors.map(({ name }) => name)).toEqual([text, text]);
    const own = statements.find(({ speaker }) => speaker?.id === slugOf(index));
    expect(own?.speaker).toMatchObject({ name: text, role: `${text}, ${text}` });
    expect(own?.text.replaceAll(/\s+/g, ' ')).toBe(
      text.replaceAll(/[^\S\u00a0\u202f\u2007]+/g, ' ').replaceAll(/\s+/g, ' '),
    );
    expect(rows.map(({ id }) => id)).toContain(own?.id);
  }
});

test('no page has an active element or attribute that can only have come from the content', async () => {
  const page = await context.newPage();
  await page.goto(`${site.url}robots.txt`);
  const found = await page.evaluate(async (pages) => {
    const bad: string[] = [];
    for (const path of pages) {
      const parsed = new DOMParser().parseFromString(await (await fetch(`/${path}`)).text(), 'text/html');
      for (const element of parsed.querySelectorAll('*')) {
        const name = element.tagName.toLowerCase();
        const isKnownScript =
          name !== 'script' ||
          element.getAttribute('type') === 'application/ld+json' ||
          /^\/_astro\/[\w.-]+\.js$/.test(element.getAttribute('src') ?? '');
        const isForeign =
          /^(?:iframe|object|embed|base|frame|applet|math|style|animate|set|video|audio|img|marquee|template)$/.test(
            name,
          );
        if (!isKnownScript || isForeign) bad.push(`${path}: ${element.outerHTML.slice(0, 120)}`);
        if (name === 'meta' && element.getAttribute('http-equiv')?.toLowerCase() === 'refresh')
          bad.push(`${path}: refresh`);
        for (const { name: attribute, value } of element.attributes) {
          const isUrl = ['href', 'src', 'action', 'formaction', 'xlink:href'].includes(attribute);
          const isData = value.startsWith('data:') && element.hasAttribute('download');
          if (attribute.startsWith('on') || attribute === 'srcdoc' || attribute === 'style')
            bad.push(`${path}: ${attribute}`);
          // A link in the body is the author's, as in any Markdown.
          const isOfBody = element.closest('.body') && /^https?:\/\//.test(value);
          if (isUrl && !isData && !isOfBody && !/^(?:https:\/\/archive\.example\/|\/(?!\/)|#|mailto:)/.test(value))
            bad.push(`${path}: ${value}`);
        }
      }
    }
    return bad;
  }, outputs('.html'));
  await page.close();
  expect(found).toEqual([]);
});

test('no page runs anything from the content when a browser opens it', async () => {
  const page = await context.newPage();
  // Each in a frame of one page, which takes half the time of a page of its own.
  await page.route('**/frames', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Frames</title>' }));
  await page.route(/\.(?:woff2|css|png)$/, (route) => route.abort());
  await page.goto(`${site.url}frames`);
  // Only a tenth of the many topic pages and yearly speaker pages, which show nothing else.
  const paths = outputs('index.html')
    .filter((path, index) => !/^topics\/|\/2020\/index/.test(path) || index % 10 === 0)
    .map((path) => path.replace(/index\.html$/, ''));
  expect(paths.length).toBeGreaterThan(HOSTILE.length * 4);
  const alive = await page.evaluate(async (rest) => {
    const found: string[] = [];
    const openAll = async (): Promise<void> => {
      for (let path = rest.pop(); path !== undefined; path = rest.pop()) {
        const frame = document.createElement('iframe');
        frame.src = `/${path}`;
        await new Promise((resolve) => {
          frame.addEventListener('load', resolve, { once: true });
          document.body.append(frame);
        });
        if (!frame.contentDocument?.querySelector('main')) found.push(`${path} did not open`);
        if ('__hostile' in (frame.contentWindow ?? {}) || '__hostile' in globalThis) found.push(path);
        frame.remove();
      }
    };
    await Promise.all(Array.from({ length: 4 }, openAll));
    return found;
  }, paths);
  await page.close();
  expect(alive).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a search, a check, a menu and a basket show hostile texts as texts', async () => {
  const page = await context.newPage();
  const isAlive = (): Promise<boolean> => page.evaluate(() => '__hostile' in globalThis);
  for (const text of HOSTILE.filter((_, index) => index % 5 === 0)) {
    await page.goto(`${site.url}search/?q=${encodeURIComponent(text)}`);
    await page.waitForFunction(() => !/^(?:Searching|$)/.test(document.querySelector('.summary')?.textContent ?? ''));
    expect(await isAlive(), text).toBe(false);
    await page.goto(`${site.url}check/?q=${encodeURIComponent(`“${text}” ${text}`)}`);
    await page.waitForFunction(() => !/^(?:Checking|$)/.test(document.querySelector('.summary')?.textContent ?? ''));
    expect(await isAlive(), text).toBe(false);
  }
  for (const index of HOSTILE.keys()) {
    if (index % 8 > 0) continue;
    await page.goto(`${site.url}2020/02/03/${slugOf(index)}/`);
    await page.locator('.note .number').first().focus();
    await page.locator('.about-statement .more').click();
    for (const name of await page.locator('.menu button').allInnerTexts()) {
      if ((await page.locator('.menu').count()) === 0) await page.locator('.about-statement .more').click();
      await page.locator('.menu button', { hasText: new RegExp(`^${name}$`) }).click();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      if (name !== 'Quote in HTML') continue;
      // HTML that was copied, inserted unchanged into a page, contains a quotation and nothing else.
      const names = await page.evaluate(
        (html) =>
          [...new DOMParser().parseFromString(html, 'text/html').body.querySelectorAll('*')].map(
            (element) => element.localName,
          ),
        copied,
      );
      expect(new Set(names)).toEqual(new Set(['blockquote', 'p', 'a', 'cite']));
    }
    await page.goto(`${site.url}speakers/${slugOf(index)}/`);
    await page.locator('.collect').first().click();
    await page.locator('.basket').waitFor();
    expect(await isAlive()).toBe(false);
  }
  await page.close();
  expect(complaints).toEqual([]);
});

test('every feed and sitemap is XML with the texts unchanged', async () => {
  const page = await context.newPage();
  await page.goto(`${site.url}robots.txt`);
  const broken = await page.evaluate(async (paths) => {
    const bad: string[] = [];
    for (const path of paths) {
      const parsed = new DOMParser().parseFromString(await (await fetch(`/${path}`)).text(), 'application/xml');
      if (parsed.querySelector('parsererror') || parsed.doctype) bad.push(path);
    }
    return bad;
  }, outputs('.xml'));
  await page.close();
  expect(broken).toEqual([]);
  const titles = HOSTILE.map((text) => {
    const feed = `topics/${topicId(text)}/feed`;
    const { title } = JSON.parse(read(`${feed}.json`)) as { title: string };
    return [title, parseAtomFeed(read(`${feed}.xml`)).title?.value];
  });
  for (const [json, atom] of titles) expect(atom?.replaceAll(/\s+/g, ' ')).toBe(json?.replaceAll(/\s+/g, ' '));
});

test('no cell of the CSV begins like a formula, and no row is lost', () => {
  const { data, errors } = Papa.parse<string[]>(read('statements.csv'), { skipEmptyLines: true });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(rowsOf(folder).length + 1);
  for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/);
});

test('the texts can be read back from the records that commands write', () => {
  for (const [index, text] of HOSTILE.entries()) {
    const record = parse(
      readFileSync(join(content, 'articles', `${DAY}-${slugOf(index)}.statements.yaml`), 'utf8'),
    ) as {
      statements: { note?: string }[];
    };
    expect(record.statements.filter(({ note }) => note === text)).toHaveLength(1);
  }
});
