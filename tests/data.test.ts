import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { detectJsonFeed, parseAtomFeed, parseJsonFeed } from 'feedsmith';
import Papa from 'papaparse';
import { describe, expect, inject, test } from 'vitest';
import type { ArticleJson } from '../src/content/rows/article-json.ts';
import type { SpeakerRow } from '../src/content/rows/speaker-row.ts';
import { copyArchive, emptyFolder, run } from './command.ts';
import { readCsv } from './read-csv.ts';
import { rowsOf } from './rows.ts';

const ARCHIVES = ['site', 'harbour', 'strait', 'lantern'] as const;
const files = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(ending));
const hasPython = spawnSync('python3', ['--version']).status === 0;
const PYTHON = `
import csv, json, sys
with open(sys.argv[1], encoding='utf-8-sig', newline='') as file:
    print(json.dumps([row['text'] for row in csv.DictReader(file, strict=True)]))
`;
const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');

describe.each(ARCHIVES)('in %s', (name) => {
  const { folder } = inject(name);
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const json = (path: string): unknown => JSON.parse(read(path));
  const validator = (schema: string) =>
    new Ajv2020({ formats: { uri: true, date: true } }).compile(json(schema) as object);
  const articles = files(folder, '/index.json').map((path) => json(path) as ArticleJson);

  test('every row of statements, articles and speakers, and every index.json, conforms to its schema', () => {
    for (const [file, schema] of [
      ['statements.ndjson', 'statements.schema.json'],
      ['articles.ndjson', 'articles.schema.json'],
    ] as const) {
      const validate = validator(schema);
      for (const line of read(file).trim().split('\n')) {
        expect(validate(JSON.parse(line)), JSON.stringify(validate.errors)).toBe(true);
      }
    }
    const speakers = validator('speakers.schema.json');
    expect(speakers(json('speakers.json')), JSON.stringify(speakers.errors)).toBe(true);
    const article = validator('article.schema.json');
    for (const one of articles) expect(article(one), JSON.stringify(article.errors)).toBe(true);
  });

  test('the files agree: index.json and statements.ndjson have the same rows, articles.ndjson the same articles', () => {
    const rows = rowsOf(folder).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const own = articles.flatMap(({ statements }) => statements).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(own).toEqual(rows);
    const listed = read('articles.ndjson').trim().split('\n');
    expect(listed.map((line) => JSON.parse(line) as unknown)).toEqual(
      expect.arrayContaining(articles.map(({ article }) => article)),
    );
    for (const { article } of articles) expect(sha256(read(`${article.url}index.txt`))).toBe(article.sha256);
  });

  test('a CSV reader that implements only RFC 4180 gets every statement back, one per row', () => {
    const csv = read('statements.csv');
    const { data, errors } = Papa.parse<string[]>(csv, { newline: '\r\n', skipEmptyLines: true });
    expect(errors).toEqual([]);
    const [names = [], ...records] = readCsv(csv.replace(/^\uFEFF/, ''));
    expect([names, ...records]).toEqual(data);
    const columns = ['id', 'text', 'speaker', 'outlet'].map((name) => names.indexOf(name));
    expect(records.map((record) => columns.map((column) => record[column]))).toEqual(
      rowsOf(folder).map(({ id, text, speaker, article }) => [id, text, speaker?.name ?? '', article.outlet ?? '']),
    );
  });

  test.skipIf(!hasPython)('Python’s strict CSV reader, if Python is installed, gets every statement back', () => {
    const { stdout, stderr } = spawnSync('python3', ['-c', PYTHON, join(folder, 'statements.csv')], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(rowsOf(folder).map(({ text }) => text));
  });

  test('SHA256SUMS and data.json list each data file with hash and size; /about/ shows the corpus version', () => {
    const sums = read('SHA256SUMS');
    const { version, files: listed } = json('data.json') as {
      version: string;
      files: { name: string; bytes: number; sha256: string }[];
    };
    expect(listed.map((file) => file.name)).toEqual([
      'articles.ndjson',
      'speakers.json',
      'statements.csv',
      'statements.ndjson',
    ]);
    for (const file of listed) {
      const content = readFileSync(join(folder, file.name));
      expect(file).toMatchObject({ bytes: content.length, sha256: sha256(content) });
      expect(sums).toContain(`${file.sha256}  ${file.name}\n`);
    }
    expect(sha256(sums).slice(0, 12)).toBe(version);
    const about = read('about/index.html');
    expect(about).toContain(version);
    expect(about).not.toMatch(/size-of-|version-of-the-corpus/);
    expect(about).toMatch(/statements\.ndjson<\/a>: \d+ rows, \d+\.\d kB/);
  });

  test('independent parsers can read every feed: of everything, of speakers, of topics and of corrections', () => {
    const atoms = files(folder, '.xml').filter((path) => read(path).includes('http://www.w3.org/2005/Atom'));
    const jsons = files(folder, '.json').filter((path) => read(path).includes('https://jsonfeed.org/version/'));
    // Somebody who spoke once has none.
    const followed = (json('speakers.json') as SpeakerRow[]).filter(({ statements }) => statements > 1);
    expect(atoms.filter((path) => path.startsWith('speakers/')).toSorted()).toEqual(
      followed.map(({ id }) => `speakers/${id}/feed.xml`).toSorted(),
    );
    expect(jsons).toHaveLength(atoms.length);
    expect(atoms).toEqual(expect.arrayContaining(['feed.xml', 'statements.xml', 'corrections.xml']));
    for (const path of atoms) {
      const { title, entries = [], links } = parseAtomFeed(read(path));
      expect(title).toBeTruthy();
      expect(links?.some(({ rel, href }) => rel === 'self' && href?.endsWith(`/${path}`))).toBe(true);
      const same = path === 'statements.xml' ? 'statements.json' : path.replace(/xml$/, 'json');
      expect(detectJsonFeed(json(same) as object)).toBe(true);
      const { items = [] } = parseJsonFeed(json(same));
      expect(items.map(({ id, title: name }) => [id, name])).toEqual(
        entries.map(({ id, title: name }) => [id, name?.value]),
      );
      for (const { id, updated, links: own } of entries) {
        expect(id).toMatch(/^https:\/\//);
        expect(Number.isNaN(Date.parse(updated ?? ''))).toBe(false);
        expect(own?.[0]?.href).toMatch(/^https:\/\//);
      }
    }
  });

  test('the archive and every statement that the fonts can show have a share image of 1200 by 630 pixels', () => {
    const drawn = rowsOf(folder).filter(
      ({ text }) => !/[\p{sc=Arabic}\p{sc=Han}\p{Extended_Pictographic}]/u.test(text),
    );
    for (const path of ['', ...drawn.map(({ url }) => url)]) {
      const image = readFileSync(join(folder, path, 'share.png'));
      expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([1200, 630]);
    }
    expect(files(join(folder, 's'), 'share.png')).toHaveLength(drawn.length);
  });
});

test('`shareImages` says which pages have preview images of their own', async () => {
  const imagesWith = async (setting: string): Promise<string[]> => {
    const [content, out] = [copyArchive('tests/archives/harbour'), join(emptyFolder(), 'site')];
    appendFileSync(join(content, 'archive.yaml'), `shareImages: ${setting}\n`);
    expect((await run('build', [], { VERBATIM_CONTENT: content, VERBATIM_OUT: out })).code).toBe(0);
    const images = files(out, 'share.png');
    for (const page of files(out, 'index.html')) {
      const [, image = ''] =
        /og:image" content="https:\/\/harbour\.example\/([^"]*)"/.exec(readFileSync(join(out, page), 'utf8')) ?? [];
      expect(images, page).toContain(image);
    }
    return images;
  };
  expect(await imagesWith('none')).toEqual(['share.png']);
  const articles = await imagesWith('articles');
  expect(articles).toContain('1998/03/02/pier-vote/share.png');
  expect(articles.filter((path) => path.startsWith('s/'))).toEqual([]);
  expect((await imagesWith('statements')).filter((path) => path.startsWith('s/')).length).toBeGreaterThan(3);
});

test('a second build does not make any share image again', async () => {
  const folder = '.verbatim/share-images';
  // Other tests may add images at the same time.
  const names = readdirSync(folder);
  const made = (): number[] => names.map((name) => statSync(join(folder, name)).mtimeMs);
  const before = made();
  const { code } = await run('build', [], { VERBATIM_CONTENT: 'content', VERBATIM_OUT: join(emptyFolder(), 'site') });
  expect(code).toBe(0);
  expect(made()).toEqual(before);
});

test('C and C++ have different topic pages, but topics with the same address share one', () => {
  const { folder } = inject('lantern');
  const topics = readdirSync(join(folder, 'topics'));
  expect(topics.filter((name) => name.startsWith('c-'))).toHaveLength(1);
  expect(readFileSync(join(folder, 'topics/wharves-and-quays/index.html'), 'utf8')).toContain('Quoted again');
});

test('an article tells which file it was imported from, on its page and in its data', () => {
  const { folder } = inject('lantern');
  const article = join(folder, '2016/04/01/the-wharf-stays');
  const { article: row } = JSON.parse(readFileSync(join(article, 'index.json'), 'utf8')) as ArticleJson;
  const digest = '3c6a0d339c936837e3e40091660c87ebf1e3d239d83e62707b5c92d454c5b5a2';
  expect(row.imported).toEqual({ from: 'old <b>&.zip/wharf "1".html', format: 'HTML page', sha256: digest });
  const page = readFileSync(join(article, 'index.html'), 'utf8');
  expect(page).toContain('old &lt;b&gt;&amp;.zip/wharf &quot;1&quot;.html (HTML page)');
  expect(page).toContain(digest);
});
