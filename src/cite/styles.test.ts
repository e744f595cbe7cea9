import { describe, expect, test } from 'vitest';
import type { Cited } from './cited.ts';
import { plainText } from './runs.ts';
import { STYLES } from './styles.ts';

const person = (name: string) => ({ name, kind: 'person' as const });

const article: Cited = {
  key: 'article-2016-04-01-lights',
  title: 'Lights on the water',
  isTitleSupplied: false,
  authors: [person('Bo Marsh')],
  outlet: 'The Wick',
  archive: 'Lantern Archive',
  published: '2016-04-01',
  language: 'en',
  address: 'https://lantern.example/2016/04/01/lights/',
  quotation: null,
};

const statement: Cited = {
  ...article,
  address: 'https://lantern.example/s/k83dwae9e7/?v=bqsvpgpf',
  quotation: {
    words: 'Every lamp counts',
    isQuoted: true,
    speaker: person('Ines van der Farrow'),
    role: 'Harbour Engineer',
    isSure: true,
    said: null,
    isTranslated: false,
  },
};

/** The reference and the mention of a style. */
function written(name: string, cited: Cited): [string, string] {
  const style = STYLES.find((one) => one.name === name);
  if (!style) throw new Error(name);
  return [plainText(style.reference(cited)), plainText(style.inText(cited))];
}

describe('APA, 7th edition', () => {
  test('a newspaper article: inverted name with initials, year before the title, no quotation marks', () => {
    expect(written('APA', article)).toEqual([
      'Marsh, B. (2016, April 1). Lights on the water. The Wick. https://lantern.example/2016/04/01/lights/',
      '(Marsh, 2016)',
    ]);
  });
  test('the newspaper is in italics or, if none is recorded, the title', () => {
    const [apa] = STYLES;
    expect(apa?.reference(article)).toContainEqual({ italic: 'The Wick' });
    expect(apa?.reference({ ...article, outlet: null })).toContainEqual({ italic: 'Lights on the water.' });
  });
  test('words quoted in an article are cited as in a secondary source', () => {
    expect(written('APA', statement)[1]).toBe('(van der Farrow, as cited in Marsh, 2016)');
  });
  test('two authors are joined by an ampersand; three or more are "et al." in the text', () => {
    const two = { ...article, authors: [person('Bo Marsh'), person('Anna-Maria van der Berg')] };
    expect(written('APA', two)).toEqual([
      'Marsh, B., & van der Berg, A.-M. (2016, April 1). Lights on the water. The Wick. https://lantern.example/2016/04/01/lights/',
      '(Marsh & van der Berg, 2016)',
    ]);
    expect(written('APA', { ...two, authors: [...two.authors, person('Ada Quill')] })[1]).toBe('(Marsh et al., 2016)');
  });
  test('with more than twenty authors, the nineteenth is followed by an ellipsis and the last', () => {
    const authors = Array.from({ length: 22 }, (_, index) => person(`Ada Quill${index + 1}`));
    const [reference] = written('APA', { ...article, authors });
    expect(reference).toContain('Quill19, A., . . . Quill22, A. (2016');
    expect(reference).not.toContain('Quill20');
  });
  test('without an author the title comes first; in the text it is in quotation marks', () => {
    expect(written('APA', { ...article, authors: [] })).toEqual([
      'Lights on the water. (2016, April 1). The Wick. https://lantern.example/2016/04/01/lights/',
      '(“Lights on the water,” 2016)',
    ]);
  });
  test('the title of a page of the site is in italics in the text too', () => {
    const [apa] = STYLES;
    const page = { ...article, authors: [], outlet: null };
    expect(apa?.inText(page)).toEqual(['(', { italic: 'Lights on the water' }, ', 2016', ')']);
  });
  test('a supplied title is in brackets, and the archive takes the place of a missing outlet', () => {
    const bare = { ...statement, authors: [], outlet: null, title: '[Lights on the water]', isTitleSupplied: true };
    expect(written('APA', bare)).toEqual([
      '[Lights on the water]. (2016, April 1). Lantern Archive. https://lantern.example/s/k83dwae9e7/?v=bqsvpgpf',
      '(van der Farrow, as cited in [Lights on the water], 2016)',
    ]);
  });
});

test('a long title is cut to its first words, and does not end with a small one', () => {
  const long = { ...article, authors: [], title: 'Lights on the water for the second year' };
  expect(written('MLA', long)[1]).toBe('(“Lights on the water”)');
  expect(written('APA', { ...long, title: `[${long.title}]`, isTitleSupplied: true })[1]).toBe(
    '([Lights on the water], 2016)',
  );
});

