import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { InventedArchive } from './invented-archive.ts';

// How entries of records and of speaker files appear on the built site.
const PUMPS = '2024-03-09-the-pumps';
const HALL = '2024-03-10-the-hall';
const NIGHT = '2024-03-12-the-night';
const archive = new InventedArchive('all');
const ids = { described: '', dismissed: '', proposed: '' };

const speakerFile = (id: string): string => join(archive.content, `speakers/${id}.yaml`);

function addToSpeaker(id: string, field: string): void {
  writeFileSync(speakerFile(id), `${readFileSync(speakerFile(id), 'utf8')}${field}\n`);
}

function renameSpeaker(from: string, to: string): void {
  renameSync(speakerFile(from), speakerFile(to));
  addToSpeaker(to, `formerly: [${from}]`);
}

beforeAll(async () => {
  archive.write(PUMPS, [
    '“The mole will not stand another winter,” Ada Quill said.',
    '“The pumps were off that night,” a police spokeswoman said.',
  ]);
  archive.write(HALL, ['“Nobody came to the hall,” Tom Nowak said.']);
  archive.write('2024-03-11-the-vote', ['“I will vote for it,” Karl Quill said.']);
  archive.write('2024-03-13-the-wait', ['“We shall see,” Dora Reed said.', '“So we shall,” Ben Tern said.']);
  await archive.done('record');
  // Two people have this last name, so the program does not decide which of them is meant.
  archive.write(NIGHT, ['“It was a long night,” Quill said.']);
  await archive.done('record');
  ids.described = archive.idOf(PUMPS, 'The pumps');
  ids.dismissed = archive.idOf(HALL, 'Nobody');
  ids.proposed = archive.idOf(NIGHT, 'It was');
  archive.released();

  await archive.done('record', '--dismiss', ids.dismissed);
  addToSpeaker('dora-reed', 'mergedInto: ben-tern');
  renameSpeaker('ben-tern', 'ben-stern');
  archive.write('2024-03-14-the-end', ['“It is over,” Edda Moor said.']);
  await archive.done('record');
  renameSpeaker('edda-moor', 'edda-marsh');
  await archive.done('record');
  await archive.done('build');
});

test('a released statement that an editor dismissed says that it was not a statement', () => {
  expect(archive.built(`s/${ids.dismissed}/index.html`)).toContain('It was not a statement.');
});

test('a speaker whom the article does not name is shown, searched, exported and cited by the article’s words', () => {
  const [row] = archive
    .built('statements.ndjson')
    .split('\n')
    .flatMap((line) => (line.includes(ids.described) ? [JSON.parse(line) as { speaker: unknown }] : []));
  expect(row?.speaker).toEqual({ id: null, name: null, described: 'a police spokeswoman', kind: null, role: null });
  const [header = '', ...lines] = archive.built('statements.csv').split('\r\n');
  expect(header.split(',').at(-1)).toBe('described');
  expect(
    lines
      .find((line) => line.includes(ids.described))
      ?.split(',')
      .at(-1),
  ).toBe('a police spokeswoman');
  const page = archive.built(`s/${ids.described}/index.html`);
  expect(page).toMatch(/<figcaption>\s*A police spokeswoman\s*<\/figcaption>/);
  expect(page).toContain('(a police spokeswoman, as cited in <i>An article</i>, 2024)');
  expect(page).not.toContain('speaker not known');
  expect(archive.built('2024/03/09/the-pumps/index.html')).toMatch(/<span>a police spokeswoman<\/span>/);
  expect(archive.built('2024/03/09/the-pumps/annotations.jsonld')).toContain(
    '"schema:creditText":"a police spokeswoman"',
  );
  expect(archive.has('speakers/a-police-spokeswoman')).toBe(false);
});

test('a name that nobody accepted is shown as probable, and has no page', () => {
  expect(archive.built(`s/${ids.proposed}/index.html`)).toMatch(/<figcaption>\s*Probably Quill\s*<\/figcaption>/);
  expect(archive.built('statements.ndjson')).toContain(
    '"speaker":{"id":null,"name":"Quill","described":null,"kind":null,"role":null}',
  );
  expect(archive.has('speakers/quill')).toBe(false);
});

describe('a speaker', () => {
  test('who was renamed is redirected if the old id was released', () => {
    expect(archive.built('speakers/ben-tern/index.html')).toContain('url=/speakers/ben-stern/');
    expect(archive.built('speakers/ben-stern/index.html')).toContain('So we shall');
  });

  test('who was merged into another who was then renamed is redirected to the new id', () => {
    expect(archive.built('speakers/dora-reed/index.html')).toContain('url=/speakers/ben-stern/');
  });

  test('who was renamed before a release leaves no trace of the old id', () => {
    expect(archive.has('speakers/edda-moor')).toBe(false);
    expect(archive.built('speakers/edda-marsh/index.html')).toContain('It is over');
    archive.released();
    expect(archive.ledger()).toContain('/speakers/edda-marsh/');
    expect(archive.ledger()).not.toContain('/speakers/edda-moor/');
  });
});
