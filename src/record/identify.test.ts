import type { SpeakerId } from '../base/ids.ts';
import { expect, test } from 'vitest';
import type { Day } from '../base/day.ts';
import { identifySpeaker, type KnownSpeaker, KnownSpeakers } from './identify.ts';

const speaker = (id: string, name: string, more: Partial<KnownSpeaker> = {}): KnownSpeaker => ({
  id: id as SpeakerId,
  name,
  otherNames: [],
  roles: [],
  ...more,
});
const known = [
  speaker('ada-quill', 'Ada Quill', {
    otherNames: ['Mayor Quill'],
    roles: [{ title: 'Foreign Minister', organisation: 'Harbouria', from: '2019', to: '2024' }],
  }),
  speaker('ben-quill', 'Ben Quill'),
  speaker('cora-lund', 'Cora Lund'),
  speaker('harbour-union', 'Harbour Union', { otherNames: ['the Union'] }),
];
const on = (name: string, isName = true, day = '2023-05-17') =>
  identifySpeaker(name, isName, new KnownSpeakers(known), day as Day);

test.each([
  ['Ada Quill', 'ada-quill', 'name'],
  ['ada quill', 'ada-quill', 'name'],
  ['Mayor Quill', 'ada-quill', 'name'],
  ['The Harbour Union', 'harbour-union', 'name'],
  ['the Union', 'harbour-union', 'name'],
  ['Lund', 'cora-lund', 'surname'],
  ['C. Lund', 'cora-lund', 'other form'],
])('"%s" is %s, by %s', (name, id, by) => {
  expect(on(name)).toEqual({ kind: 'known', id, by });
});

test('a surname that two people share stays open', () => {
  expect(on('Quill')).toEqual({ kind: 'open', among: ['ada-quill', 'ben-quill'] });
});

test('another person of a known surname is a new speaker', () => {
  expect(on('Dora Lund')).toEqual({ kind: 'new', id: 'dora-lund', name: 'Dora Lund', isPerson: true });
});

test('a body that nobody knows is a new speaker, and no person', () => {
  expect(on('The Harbour Police')).toEqual({
    kind: 'new',
    id: 'harbour-police',
    name: 'Harbour Police',
    isPerson: false,
  });
});

test('a role means whoever held it on the day', () => {
  const minister = 'the Harbourian foreign minister';
  expect(on(minister, false)).toEqual({ kind: 'known', id: 'ada-quill', by: 'role' });
  expect(on(minister, false, '2018-05-17')).toEqual({ kind: 'nobody' });
  expect(on('the former Harbourian foreign minister', false)).toEqual({ kind: 'nobody' });
});

test.each(['It', 'they', 'a spokesman for the harbour', 'Critics'])(
  '"%s", which is no name, makes no speaker',
  (words) => {
    expect(on(words, false)).toEqual({ kind: 'nobody' });
  },
);

test('a name is compared with those of its last name, not with every speaker', () => {
  const letters = (index: number): string =>
    index.toString(26).replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 26)));
  let looks = 0;
  const many = Array.from({ length: 2000 }, (_, index) =>
    Object.defineProperty(speaker(`guest-${index}`, ''), 'name', {
      get: () => {
        looks++;
        return `Ada Guest${letters(index)}`;
      },
    }),
  );
  const speakers = new KnownSpeakers(many);
  looks = 0;
  for (let index = 0; index < 100; index++)
    expect(identifySpeaker(`Guest${letters(index)}`, true, speakers, '2023-05-17' as Day)).toMatchObject({
      kind: 'known',
      id: `guest-${index}`,
    });
  expect(looks).toBeLessThan(1000);
});
