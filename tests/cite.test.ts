import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cite, type Item, type Name } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import { parse as parseRis } from 'astrocite-ris';
import { describe, expect, inject, test } from 'vitest';
import { toBiblatex, toBibtex } from '../src/cite/bibtex.ts';
import type { Cited } from '../src/cite/cited.ts';
import { toCslJson } from '../src/cite/csl.ts';
import { fullName, nameParts } from '../src/base/person-names.ts';
import { toRis } from '../src/cite/ris.ts';
import type { ArticleJson } from '../src/content/rows/article-json.ts';
import { HOSTILE } from './hostile-strings.ts';
import { rowsOf } from './rows.ts';

/** What a citation must still contain after being written and read back. */
interface Facts {
  authors: string[];
  day: string;
  title: string;
  outlet: string;
  address: string;
  words: string;
}

/** Name parts in any order: parsers differ in where they put "van der" and "Jr.". */
const nameWords = (name: string): string =>
  name
    .split(/[\s,]+/)
    .toSorted()
    .join(' ');
const cslName = ({ family, given, literal, suffix, ...particles }: Name): string =>
  literal ?? [given, ...Object.values(particles), family, suffix].filter((part) => typeof part === 'string').join(' ');
const oneLine = (text: string | undefined): string => (text ?? '').replaceAll(/\s+/g, ' ').trim();

function fromItem({ author, reporter, issued, title, URL, abstract, 'container-title': outlet }: Item): Facts {
  const names = author?.map(cslName) ?? (typeof reporter === 'string' ? [reporter] : (reporter ?? []));
  const [year, month, day] = issued['date-parts'][0] ?? [];
  return {
    authors: names.map(nameWords),
    day: [year, month, day].map((part) => String(part).padStart(2, '0')).join('-'),
    title: oneLine(title),
    outlet: outlet ?? '',
    address: URL,
    words: oneLine(abstract),
  };
}

/** Reads an export back with every independent parser of its format. */
const READERS: Record<string, ((file: string) => Facts[])[]> = {
  bib: [readBibtex, (file) => new Cite(file, { forceType: '@biblatex/text' }).data.map(fromItem)],
  'biblatex.bib': [readBibtex, (file) => new Cite(file, { forceType: '@biblatex/text' }).data.map(fromItem)],
  ris: [
    (file) => parseRis(file).map(fromItem),
    (file) => new Cite(file, { forceType: '@ris/file' }).data.map(fromItem),
  ],
  'csl.json': [(file) => new Cite(file).data.map(fromItem)],
};

function readBibtex(file: string): Facts[] {
  const { entries, errors } = parseBibtex(file, { english: false });
  expect(errors).toEqual([]);
  return entries.map(({ fields }) => {
    const field = (name: string): string => (fields as Record<string, string | undefined>)[name] ?? '';
    const names = (fields.author ?? []).map(({ firstName, prefix, lastName, suffix, name }) =>
      [firstName, prefix, lastName, suffix, name].filter(Boolean).join(' '),
    );
    const date =
      field('date') || [field('year'), field('month').padStart(2, '0'), field('day').padStart(2, '0')].join('-');
    return {
      authors: names.map(nameWords),
      day: date,
      title: oneLine(field('title')),
      outlet: field('journal') || field('journaltitle'),
      address: field('url'),
      words: oneLine(field('abstract')),
    };
  });
}

/** The files that a page offers, by extension. */
function filesOf(folder: string, page: string): Map<string, string> {
  const html = readFileSync(join(folder, page, 'index.html'), 'utf8');
  const links = html.matchAll(/download="[\w-]+\.([\w.]+)"\s+href="data:[\w./+-]+;base64,([^"]+)"/g);
  return new Map(Array.from(links, ([, ending = '', data = '']) => [ending, Buffer.from(data, 'base64').toString()]));
}

const articlesOf = (folder: string): ArticleJson[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('/index.json'))
    .map((path) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as ArticleJson);

describe.each(['site', 'harbour', 'strait', 'lantern'] as const)('in %s', (name) => {
  const { folder } = inject(name);

  test.each(rowsOf(folder))(
    'every export of $id can be read back with its authors, day, title, outlet, address and words',
    (row) => {
      const files = filesOf(folder, row.url);
      expect([...files.keys()]).toEqual(Object.keys(READERS));
      const expected: Facts = {
        authors: row.article.authors.map((author) => nameWords(fullName(nameParts(author)))),
        day: row.published,
        title: oneLine(row.article.title),
        outlet: row.article.outlet ?? '',
        address: `${row.uri}?v=${row.version}`,
        // A field needs no marks, except between the spans of a statement.
        words: oneLine(row.spans.length > 1 ? row.shown : row.shown.replace(/^“(.*)”$/s, '$1')),
      };
      for (const [ending, file] of files) {
        for (const read of READERS[ending] ?? []) expect(read(file), `${ending}:\n${file}`).toEqual([expected]);
      }
    },
  );

  test('every export of an article can be read back', () => {
    for (const { article } of articlesOf(folder)) {
      for (const [ending, file] of filesOf(folder, article.url)) {
        for (const read of READERS[ending] ?? []) {
          expect(read(file)[0]).toMatchObject({
            day: article.published,
            title: article.title,
            address: article.uri,
            words: '',
          });
        }
      }
    }
  });
});

test('hostile titles, outlets and words come back unchanged, and do not create a second entry', () => {
  const cited = HOSTILE.map((text, index): Cited => ({
    key: `statement-${index}`,
    title: text,
    isTitleSupplied: false,
    authors: [
      { name: 'Anna van der Berg, Jr.', kind: 'person' },
      { name: 'Reuters & Söhne', kind: 'organisation' },
    ],
    outlet: text,
    archive: text,
    published: '2016-04-01',
    language: 'en',
    address: `https://lantern.example/s/${index}/`,
    quotation: {
      words: text,
      isQuoted: true,
      speaker: { name: text, kind: 'organisation' },
      role: text,
      isSure: true,
      said: null,
      isTranslated: false,
    },
  }));
  for (const [ending, write] of [
    ['bib', toBibtex],
    ['biblatex.bib', toBiblatex],
    ['ris', toRis],
    ['csl.json', toCslJson],
  ] as const) {
    for (const read of READERS[ending] ?? []) {
      for (const [index, text] of HOSTILE.entries()) {
        const found = read(write([cited[index] as Cited]));
        expect(found, `${ending}: ${text}`).toHaveLength(1);
        expect(found[0], `${ending}: ${text}`).toMatchObject({
          title: oneLine(text),
          words: oneLine(text),
          day: '2016-04-01',
        });
      }
    }
  }
});
