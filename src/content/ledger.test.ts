import type { SpeakerId } from '../base/ids.ts';
import { articleAddress, speakerAddress } from '../text/address.ts';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Day } from '../base/day.ts';
import { archiveAddresses, checkLedger, extendedLedger, readLedger } from './ledger.ts';
import type { Article, Speaker } from './types.ts';

/** More than a function takes as its arguments. */
const MANY = 300_000;

test('an archive of any size has its addresses, and each that is lost is told', () => {
  const speakers = Array.from({ length: MANY }, (_, index): Speaker => {
    const id = `speaker-${index}` as SpeakerId;
    return {
      id,
      file: `${id}.yaml`,
      name: id,
      kind: 'person',
      otherNames: [],
      roles: [],
      sameAs: [],
      formerly: [],
      madeBy: 'editor',
    };
  });
  expect(archiveAddresses([], speakers).get('speakers.txt')).toHaveLength(MANY);
  const ledger = new Map(speakers.map(({ id }, line) => [speakerAddress(id), { file: 'speakers.txt', line }]));
  expect(checkLedger(ledger, [], [], [])).toHaveLength(MANY);
});

test('the articles of a year are gathered without going through the list again for each of them', () => {
  let reads = 0;
  const articles = Array.from({ length: 2000 }, (_, index) => {
    const address = articleAddress('2024-01-01' as Day, `news-${index}`);
    const article = { day: '2024-01-01', isDraft: false, statements: [], gone: [] };
    return Object.defineProperty(article, 'address', {
      get: () => {
        reads++;
        return address;
      },
    }) as unknown as Article;
  });
  const addresses = archiveAddresses(articles, []).get('2024.txt');
  expect(addresses).toHaveLength(articles.length);
  expect(reads).toBe(articles.length);
});

describe('a ledger on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-ledger-'));
  mkdirSync(join(folder, 'ledger'));
  const path = join(folder, 'ledger/2024.txt');

  test('is read line by line, and a line that is not an address is told of with its place', () => {
    writeFileSync(path, '/2024/01/01/news/\n\nnonsense\n/s/0123456789/');
    const { ledger, problems } = readLedger(folder);
    expect([...ledger.keys()]).toEqual(['/2024/01/01/news/', '/s/0123456789/']);
    expect(problems).toMatchObject([{ line: 3, message: expect.stringContaining('`nonsense`') as string }]);
  });

  test('is only ever appended to, also if its last line has no end', () => {
    const before = '/2024/01/01/news/\n/s/0123456789/';
    writeFileSync(path, before);
    const more = new Map([['2024.txt', [articleAddress('2024-02-01' as Day, 'more')]]]);
    expect(extendedLedger(folder, more).get('2024.txt')).toBe(`${before}\n/2024/02/01/more/\n`);
    expect(extendedLedger(folder, new Map()).get('2024.txt')).toBe(before);
  });
});