describe('Chicago, 18th edition', () => {
  test('a bibliography inverts the first name only; a note inverts none', () => {
    const two = { ...article, authors: [person('Bo Marsh'), person('Anna van der Berg')] };
    expect(written('Chicago', two)).toEqual([
      'Marsh, Bo, and Anna van der Berg. “Lights on the water.” The Wick, April 1, 2016. https://lantern.example/2016/04/01/lights/.',
      'Bo Marsh and Anna van der Berg, “Lights on the water,” The Wick, April 1, 2016, https://lantern.example/2016/04/01/lights/.',
    ]);
  });
  test('a note with more than two authors, and a bibliography with more than six, has "et al."', () => {
    const authors = Array.from({ length: 7 }, (_, index) => person(`Ada Quill${index + 1}`));
    const [reference, note] = written('Chicago', { ...article, authors });
    expect(reference).toMatch(/^Quill1, Ada, Ada Quill2, Ada Quill3, et al\. “/);
    expect(note).toMatch(/^Ada Quill1 et al\., “/);
    expect(written('Chicago', { ...article, authors: authors.slice(0, 6) })[0]).toContain('Quill5, and Ada Quill6. “');
  });
  test('an unsigned article is listed under its newspaper; without one, under its title', () => {
    expect(written('Chicago', { ...article, authors: [] })[0]).toBe(
      'The Wick. “Lights on the water.” April 1, 2016. https://lantern.example/2016/04/01/lights/.',
    );
    expect(written('Chicago', { ...article, authors: [], outlet: null })[0]).toBe(
      '“Lights on the water.” Lantern Archive, April 1, 2016. https://lantern.example/2016/04/01/lights/.',
    );
  });
  test('a note on quoted words names the speaker, "quoted in"; a translation is labelled as one', () => {
    expect(written('Chicago', statement)[1]).toMatch(
      /^Ines van der Farrow, quoted in Bo Marsh, “Lights on the water,” /,
    );
    const translated = {
      ...statement,
      quotation: statement.quotation && { ...statement.quotation, isTranslated: true },
    };
    expect(written('Chicago', translated)[1]).toMatch(/^Ines van der Farrow, quoted in translation in Bo Marsh, /);
  });
  test('a note on reported words of an unknown speaker begins "As reported in"', () => {
    const reported = {
      ...statement,
      quotation: statement.quotation && { ...statement.quotation, speaker: null, isQuoted: false },
    };
    expect(written('Chicago', reported)[1]).toMatch(/^As reported in Bo Marsh, /);
  });
  test('quotation marks inside a title become single; its question mark replaces the full stop', () => {
    const asked = { ...article, title: 'Who said “never”?' };
    const [reference, note] = written('Chicago', asked);
    expect(reference).toContain('“Who said ‘never’?” The Wick');
    expect(note).toContain('“Who said ‘never’?,” The Wick');
  });
});

test('a full stop goes inside the quotation that ends a title', () => {
  const quoted = { ...article, title: 'Council says “no”' };
  expect(written('Chicago', quoted)[0]).toContain('“Council says ‘no.’” The Wick');
  expect(written('Chicago', quoted)[1]).toContain('“Council says ‘no,’” The Wick');
  expect(written('APA', quoted)[0]).toContain('Council says “no.” The Wick');
});

test('a title that is cut within a quotation is closed', () => {
  const long = { ...article, authors: [], title: 'Mayor “very sorry for the long delay” of the ferry' };
  expect(written('MLA', long)[1]).toBe('(“Mayor ‘very sorry’”)');
});

test('a suffix is not a family name; a lower-case word within a family name is not a particle', () => {
  const named = (name: string) => written('MLA', { ...article, authors: [person(name)] })[0].split(' “')[0];
  expect(named('Martin Luther King Jr.')).toBe('King, Martin Luther, Jr.');
  expect(named('Bo Marsh, PhD')).toBe('Marsh, Bo, PhD.');
  expect(named('José Ortega y Gasset')).toBe('Ortega y Gasset, José.');
  expect(named('van der Berg, Anna Maria')).toBe('van der Berg, Anna Maria.');
});

describe('MLA, 9th edition', () => {
  test('the newspaper is the first container, the archive the second; months are shortened', () => {
    expect(written('MLA', { ...article, published: '2016-09-21' })).toEqual([
      'Marsh, Bo. “Lights on the water.” The Wick, 21 Sept. 2016. Lantern Archive, https://lantern.example/2016/04/01/lights/.',
      '(Marsh)',
    ]);
  });
  test('two authors are both named, three are "et al."', () => {
    const two = [person('Bo Marsh'), person('Anna van der Berg')];
    expect(written('MLA', { ...article, authors: two })[0]).toMatch(/^Marsh, Bo, and Anna van der Berg\. “/);
    expect(written('MLA', { ...article, authors: [...two, person('Ada Quill')] })[0]).toMatch(/^Marsh, Bo, et al\. “/);
  });
  test('quoted words are "qtd. in"; an uncertain speaker is "probably"', () => {
    expect(written('MLA', statement)[1]).toBe('(van der Farrow, qtd. in Marsh)');
    const unsure = { ...statement, quotation: statement.quotation && { ...statement.quotation, isSure: false } };
    expect(written('MLA', unsure)[1]).toBe('(probably van der Farrow, qtd. in Marsh)');
  });
  test('an organisation keeps its name whole', () => {
    const agency = { ...article, authors: [{ name: 'Kell & Sons, Press', kind: 'organisation' as const }] };
    expect(written('MLA', agency)[0]).toMatch(/^Kell & Sons, Press\. “/);
  });
});
