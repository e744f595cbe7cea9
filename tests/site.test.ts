import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, inject, test } from 'vitest';

const ARTICLE = '2023/05/17/lavrov-on-western-policy-in-armenia';
const site = inject('site').folder;
const harbour = inject('harbour').folder;
const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
const pages = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));

/** A page without its JSON-LD, which ends at its first `<`. */
const withoutData = (html: string): string =>
  html.replaceAll(/<script type="application\/ld\+json">[^<]*<\/script>/g, '');

/**
 * HTML with the values of its attributes emptied, except `src`: in a quoted attribute a tag is only text. JSON-LD
 * blocks, which are not run, are removed.
 */
const unquoted = (html: string): string => withoutData(html).replaceAll(/(?<!src)="[^"]*"/g, '=""');

interface Row {
  id: string;
  url: string;
  type: string;
  text: string;
  shown: string;
  spans: { start: number; end: number }[];
  speaker: { id: string; name: string; role: string | null } | null;
  said: string | null;
  status: string;
  sure: boolean;
  source: { start: number; end: number; text: string } | null;
  cue: { start: number; end: number; text: string } | null;
  article: { url: string };
}
const rows = (folder: string): Row[] =>
  read(folder, 'statements.ndjson')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

test('the first archive has the thirteen reviewed statements, each with its speaker and date', () => {
  const found = rows(site).map(({ type, speaker, said }) => [type[0], speaker?.name, said]);
  const [lavrov, pashinian] = ['Sergei Lavrov', 'Nikol Pashinian'];
  const [ministry, government] = ['Russian Foreign Ministry', 'Government of Armenia'];
  expect(found).toEqual([
    ['d', lavrov, '2023-05-17'],
    ['p', lavrov, '2023-05-17?'],
    ['p', lavrov, '2023-03'],
    ['r', lavrov, '2023-03?'],
    ['r', government, null],
    ['r', pashinian, '2023-01'],
    ['r', pashinian, '2023-01?'],
    ['p', ministry, null],
    ['p', ministry, '2023-02'],
    ['r', lavrov, '2023-05-17'],
    ['d', lavrov, '2023-05-17'],
    ['p', government, null],
    ['p', government, null],
  ]);
  expect(rows(site).at(-1)).toMatchObject({ status: 'inferred', sure: false });
});

test.each([
  ['site', site],
  ['harbour', harbour],
])('every row of %s conforms to the schema, and its offsets select its words in index.txt', (_, folder) => {
  const validate = new Ajv2020({ formats: { uri: true, date: true } }).compile(
    JSON.parse(read(folder, 'statements.schema.json')) as object,
  );
  for (const row of rows(folder)) {
    expect(validate(row), JSON.stringify(validate.errors)).toBe(true);
    const text = Array.from(read(folder, `${row.article.url}index.txt`));
    const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end).join('');
    expect(row.spans.map(cut).join(' ')).toBe(row.text);
    for (const evidence of [row.source, row.cue]) expect(evidence && cut(evidence)).toBe(evidence?.text ?? null);
  }
});

test.each(['harbour', 'strait', 'lantern'] as const)(
  'in %s, quotation marks enclose only what the article’s own marks enclosed together',
  (name) => {
    const { folder } = inject(name);
    const separate = rows(folder).filter(({ spans, type }) => spans.length > 1 && type !== 'reported');
    // The words on both sides of a place where the article's marks closed, as if nothing stood between them.
    const joints = separate.flatMap(({ shown, article }) => {
      const text = read(folder, `${article.url}index.txt`);
      const ends = Array.from(shown.matchAll(/(\S+)” … “(\S+)/g), ([, before = '', after = '']) => [before, after]);
      expect(ends, shown).not.toHaveLength(0);
      return ends
        .flatMap(([before, after]) => [`${before} ${after}`, `${before}, ${after}`])
        .filter((joint) => !text.includes(joint));
    });
    expect(joints.length).toBeGreaterThan(0);
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      // Data has the bare words too, in fields of their own.
      if (!/\.(?:html|xml|bib|ris|json)$/.test(path) || /index\.json$|^pagefind/.test(path)) continue;
      const content = withoutData(read(folder, path));
      for (const joint of joints) expect(content.includes(joint), `${path}: ${joint}`).toBe(false);
    }
    for (const { shown, type } of rows(folder)) {
      expect(shown.startsWith('“') && shown.endsWith('”')).toBe(type !== 'reported');
      expect(shown).not.toMatch(/,”|,$/);
    }
  },
);

test('a role is the one held on the day of publication', () => {
  expect(rows(harbour).find(({ id }) => id === '180gktzjzt')?.speaker?.role).toBe('Harbour Master, the Harbour');
});

test('every page has the Content-Security-Policy, and no inline script or style', () => {
  for (const folder of [site, harbour]) {
    for (const page of pages(folder)) {
      const html = read(folder, page);
      expect(html, page).toMatch(
        /<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self'/,
      );
      expect(unquoted(html), page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
    }
  }
});

test('drafts, withheld words and markup in titles do not appear in any file', () => {
  for (const path of readdirSync(harbour, { recursive: true, encoding: 'utf8' })) {
    if (!statSync(join(harbour, path)).isFile() || path.startsWith('pagefind')) continue;
    const text = read(harbour, path);
    for (const secret of ['secretdraftword', 'withheldword']) expect(text, path).not.toContain(secret);
    if (/\.(html|xml)$/.test(path)) expect(unquoted(text), path).not.toMatch(/<script>alert|alert\(2\)/);
  }
  expect(read(harbour, 's/n7er69d4na/index.html')).toContain('A court ordered it.');
});

test('every address of the ledger has a page', () => {
  for (const name of ['2023.txt', 'speakers.txt']) {
    for (const address of readFileSync(join('content/ledger', name), 'utf8').trim().split('\n')) {
      expect(statSync(join(site, address, 'index.html')).isFile()).toBe(true);
    }
  }
});

test('the article says what is not recorded, and explains its relative dates without changing a word', () => {
  const html = read(site, `${ARTICLE}/index.html`);
  expect(html).toContain('[Lavrov on Western policy in Armenia]');
  expect(html).toContain('Author not recorded');
  for (const when of [
    '2023-05-17" title="17 May 2023">Wednesday',
    '2022-09" title="September 2022">last September',
    'title="autumn 2022">last fall',
  ]) {
    expect(html).toContain(when);
  }
  const seed = readFileSync('tests/fixtures/000_5a9290dd0f7dfd2b.txt', 'utf8')
    .replace(/^ date 2023-05-17 /, '')
    .trim();
  expect(read(site, `${ARTICLE}/index.txt`)).toBe(seed);
});

test('feeds, sitemap and robots.txt contain absolute addresses, escaped', () => {
  expect(read(harbour, 'feed.xml')).toContain('<title>Pier &#x3C;/script>');
  expect(JSON.parse(read(harbour, 'feed.json'))).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    items: { length: 3 },
  });
  expect(read(harbour, 'sitemap-1998.xml')).toContain('<loc>https://harbour.example/news/1998/03/02/pier-vote/</loc>');
  expect(read(site, 'robots.txt')).toContain('Sitemap: https://verbatim.example/sitemap.xml');
});

test('pictures in a body are shown with their captions', () => {
  const html = read(harbour, '1998/03/02/pier-vote/index.html');
  expect(html).toContain(
    '<figure><img src="/news/1998/03/02/pier-vote/pier.png" alt="The pier" width="60" height="40"',
  );
  expect(html).toContain('<figcaption>The pier at &#x3C;low> tide</figcaption>');
});
