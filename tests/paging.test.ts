import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { serveFolder } from '../tools/server.ts';
import { connectBrowser } from './connect-browser.ts';
import { InventedArchive } from './invented-archive.ts';

/** More than fit on the first page of a topic or of the corrections. */
const ARTICLES = 104;
const A_YEAR = 60;
/** More speakers than fit on one page of the list. */
const STATEMENTS = 5;
const SPEAKERS = ARTICLES * STATEMENTS;
const archive = new InventedArchive('all');

const linksOf = (path: string): string[] =>
  Array.from(archive.built(path).matchAll(/href="([^"]+)"/g), ([, href = '']) => href);

beforeAll(async () => {
  const names = Array.from({ length: ARTICLES }, (_, index) => `20${index < A_YEAR ? '22' : '23'}-03-09-news-${index}`);
  for (const [index, name] of names.entries()) {
    const paragraphs = Array.from(
      { length: STATEMENTS },
      (_, place) => `“The harbour clock says ${index}:${place} now,” Ada Quill said.`,
    );
    archive.write(name, paragraphs, ['topics: The clock']);
  }
  await archive.done('record');
  let guests = 0;
  for (const [index, name] of names.entries()) {
    const on = index < A_YEAR ? '2024-01-01' : '2025-01-01';
    const history = `    history:\n      - {until: ${on}, quote: It was ${index}, why: It was misheard.}\n`;
    archive.edit(name, 'searched:', `${history}searched:`);
    archive.edit(name, /speaker: ada-quill/g, () => {
      const id = `guest-${String(guests++).padStart(3, '0')}`;
      const file = `name: ${id.replace('guest-', 'Guest ')}\nkind: person\n`;
      writeFileSync(join(archive.content, `speakers/${id}.yaml`), file);
      return `speaker: ${id}`;
    });
  }
  await archive.done('build');
});

test('a long list of speakers is spread over pages that lead to each other', () => {
  const [first, second] = ['speakers/index.html', 'speakers/page/2/index.html'];
  for (const page of [first, second]) {
    expect(linksOf(page)).toContain('/speakers/page/2/');
    expect(linksOf(page)).toContain('/speakers/');
    expect(archive.built(page)).toMatch(/000, Guest – \d+, Guest/);
  }
  const listed = [...linksOf(first), ...linksOf(second)].filter((href) => /^\/speakers\/guest-/.test(href));
  expect(new Set(listed).size).toBe(SPEAKERS);
  expect(archive.built(second)).toContain('<title>Speakers, page 2');
  expect(archive.built('sitemap-pages.xml')).toContain('/speakers/page/2/');
});

test('the filter finds a speaker as one types, also one of another page of the list', async () => {
  const { url, stop } = await serveFolder(archive.out, '/');
  const browser = await connectBrowser();
  onTestFinished(async () => {
    await browser.close();
    await stop();
  });
  const page = await browser.newPage();
  await page.goto(`${url}speakers/`);
  const names = page.locator('#speakers a');
  const all = await names.count();
  await page.getByLabel('Filter').pressSequentially('guest 51');
  await expect.poll(() => names.allInnerTexts()).toHaveLength(10);
  expect(await names.first().getAttribute('href')).toBe('/speakers/guest-510/');
  await page.getByLabel('Filter').fill('nobody of this name');
  await expect.poll(() => page.locator('#speakers').innerText()).toBe('Nobody of this name speaks here.');
  await page.getByLabel('Filter').fill('');
  await expect.poll(() => names.count()).toBe(all);
});

test('a topic with many articles has a page for each year, and so have many corrections', () => {
  for (const list of ['topics/the-clock', 'corrections']) {
    const years = linksOf(`${list}/index.html`).filter((href) => new RegExp(`^/${list}/\\d{4}/$`).test(href));
    expect(years).toHaveLength(2);
    const items = years.flatMap((path) => archive.built(`${path.slice(1)}index.html`).match(/<li class="item/g) ?? []);
    expect(items).toHaveLength(ARTICLES);
  }
});
