import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Day } from '../base/day.ts';
import { readYaml } from '../base/yaml.ts';
import type { Address } from '../text/address.ts';
import { checkFormer, followMoves, type FormerAddress, formerAddresses, type FormerFile } from './former.ts';

const a = (path: string): Address => path as Address;
const moved = (from: string, to: string): FormerAddress => ({ address: a(from), to: a(to), on: null });

describe('following an address', () => {
  test('leads over every move, and to itself if it never moved', () => {
    const follow = followMoves([moved('/a/', '/b/'), moved('/b/', '/c/')]);
    expect(follow(a('/a/'))).toBe('/c/');
    expect(follow(a('/c/'))).toBe('/c/');
    expect(follow(a('/other/'))).toBe('/other/');
  });

  test('ends if the moves go round in a circle', () => {
    const follow = followMoves([moved('/a/', '/b/'), moved('/b/', '/a/')]);
    expect(['/a/', '/b/']).toContain(follow(a('/a/')));
  });

  test('looks at the list of moves once, however many addresses are followed', () => {
    let looks = 0;
    const entries = Array.from({ length: 1000 }, (_, index) => moved(`/${index}/`, `/${index + 1}/`));
    const counted = entries.map((entry) => ({
      ...entry,
      get address() {
        looks++;
        return entry.address;
      },
    }));
    const follow = followMoves(counted);
    for (const { address } of entries) expect(follow(address)).toBe('/1000/');
    expect(looks).toBe(entries.length);
  });
});

describe('the file of former addresses', () => {
  const anything = z.custom<FormerFile>(() => true);
  const check = (yaml: string, live: string[], published: string[]): string[] => {
    const file = readYaml(`gone: []\n${yaml}`, anything, 'f');
    const former = formerAddresses(file.value, []);
    return checkFormer(file, former, new Set(live), new Set(published), 'f').map(
      ({ line, message }) => `${line}: ${message}`,
    );
  };

  test('may lead from a published address to one that the archive has', () => {
    expect(check('moved:\n  - {from: /a/, to: /b/, on: 2024-01-01}\n', ['/b/'], ['/a/'])).toEqual([]);
  });

  test.each([
    ['an address that was never published', 'moved:\n  - {from: /a/, to: /b/}\n', ['/b/'], [], 'was never an address'],
    ['one that is live again', 'moved:\n  - {from: /a/, to: /b/}\n', ['/a/', '/b/'], ['/a/'], 'again'],
    ['one that leads nowhere', 'moved:\n  - {from: /a/, to: /c/}\n', ['/b/'], ['/a/'], 'does not have'],
    ['one told twice', 'moved:\n  - {from: /a/, to: /b/}\n  - {from: /a/, to: /b/}\n', ['/b/'], ['/a/'], 'already'],
  ])('is told of with its line: %s', (_, yaml, live, published, message) => {
    const problems = check(yaml, live, published);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^\d+: /);
    expect(problems[0]).toContain(message);
  });

  test('gives back what is withheld without its words', () => {
    const gone = { address: a('/s/0/'), on: '2024-01-01' as Day, why: 'A court.', was: 'Words.' };
    const [open, hidden] = formerAddresses(
      {
        moved: [],
        gone: [
          { ...gone, withhold: false },
          { ...gone, withhold: true },
        ],
      },
      [],
    );
    expect(open).toMatchObject({ was: 'Words.', isWithheld: false });
    expect(hidden).toMatchObject({ was: null, isWithheld: true });
  });
});
