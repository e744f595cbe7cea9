import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StatementRow } from '../src/content/rows/statement-row.ts';
import type { IndexedRow } from '../src/search/index/build-part.ts';
import { type BuiltIndex, buildStatements } from '../src/search/index/build-statements.ts';
import { openSearch, queryOf, readSearch, type StatementSearch, understood } from '../src/search/query/index.ts';
import { formsOf } from '../src/text/words.ts';
import { inventedRows } from '../bench/search/corpus.ts';
import { fromDisk } from '../bench/search/disk.ts';

/** Statements for an index in two parts, of which the newest has some hundreds. */
const COUNT = 21_400;
const AN_ARTICLE = 9;

const folder = mkdtempSync(join(tmpdir(), 'verbatim-large-'));
const newRole = 'Envoy to the Lowlands';
const rows = Array.from(inventedRows(COUNT), inventNews);
let built: BuiltIndex;
let search: StatementSearch;

beforeAll(async () => {
  built = await buildStatements({ count: COUNT, rows: rows.map(indexed) }, folder);
  search = await openSearch(fromDisk(folder), built.entry);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('has the newest statements in a part of their own', () => {
  expect(built.parts.map(({ statements }) => statements)).toEqual([20_992, 408]);
});

const has = (form: string) => (row: StatementRow) => formsOf(row.text).includes(form);
const SAID = ['zelkova', 'yttrium', 'quorum'];

/** Queries with what they must find. */
const QUERIES: [query: string, finds: (row: StatementRow) => boolean][] = [
  ...SAID.map((word): (typeof QUERIES)[number] => [word, has(word)]),
  ['zelkova yttrium', (row) => has('zelkova')(row) && has('yttrium')(row)],
  ['"zelkova yttrium"', ({ text }) => /zelkova yttrium/i.test(text)],
  ['zelkova -yttrium', (row) => has('zelkova')(row) && !has('yttrium')(row)],
  ['zelkova speaker:nell-anthem', (row) => has('zelkova')(row) && row.speaker?.id === 'nell-anthem'],
  ['zelkova type:reported', (row) => has('zelkova')(row) && row.type === 'reported'],
  ['speaker:nell-anthem', ({ speaker }) => speaker?.id === 'nell-anthem'],
  [`year:${rows.at(-1)?.published.slice(0, 4)}`, ({ published }) => published.slice(0, 4) === year(rows.at(-1))],
  ['zelkova OR quorum', (row) => has('zelkova')(row) || has('quorum')(row)],
];

test.each(QUERIES)('finds in both parts what a scan of all statements finds: %s', async (text, finds) => {
  const expected = rows.filter(finds);
  const results = await search.search((await understood(queryOf({ ...readSearch('order=newest'), text }))).query);
  const [hits, counted, facets] = await Promise.all([results.load(0, COUNT), results.count(), results.facets()]);
  expect(expected.length).toBeGreaterThan(0);
  expect(hits.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
  expect(counted.total).toBe(expected.length);
  expect([...counted.years].filter(([, count]) => count > 0)).toEqual(countBy(expected, (row) => Number(year(row))));
  expect([...facets.types].sort()).toEqual(countBy(expected, ({ type }) => type).sort());
  const most = Math.max(...countBy(expected, ({ speaker }) => speaker?.id ?? '').map(([id, n]) => (id ? n : 0)));
  expect(facets.speakers[0]?.count).toBe(most);
  for (const { id, count } of facets.speakers) {
    expect(count).toBe(expected.filter(({ speaker }) => speaker?.id === id).length);
  }
});

test('leads to a speaker with all their statements, by the name and by the role that is theirs now', async () => {
  const count = rows.filter(({ speaker }) => speaker?.id === 'nell-anthem').length;
  for (const text of ['nell anthem', 'lowlands envoy']) {
    const { leads } = await search.search(queryOf({ ...readSearch(''), text }));
    expect(leads).toContainEqual({ kind: 'speaker', id: 'nell-anthem', name: 'Nell Anthem', role: newRole, count });
  }
});

test('corrects a word that only a new statement has', async () => {
  const { repairs } = await search.search(queryOf({ ...readSearch(''), text: 'quorun' }));
  expect(repairs).toEqual([{ asked: 'quorun', used: 'quorum' }]);
});

test('an article that is added changes at most 30 files, and the older part is kept as if it were built again', async () => {
  const out = mkdtempSync(join(tmpdir(), 'verbatim-large-'));
  const before = await buildStatements(
    { count: COUNT - AN_ARTICLE, rows: rows.slice(0, -AN_ARTICLE).map(indexed) },
    out,
  );
  const files = new Set(readdirSync(out));
  const [older] = before.parts;
  const newest = rows.slice(older?.statements);
  const after = await buildStatements({ count: COUNT, rows: newest.map(indexed) }, out, {
    older: JSON.parse(JSON.stringify(older)) as NonNullable<typeof older>,
  });
  expect(after.entry).toBe(built.entry);
  const added = readdirSync(out).filter((file) => !files.has(file));
  expect(added.length).toBeGreaterThan(0);
  expect(added.length).toBeLessThanOrEqual(30);
  rmSync(out, { recursive: true });
});

/** Gives some statements words and a speaker of their own: of both parts, or of the newest alone. */
function inventNews(row: StatementRow, place: number): StatementRow {
  const isNewest = place >= 20_992;
  const words = [
    place % 97 === 0 && 'Zelkova',
    place % 194 === 0 && 'yttrium',
    place % 101 === 0 && 'yttrium grows',
    isNewest && place % 50 === 0 && 'quorum',
  ].filter(Boolean);
  const text = words.length > 0 ? `${words.join(' ')} ${row.text}` : row.text;
  if (place % 291 !== 0) return { ...row, text };
  const role = isNewest ? newRole : 'Warden of the Mill';
  const nell = { id: 'nell-anthem', name: 'Nell Anthem', described: null, kind: 'person', role };
  return { ...row, text, speaker: nell as StatementRow['speaker'] };
}

function indexed(row: StatementRow): IndexedRow {
  return { row, line: JSON.stringify(row) };
}

function year(row: StatementRow | undefined): string {
  return String(row?.published.slice(0, 4));
}

/** How many rows there are of each kind, in the order in which the kinds appear. */
function countBy<Kind>(of: readonly StatementRow[], kindOf: (row: StatementRow) => Kind): [Kind, number][] {
  const counts = new Map<Kind, number>();
  for (const row of of) counts.set(kindOf(row), (counts.get(kindOf(row)) ?? 0) + 1);
  return [...counts];
}
