import { describe, expect, test } from 'vitest';
import { compareSpeaker } from './compare-speaker.ts';
import { compareWords } from './compare-words.ts';
import { readQuotations } from './read-quotations.ts';
import { oneSpelling } from './spelling-variants.ts';

describe('two spellings of a word are the same', () => {
  test.each([
    ["it's", 'its'],
    ['travelling', 'traveling'],
    ['labour', 'labor'],
    ['neighbourhoods', 'neighborhoods'],
    ['organisation', 'organization'],
    ['analyse', 'analyze'],
    ['centre', 'center'],
    ['defence', 'defense'],
    ['dialogue', 'dialog'],
    ['judgement', 'judgment'],
    ['grey', 'gray'],
    ['fulfil', 'fulfill'],
    ['adviser', 'advisor'],
    ['ten', '10'],
  ])('%s, %s', (one, other) => {
    expect(oneSpelling([one])).toBe(oneSpelling([other]));
  });

  test.each([
    ['four', 'for'],
    ['filled', 'filed'],
    ['calling', 'caling'],
    ['shoes', 'shes'],
    ['hour', 'hor'],
    ['there', 'theer'],
    ['better', 'beter'],
  ])('but not %s, %s', (one, other) => {
    expect(oneSpelling([one])).not.toBe(oneSpelling([other]));
  });

  test('and a word that names a property of every object is only a word', () => {
    expect(oneSpelling(['constructor'])).toBe('constructor');
  });

  test('written as one word or as two', () => {
    expect(
      compareWords(['a', 'wellknown', 'man'], ['a', 'well', 'known', 'man']).pieces.map(({ kind }) => kind),
    ).toEqual(['same', 'respelled', 'same']);
  });
});

describe('a name is compared with the archived speaker', () => {
  const marsh = { speaker: { id: 'elaine-marsh', name: 'Elaine R. Marsh', role: 'Mayor, Kell' } };
  test.each([
    ['Elaine Marsh', 'same'],
    ['Mayor Marsh', 'same'],
    ['E. Marsh', 'same'],
    ['Ms. Elaine R. Marsh', 'same'],
    ['Bo Marsh', 'alike'],
    ['Elaine Marsh Jr.', 'alike'],
    ['PM Marsh', 'same'],
    ['Oren Vask', 'other'],
    ['the Mayor', 'open'],
    ['', null],
  ])('%s: %s', (name, expected) => {
    expect(compareSpeaker(name, marsh)).toBe(expected);
  });

  test('short forms and initials of organisations count', () => {
    const joseph = { speaker: { id: 'joseph-kell', name: 'Joseph Kell', role: '' } };
    const board = { speaker: { id: 'kell-harbour-board', name: 'Kell Harbour Board', role: '' } };
    expect(compareSpeaker('Joe Kell', joseph)).toBe('same');
    expect(compareSpeaker('KHB', board)).toBe('same');
  });

  test('a speaker whom the archive does not name may be anybody', () => {
    expect(compareSpeaker('Oren Vask', { speaker: null })).toBe('open');
    expect(compareSpeaker('Oren Vask', { speaker: { id: '~a ferryman', name: 'a ferryman', role: '' } })).toBe('open');
  });
});

describe('what is pasted is read', () => {
  const read = async (text: string): Promise<string[][]> =>
    (await readQuotations(text)).quotations.map(({ words, name }) => [words, name]);

  test.each([
    ['The tide has turned', [['The tide has turned', '']]],
    ['“The tide has turned”', [['The tide has turned', '']]],
    ['«The tide has turned» — Ada Quill', [['The tide has turned', 'Ada Quill']]],
    ['»The tide has turned« – Ada Quill', [['The tide has turned', 'Ada Quill']]],
    ['„The tide has turned“', [['The tide has turned', '']]],
    ['The tide has turned – Ada Quill, harbour engineer', [['The tide has turned', 'Ada Quill']]],
    ['Ada Quill: “The tide has turned.”', [['The tide has turned.', 'Ada Quill']]],
    ['Ada Quill said the tide has turned', [['the tide has turned', 'Ada Quill']]],
    ['The tide has turned, said Ada Quill.', [['The tide has turned', 'Ada Quill']]],
    ['RT @kell: “The tide has turned” https://kell.example/1', [['The tide has turned', '']]],
    ['“The tide has turned” … “and the mole will hold”', [['The tide has turned … and the mole will hold', '']]],
    ['“No,” she said. “The mole will hold.”', [['No, … The mole will hold.', '']]],
    ['We call it a "deal" and we mean it', [['We call it a "deal" and we mean it', '']]],
    ['The tide has turned -- FAST!', [['The tide has turned -- FAST!', '']]],
  ])('%s', async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  test.each([
    ['@kell “The tide has turned” 🌊', [['The tide has turned', '']]],
    ['BREAKING: “The tide has turned”', [['The tide has turned', '']]],
    ['Today “The tide has turned” on us', [['The tide has turned', '']]],
    ['“The tide has turned” Ada Quill', [['The tide has turned', 'Ada Quill']]],
    ['He’ll be fine. “The tide has turned,” he said.', [['The tide has turned,', '']]],
    [
      'Quill: “the tide has turned” Vask: “the mole will never hold”',
      [
        ['the tide has turned', 'Quill'],
        ['the mole will never hold', 'Vask'],
      ],
    ],
    [
      'Quill was blunt: “The tide must turn by spring.” Vask was milder and said “That is my hope for us.”',
      [
        ['The tide must turn by spring.', 'Quill'],
        ['That is my hope for us.', ''],
      ],
    ],
  ])('with what surrounds it in a post: %s', async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  test('in prose, each passage is one, with its speaker', async () => {
    const prose =
      '“The tide has turned for us,” Ada Quill said. Oren Vask disagreed. “The mole will never hold,” Vask told the council.';
    expect(await read(prose)).toEqual([
      ['The tide has turned for us,', 'Ada Quill'],
      ['The mole will never hold,', 'Oren Vask'],
    ]);
  });
});
