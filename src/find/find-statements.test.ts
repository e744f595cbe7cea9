import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText, overlaps, type Span } from '../text/canonical-text.ts';
import { parseBody } from '../text/markdown.ts';
import type { Day } from '../base/day.ts';
import { findStatements } from './find-statements.ts';
import { findSaidDate } from './said-date.ts';

const slice = (text: string, span: Span | null): string | null => span && text.slice(span.start, span.end);
const words = (text: string): string[] => findStatements(text).map((statement) => statement.text);
/** What was found, as a reader would check it: the words, who says them, and the word that attributes them. */
const told = (text: string): (string | null)[][] =>
  findStatements(text).map(({ text: quoted, source, cue, who }) => [
    quoted,
    slice(text, source),
    slice(text, cue),
    who?.name ?? null,
  ]);

test('reported words around the attribution are two spans, as of a quotation', () => {
  const text = 'The tide, Ada Quill told the council, had turned before the harbour gates opened.';
  expect(findStatements(text).map(({ spans }) => spans.map((span) => slice(text, span)))).toEqual([
    ['The tide', 'had turned before the harbour gates opened'],
  ]);
});

describe('the first article', () => {
  const text = readFileSync('tests/fixtures/000_5a9290dd0f7dfd2b.txt', 'utf8').replace(/^ date \S+ /, '');
  const found = findStatements(text);
  const quoted = found.filter(({ type }) => type !== 'reported');

  test('has eight quotations, each with the words that name who speaks', () => {
    expect(quoted.map(({ text: said, source }) => [said.slice(0, 24), slice(text, source)])).toEqual([
      ['We have information that', 'he'],
      ['blatant provocation', 'Lavrov'],
      ['undisguised attempts by ', 'Lavrov'],
      ['absurd', 'The Russian Foreign Ministry'],
      ['squeeze Russia out of th', 'The Russian Foreign Ministry'],
      ['If Yerevan had confirmed', 'he'],
      ['Azerbaijani aggression', 'Pashinian’s government'],
      ['military-technical assis', 'It'],
    ]);
  });

  test('at least five of them are sure, and "he" is resolved before his name appears', () => {
    const sure = quoted.filter(({ isSure }) => isSure);
    expect(sure.length).toBeGreaterThanOrEqual(5);
    expect(sure.map(({ who }) => who?.name)).toEqual(
      sure.map(({ source }) =>
        slice(text, source) === 'The Russian Foreign Ministry' ? 'Russian Foreign Ministry' : 'Lavrov',
      ),
    );
  });

  test('statements reported without quotation marks are found if they are clear', () => {
    expect(found.filter(({ type }) => type === 'reported').map(({ text: said }) => said)).toEqual([
      'they may be putting Armenia’s security and territorial integrity at greater risk',
    ]);
  });

  test('dates come only from the sentence', () => {
    const dated = quoted.map((statement) => findSaidDate(text, statement, '2023-05-17' as Day));
    expect(dated.map((date) => date && `${date.said} ${date.saidBasis}`)).toEqual([
      '2023-05-17 broadcast',
      null,
      '2023-03 text',
      null,
      '2023-02 text',
      null,
      null,
      null,
    ]);
  });
});

