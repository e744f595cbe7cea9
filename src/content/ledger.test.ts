import type { SpeakerId } from '../base/ids.ts';
import { speakerAddress } from '../text/address.ts';
import { expect, test } from 'vitest';
import { archiveAddresses, checkLedger } from './ledger.ts';
import type { Speaker } from './types.ts';

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
