import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { ArticleJson } from '../src/content/rows/article-json.ts';
import { connectBrowser } from './connect-browser.ts';
import { type Head, readHeads } from './page-data.ts';
import { readAsZotero } from './zotero.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await connectBrowser();
  page = await browser.newPage();
});
afterAll(() => browser.close());

const articlesOf = (folder: string): ArticleJson[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('/index.json'))
    .map((path) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as ArticleJson);

const nameWords = (name: string): string =>
  name
    .split(/[\s,]+/)
    .toSorted()
    .join(' ');

/** The heads of the pages of all articles and statements, with their data. */
async function headsOf(name: 'site' | 'harbour' | 'strait' | 'lantern') {
  const { folder, url } = inject(name);
  await page.goto(url);
  const files = articlesOf(folder);
  const articles = await readHeads(
    page,
    files.map(({ article }) => url + article.url.slice(1)),
  );
  const rows = files.flatMap(({ statements }) => statements);
  const statements = await readHeads(
    page,
    rows.map((row) => url + row.url.slice(1)),
  );
  return {
    articles: files.map((file, index) => ({ ...file, head: articles[index] as Head })),
    statements: rows.map((row, index) => ({ row, head: statements[index] as Head })),
  };
}

const hrefs = (head: Head, rel: string): string[] =>
  head.links.filter((link) => link.rel === rel).map(({ href }) => href);

describe.each(['site', 'harbour', 'strait', 'lantern'] as const)('in %s', (name) => {
  test('Zotero saves every article and every statement as a newspaper article with every field', async () => {
    const { articles, statements } = await headsOf(name);
    const all = [
      ...articles.map(({ article, archive, head }) => ({ ...article, archive, head, address: article.uri })),
      ...statements.map(({ row, head }) => ({
        ...row.article,
        published: row.published,
        language: row.language,
        archive: articles[0]?.archive ?? '',
        head,
        address: `${row.uri}?v=${row.version}`,
      })),
    ];
    for (const { title, authors, outlet, published, language, archive, head, address } of all) {
      const item = readAsZotero(head);
      expect(item).toMatchObject({
        itemType: 'newspaperArticle',
        title,
        date: published.replaceAll('-', '/'),
        url: address,
        language,
        publicationTitle: outlet ?? archive,
        publisher: outlet ?? '',
      });
      expect(item.abstractNote).not.toBe('');
      expect(item.creators.map(({ firstName, lastName }) => nameWords(`${firstName} ${lastName}`))).toEqual(
        authors.map((author) => nameWords(author.name)),
      );
      expect(head.metas.map((meta) => meta.name)).not.toContain('citation_journal_title');
    }
  });

  test('JSON-LD describes the article, its quotations and their speakers to search engines', async () => {
    const { articles, statements } = await headsOf(name);
    for (const { article, statements: rows, head } of articles) {
      expect(head.jsonLd).toHaveLength(1);
      expect(head.jsonLd[0]).toMatchObject({
        '@type': 'NewsArticle',
        '@id': article.uri,
        headline: article.title,
        datePublished: article.published,
        inLanguage: article.language,
        hasPart: rows.map(({ uri, text }) => ({ '@type': 'Quotation', '@id': uri, text })),
      });
    }
    for (const { row, head } of statements) {
      expect(head.jsonLd[0]).toMatchObject({
        '@type': 'Quotation',
        '@id': row.uri,
        text: row.text,
        ...(row.speaker ? { creator: { name: row.speaker.name } } : {}),
        isPartOf: { '@type': 'NewsArticle', headline: row.article.title },
      });
      expect(JSON.stringify(head.jsonLd)).not.toMatch(/spokenByCharacter|ClaimReview/);
    }
  });

  test('every page links its canonical address, the one to cite, and its other formats with their types', async () => {
    const { articles, statements } = await headsOf(name);
    for (const { article, head } of articles) {
      expect(hrefs(head, 'canonical')).toEqual([article.uri]);
      expect(hrefs(head, 'cite-as')).toEqual([article.uri]);
      const types = head.links.filter(({ rel }) => rel === 'alternate').map(({ type }) => type);
      expect(types).toEqual(
        expect.arrayContaining([
          'text/plain',
          'text/markdown',
          'application/json',
          'application/ld+json',
          'application/atom+xml',
        ]),
      );
    }
    for (const { row, head } of statements) {
      expect(hrefs(head, 'canonical')).toEqual([row.uri]);
      expect(hrefs(head, 'cite-as')).toEqual([`${row.uri}?v=${row.version}`]);
      expect(head.metas).toContainEqual({ name: 'og:url', content: row.uri });
      const hasOwn = existsSync(join(inject(name).folder, row.url, 'share.png'));
      const image = hasOwn ? `${row.uri}share.png` : row.uri.replace(/s\/\w+\/$/, 'share.png');
      expect(head.metas).toContainEqual({ name: 'og:image', content: image });
    }
  });
});