describe('quotation marks of many languages', () => {
  test.each([
    '“The tide is in,” Ada Quill said.',
    '"The tide is in," Ada Quill said.',
    '”The tide is in,” Ada Quill said.',
    '“The tide is in,“ Ada Quill said.',
    '« The tide is in, » Ada Quill said.',
    '«The tide is in,» Ada Quill said.',
    '»The tide is in,« Ada Quill said.',
    '„The tide is in,“ Ada Quill said.',
    '‘The tide is in,’ Ada Quill said.',
    "'The tide is in,' Ada Quill said.",
    "''The tide is in,'' Ada Quill said.",
    '‹The tide is in,› Ada Quill said.',
    '“The tide is in, Ada Quill said.',
  ])('%s', (text) => {
    expect(told(text)).toEqual([['The tide is in,', 'Ada Quill', 'said', 'Ada Quill']]);
  });

  test.each([
    ['“The tide, ‘such as it is’, is in,” Quill said.', ['The tide, ‘such as it is’, is in,']],
    ["‘It isn’t the mole's fault,’ Quill said.", ["It isn’t the mole's fault,"]],
    ['The mole is 6" wide. "It is wide," Quill said.', ['It is wide,']],
    ['“The mole is 5’ 10" long,” Quill said.', ['The mole is 5’ 10" long,']],
    ['“The tide is in,” Quill said. “It will turn.”', ['The tide is in, It will turn.']],
    ['“The tide is in.\n\n“It will turn,” Quill said.', ['The tide is in. It will turn,']],
    ['“The tide is in,” Quill said, adding: “It will turn.”', ['The tide is in,', 'It will turn.']],
    ['QUILL: The tide is in.\n\nTERN: It will turn.', ['The tide is in.', 'It will turn.']],
    ['“The tide is in, and it will turn before long.” — Ada Quill', ['The tide is in, and it will turn before long.']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('a line of a transcript is said by the speaker in its label', () => {
    const text = 'Ada Quill met Ben Tern.\n\nQUILL: The tide is in.\n\nTERN: It will turn.';
    expect(told(text).map(([, source, , name]) => [source, name])).toEqual([
      ['QUILL', 'Ada Quill'],
      ['TERN', 'Ben Tern'],
    ]);
  });

  test('a block quotation is said by the speaker whom the paragraph before it names', () => {
    const text = 'Ada Quill wrote in a letter:\n\nThe tide is in and the mole is wet.\n\nThe ferry left.';
    const start = text.indexOf('The tide');
    expect(
      findStatements(text, { blocks: [{ start, end: start + 10 }], questions: [] }).map(({ text: said, source }) => [
        said,
        slice(text, source),
      ]),
    ).toEqual([['The tide is in and the mole is wet.', 'Ada Quill']]);
  });

  test.each([
    'The ferry “Northern Light of the Sea” left at noon.',
    'She played in “The Long Way Down to the Sea” last year.',
    'Quill declined to comment.',
    'Quill offered to resign.',
  ])('no statement: %s', (text) => {
    expect(words(text)).toEqual([]);
  });
});

describe('layouts of quotations', () => {
  test.each([
    ['“The mole is wet,’’ Ada Quill said. “It will dry.”', ['The mole is wet, It will dry.']],
    ['Ada Quill accused the board of"wasting another good winter". Nobody spoke.', ['wasting another good winter']],
    [
      '"The mole is wet," Quill told reporters." It will dry by noon, and then we sail."',
      ['The mole is wet, It will dry by noon, and then we sail.'],
    ],
    ['“The mole is wet.” Quill said after the meeting. “It will dry.”', ['The mole is wet. It will dry.']],
    ['“The mole is wet and will stay wet” – Ada Quill', ['The mole is wet and will stay wet']],
    ['- Ada Quill said the mole was “a wreck beyond repair” [Kell Herald]', ['a wreck beyond repair']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test.each([
    'They joined the so-called “long and winding march,” Ada Quill said.',
    'The bill seeks to protect “kept animals” in the harbour.',
    'Ada Quill said that a “skinny” deal would do.',
    'She called it by a proverb, “Still Waters Run Deep.” Nobody laughed.',
  ])('terms, titles and proverbs are no statements: %s', (text) => {
    expect(findStatements(text).filter(({ type }) => type !== 'reported')).toEqual([]);
  });

  const answers = (text: string, questions: string[] = []): (string | null)[][] => {
    const spans = questions.map((question) => ({
      start: text.indexOf(question),
      end: text.indexOf(question) + question.length,
    }));
    return findStatements(text, { blocks: [], questions: spans }).map(({ text: said, who }) => [
      said,
      who?.name ?? null,
    ]);
  };
  const interview = 'Ada Quill, the mayor, spoke to us in Kell.';

  test('the answers of an interview are said by the person asked, and its questions by nobody', () => {
    const labelled = `${interview}\n\nQ: Is the mole safe?\n\nA: It will not stand another winter.\n\nQ: And then?\n\nA: We build.`;
    expect(answers(labelled)).toEqual([
      ['It will not stand another winter.', 'Ada Quill'],
      ['We build.', 'Ada Quill'],
    ]);
    const bold = `${interview}\n\nIs the mole safe?\n\nIt will not stand another winter.\n\nAnd then?\n\nWe build.`;
    expect(answers(bold, ['Is the mole safe?', 'And then?'])).toEqual(answers(labelled));
    expect(findStatements(labelled).every(({ isSpeakerSure }) => !isSpeakerSure)).toBe(true);
  });

  test('a pull quote is not a statement of its own', () => {
    const text = '“The mole will not stand another winter,” Ada Quill said.\n\nThe mole will not stand another winter';
    const start = text.lastIndexOf('The mole');
    expect(findStatements(text, { blocks: [{ start, end: text.length }], questions: [] })).toHaveLength(1);
  });
});

describe('plain sentences in other languages are attributed', () => {
  test.each([
    ['„Die Mole wird keinen Winter mehr überstehen“, sagte Ada Quill am Montag.', 'Ada Quill'],
    ['Ada Quill sagte: „Die Mole wird keinen Winter mehr überstehen.“', 'Ada Quill'],
    ['«Мол не переживёт ещё одну зиму», — сказал Бен Терн.', 'Бен Терн'],
    ['«Мол не переживёт ещё одну зиму», — заявила мэр Ада Квилл журналистам.', 'Ада Квилл'],
    ['Бен Терн заявил: «Мол не переживёт ещё одну зиму».', 'Бен Терн'],
    ['«Կամուրջը չի դիմանա ևս մեկ ձմեռ»,- ասաց Արամ Տերյանը։', 'Արամ Տերյան'],
    ['Արամ Տերյանն ասաց. «Կամուրջը չի դիմանա ևս մեկ ձմեռ»։', 'Արամ Տերյան'],
  ])('%s', (text, name) => {
    expect(told(text).map(([, , , resolved]) => resolved)).toEqual([name]);
  });
});

describe('who speaks', () => {
  test.each([
    [
      'Ada Quill, the mayor, told the council that the mole was “a wreck beyond repair.”',
      'Ada Quill, the mayor',
      'Ada Quill',
    ],
    [
      '“The mole is a wreck,” said Ada Quill, who chairs the council.',
      'Ada Quill, who chairs the council',
      'Ada Quill',
    ],
    ['According to Ada Quill, the mole is “a wreck beyond repair.”', 'Ada Quill', 'Ada Quill'],
    ['Ada Quill rose and called the mole “a wreck beyond repair.”', 'Ada Quill', 'Ada Quill'],
    ['“The mole is a wreck,” a spokesman for the harbour said.', 'a spokesman for the harbour', null],
    ['Ada Quill met Ben Tern. “The mole is a wreck,” she said.', 'she', 'Ada Quill'],
    ['“The mole is a wreck,” she said.\n\nAda Quill has been mayor for a year.', 'she', 'Ada Quill'],
    ['HARBOUR TOWN, May 3 (HN) — Ada Quill said the mole was “a wreck beyond repair.”', 'Ada Quill', 'Ada Quill'],
  ])('%s', (text, source, name) => {
    expect(told(text).map(([, named, , resolved]) => [named, resolved])).toEqual([[source, name]]);
  });

  test('two people with the same surname stay apart', () => {
    const text =
      'Ada Quill met Ben Quill.\n\n“The mole is a wreck,” Ben Quill said.\n\n“It is not a wreck,” Quill said.';
    expect(told(text).map(([, , , name]) => name)).toEqual(['Ben Quill', 'Quill']);
  });
});

const PIECES = fc.constantFrom(
  ...['“', '”', '"', '«', '»', '„', "'", '’', '‘', '‹', '›', '—', ',', '.', '?', ':', '(', ')', '\n', '\n\n', ' '],
  ...[
    'Ada Quill',
    'he',
    'she',
    'said',
    'told',
    'according to',
    'The tide',
    'is',
    'in',
    'QUILL:',
    '6',
    'and',
    'that',
    'Q:',
    '🌊',
    'я',
  ],
);

/** Whatever the text, everything that is found is part of it. */
function expectSound(text: string): void {
  const found = findStatements(text);
  const spans = found.flatMap((statement) => statement.spans);
  for (const { start, end } of [
    ...spans,
    ...found.flatMap(({ source, cue }) => [source, cue].filter((span) => span !== null)),
  ]) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
  for (const statement of found) {
    expect(statement.text).toBe(statement.spans.map((span) => slice(text, span)).join(' '));
    expect(statement.text.trim()).not.toBe('');
  }
  const inOrder = spans.toSorted((a, b) => a.start - b.start);
  inOrder.slice(1).forEach((span, index) => {
    expect(overlaps(span, inOrder[index] ?? { start: 0, end: 0 })).toBe(false);
  });
}

test('on any text: no errors, no overlaps, every span within the text and equal to the words shown', () => {
  fc.assert(
    fc.property(fc.array(PIECES, { maxLength: 60 }), (pieces) => {
      expectSound(pieces.join(' '));
    }),
    { numRuns: 400 },
  );
  fc.assert(
    fc.property(fc.array(PIECES, { maxLength: 60 }), (pieces) => {
      expectSound(pieces.join(''));
    }),
    { numRuns: 400 },
  );
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), expectSound), { numRuns: 200 });
});

const SENTENCES = [
  'Ada Quill, the mayor, said the mole was {“a wreck beyond repair”} on Monday.',
  '{“The tide is in,”} she told the council. {“It will turn.”}',
  'Ben Tern called it {“the worst of all moles we know.”}',
  'According to Tern, the ferry {“will not sail again this year.”}',
];

test('straight and curly marks have the same results', () => {
  const text = SENTENCES.join('\n\n').replace(/[{}]/g, '');
  const straight = text.replace(/[“”]/g, '"');
  expect(told(straight)).toEqual(told(text));
  expect(told(text)).toHaveLength(4);
});

test('an article with markup has the same results as its plain text', () => {
  const plain = SENTENCES.join('\n\n').replace(/[{}]/g, '');
  const marked = SENTENCES.map((sentence, index) => {
    const quoted = [/\{“(\S+) /g, /\{“(\S+) (\S+)/g][index % 2] ?? /x/;
    return sentence
      .replace(quoted, index % 2 ? '“*$1* [$2](https://harbour.example)' : '“**$1**  \n')
      .replace(/[{}]/g, '');
  }).join('\n\n');
  const { text } = canonicalText(parseBody(marked));
  expect(marked).not.toBe(plain);
  expect(told(text)).toEqual(told(plain));
});
