import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { linkUtterances, storeUtterances, UTTERANCE_SCHEMA, type Utterance as Stored } from './utterances.ts';

type Utterance = Omit<Stored, 'id'>;

interface Pair {
  a: Omit<Utterance, 'article'>;
  b: Omit<Utterance, 'article'>;
  same: boolean;
  why: string;
}

/** Links utterances that come one part after the other; returns the pairs as indices, each once and in order. */
function sameStatements(
  utterances: readonly Utterance[],
  onCompared?: () => void,
  parts: readonly (readonly number[])[] = [[...utterances.keys()]],
): [number, number][] {
  const connection = new DatabaseSync(':memory:');
  connection.exec(UTTERANCE_SCHEMA);
  const sql = connection.createTagStore();
  for (const part of parts) {
    for (const index of part) {
      const utterance = utterances[index];
      if (utterance) storeUtterances(sql, `path-${index}`, [{ id: String(index), ...utterance }]);
    }
    linkUtterances(sql, onCompared);
  }
  const links = sql.all`SELECT statement, other FROM link`.map(({ statement, other }): [number, number] => [
    Number(statement),
    Number(other),
  ]);
  connection.close();
  return links.filter(([a, b]) => a < b).sort(([a, b], [c, d]) => a - c || b - d);
}

const pairs = parse(readFileSync('tests/fixtures/same-statements.yaml', 'utf8')) as Pair[];

const isFound = ({ a, b }: Pair): boolean =>
  sameStatements([
    { ...a, article: '/one/' },
    { ...b, article: '/other/' },
  ]).length === 1;

test('the labelled set has at least 200 pairs, of both kinds', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(200);
  expect(pairs.filter(({ same }) => same).length).toBeGreaterThanOrEqual(100);
  expect(pairs.filter(({ same }) => !same).length).toBeGreaterThanOrEqual(100);
});

test('99 % of the linked pairs are the same statement, and 95 % of the same statements are linked', () => {
  const linked = pairs.filter(isFound);
  const right = linked.filter(({ same }) => same).length;
  const precision = right / linked.length;
  const recall = right / pairs.filter(({ same }) => same).length;
  console.log(
    `also quoted in: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} of ${pairs.length} pairs`,
  );
  expect(precision).toBeGreaterThanOrEqual(0.99);
  expect(recall).toBeGreaterThanOrEqual(0.95);
});

test('all labelled statements in one archive produce the same pairs as each pair on its own', () => {
  const all = pairs.flatMap(({ a, b }, index): Utterance[] => [
    { ...a, article: `/${index}/one/` },
    { ...b, article: `/${index}/other/` },
  ]);
  const together = new Set(sameStatements(all).map(([first, second]) => `${first} ${second}`));
  for (const [index, pair] of pairs.entries()) {
    expect(together.has(`${2 * index} ${2 * index + 1}`), pair.why).toBe(isFound(pair));
  }
});

test('statements that come one after the other, in any order, are linked as if they came together', () => {
  const all = pairs.slice(0, 60).flatMap(({ a, b }, index): Utterance[] => [
    { ...a, article: `/${index}/one/` },
    { ...b, article: `/${index}/other/` },
  ]);
  const indices = [...all.keys()];
  const together = sameStatements(all);
  for (const order of [indices, indices.toReversed()])
    expect(
      sameStatements(
        all,
        undefined,
        order.map((index) => [index]),
      ),
    ).toEqual(together);
});

test('two statements of one article are never the same', () => {
  const text = 'Every lamp on the quay will burn tonight, whatever it costs.';
  const one = { text, speaker: 'ada-quill', day: '2019-03-04', article: '/one/' };
  expect(sameStatements([one, one])).toEqual([]);
});

test.each([
  ['a few words', 'We have no comment on that.'],
  ['many words', 'We do not comment on any of the cases that are before the court today.'],
])('for a common formula of %s, the number of comparisons grows no faster than its repetitions', (_, text) => {
  const comparisons = (count: number): number => {
    let compared = 0;
    const utterances = Array.from({ length: count }, (__, index): Utterance => {
      const day = new Date(Date.UTC(2010, 0, 1 + index)).toISOString().slice(0, 10);
      return { text, speaker: index % 3 === 0 ? null : `speaker-${index}`, article: `/${index}/`, day };
    });
    sameStatements(utterances, () => compared++);
    return compared;
  };
  const few = comparisons(1000);
  expect(comparisons(4000)).toBeLessThanOrEqual(4.5 * few + 10);
});
