import type { SpeakerId } from '../base/ids.ts';
import { expect, test } from 'vitest';
import type { Day } from '../base/day.ts';
import { type GivenName, identifyRole, identifySpeaker, type KnownSpeaker, KnownSpeakers } from './identify.ts';

const speaker = (id: string, name: string, more: Partial<KnownSpeaker> = {}): KnownSpeaker => ({
  id: id as SpeakerId,
  name,
  kind: 'person',
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
  speaker('harbour-union', 'Harbour Union', { kind: 'organisation', otherNames: ['the Union'] }),
  speaker('nikol-pashian', 'Nikol Pashian'),
  speaker('russian-foreign-ministry', 'Russian Foreign Ministry', { kind: 'organisation' }),
];
const on = (name: string, more: Partial<GivenName> = {}) =>
  identifySpeaker({ name, kind: 'person', role: null, ...more }, new KnownSpeakers(known));
const inRole = (description: string, day = '2023-05-17') =>
  identifyRole(description, new KnownSpeakers(known), day as Day);

test.each([
  ['Ada Quill', 'ada-quill', 'name'],
  ['ada quill', 'ada-quill', 'name'],
  ['Mayor Quill', 'ada-quill', 'name'],
  ['The Harbour Union', 'harbour-union', 'name'],
  ['the Union', 'harbour-union', 'name'],
  ['Lund', 'cora-lund', 'surname'],
  ['Cora B. Lund', 'cora-lund', 'other form'],
])('"%s" is %s, by %s', (name, id, by) => {
  expect(on(name)).toEqual({ kind: 'known', id, by });
});

test('a surname that two people share stays open', () => {
  expect(on('Quill')).toEqual({ kind: 'open', among: ['ada-quill', 'ben-quill'] });
});

test.each(['C. Lund', 'Nikol Pashyan'])('"%s", which may be another spelling, is left open', (name) => {
  expect(on(name)).toMatchObject({ kind: 'open' });
});

test.each(['Russia’s foreign ministry', 'Ministry of Foreign Affairs of Russia', 'Foreign Ministry of Russia'])(
  '"%s" is another form of the Russian Foreign Ministry',
  (name) => {
    expect(on(name, { kind: 'organisation' })).toEqual({
      kind: 'known',
      id: 'russian-foreign-ministry',
      by: 'other form',
    });
  },
);

test('another ministry, or that of another country, is another body', () => {
  for (const name of ['Russian Defence Ministry', 'Ukrainian Foreign Ministry'])
    expect(on(name, { kind: 'organisation' })).toMatchObject({ kind: 'new' });
});

test('one name in another role is not certain, and one of another gender stays open', () => {
  expect(on('Ada Quill', { role: 'Foreign Minister of Harbouria' })).toMatchObject({ by: 'name' });
  expect(on('Ada Quill', { role: 'goalkeeper' })).toMatchObject({ by: 'name in another role' });
  const speakers = new KnownSpeakers([speaker('sam-tern', 'Sam Tern', { roles: [{ title: 'spokesman' }] })]);
  const woman: GivenName = { name: 'Sam Tern', kind: 'person', role: 'spokeswoman' };
  expect(identifySpeaker(woman, speakers)).toEqual({ kind: 'open', among: ['sam-tern'] });
});

test('another person of a known surname is a new speaker', () => {
  expect(on('Dora Lund')).toEqual({ kind: 'new', id: 'dora-lund', name: 'Dora Lund' });
});

test('a body that nobody knows is a new speaker', () => {
  const body = on('The Harbour Police', { kind: 'organisation' });
  expect(body).toEqual({ kind: 'new', id: 'harbour-police', name: 'Harbour Police' });
});

test('a role means whoever held it on the day', () => {
  const minister = 'the Harbourian foreign minister';
  expect(inRole(minister)).toEqual({ kind: 'known', id: 'ada-quill', by: 'role' });
  expect(inRole(minister, '2018-05-17')).toEqual({ kind: 'nobody' });
  expect(inRole('the former Harbourian foreign minister')).toEqual({ kind: 'nobody' });
});

test.each(['It', 'they', 'a spokesman for the harbour', 'Critics'])(
  '"%s", which is not a name, makes no speaker',
  (words) => {
    expect(inRole(words)).toEqual({ kind: 'nobody' });
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
    expect(identifySpeaker({ name: `Guest${letters(index)}`, kind: 'person', role: null }, speakers)).toMatchObject({
      kind: 'known',
      id: `guest-${index}`,
    });
  expect(looks).toBeLessThan(1000);
});
