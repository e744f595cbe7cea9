import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { copyArchive, run } from './command.ts';
import { InventedArchive } from './invented-archive.ts';

const NAME = '2024-03-09-the-pumps';
const MAYOR = '“The mole will not stand another winter,” Ada Quill said.';
const POLICE = '“The pumps were off that night,” a police spokeswoman said.';
const TITLE = '“Nobody was asked at all,” he said.';

let archive = new InventedArchive();
beforeEach(async () => {
  archive = new InventedArchive('all');
  archive.write(NAME, [MAYOR, POLICE]);
  await archive.done('record');
});

describe('a record of the first format', () => {
  const old = (text: string): string => text.replace(/^version: .*\n/m, '').replace(/^searched: .*\n/m, '');
  beforeEach(() => {
    archive.edit(NAME, '    described: true\n', '');
    archive.edit(NAME, /(source: a police spokeswoman[^]*?status: )inferred/, '$1unattributed');
    writeFileSync(archive.path(NAME), `# mine\n${old(archive.record(NAME))}`);
  });

  test('is refused by check, build and record, which say what to run', async () => {
    for (const command of ['check', 'build', 'record'] as const) {
      const { code, output } = await archive.run(command);
      expect(code).toBe(1);
      expect(output).toMatch(/pumps\.statements\.yaml:1: An older version .* Run `npm run upgrade`\./);
    }
  });

  test('is upgraded: a dry run shows the difference and writes nothing, and no id, word or status changes', async () => {
    const before = archive.record(NAME);
    const dry = await archive.done('upgrade', '--dry-run');
    expect(dry).toMatch(/^\+version: 2$/m);
    expect(dry).toMatch(/^\+searched: /m);
    expect(archive.record(NAME)).toBe(before);

    const output = await archive.done('upgrade');
    expect(output).toMatch(/pumps\.statements\.yaml:\d+: \w{10}, said by `a police spokeswoman`/);
    const after = archive.record(NAME);
    expect(old(after)).toBe(before);
    expect(await archive.done('check')).toContain('No problems');
    expect(await archive.done('upgrade')).toContain('Records changed: 0');
    expect(await archive.done('record')).toContain('statements added: 0');
    expect(archive.record(NAME)).toBe(after);
  });

  test('gets described sources with --described', async () => {
    await archive.done('upgrade', '--described');
    expect(archive.stored(NAME).statements[1]).toMatchObject({
      described: true,
      source: 'a police spokeswoman',
      status: 'inferred',
    });
    expect(await archive.done('check')).toContain('No problems');
  });

  test('whose article was edited since is not marked as searched', async () => {
    archive.write(NAME, [MAYOR.replace('another', 'one more'), POLICE]);
    expect(await archive.done('upgrade')).toContain('Not all of their statements are in their articles');
    expect(archive.stored(NAME)).toMatchObject({ version: 2 });
    expect(archive.stored(NAME).searched).toBeUndefined();
    expect((await archive.run('record')).output).toContain('Words changed in the article');
  });
});

test('a record of a later format is refused', async () => {
  archive.edit(NAME, 'version: 2', 'version: 3');
  expect((await archive.run('check')).output).toMatch(
    /yaml:\d+: `version`: is not 2\. A newer version .* update Verbatim/,
  );
});

describe('what an editor dismisses', () => {
  test('leaves no trace if it was never released, and is not found again', async () => {
    await archive.done('record', '--dismiss', archive.idOf(NAME, 'The pumps'));
    expect(archive.stored(NAME).dismissed).toMatchObject([{ quote: ['The pumps were off that night,'] }]);
    archive.write(NAME, [MAYOR, TITLE, POLICE]);
    await archive.done('record', '--again');
    await archive.done('record');
    expect(archive.stored(NAME).statements.map(({ quote }) => quote[0])).not.toContain(
      'The pumps were off that night,',
    );
    expect(archive.stored(NAME).gone).toBeUndefined();
    expect(await archive.done('check')).toContain('No problems');
  });

  test('is listed as gone, with the reason that it was not a statement, if it was released', async () => {
    const id = archive.idOf(NAME, 'The pumps');
    archive.released();
    await archive.done('record', '--dismiss', id);
    await archive.done('record', '--again');
    expect(archive.stored(NAME).gone).toMatchObject([{ id, why: 'It was not a statement.' }]);
  });

  test('stays the same one of several equal quotations, wherever edits move it', async () => {
    const second = '“The pumps were off that night,” Ben Tern said later, at the hearing.';
    archive.write(NAME, [MAYOR, POLICE, 'The town waited.', second]);
    await archive.done('record');
    const [, police, tern] = archive.stored(NAME).statements;
    await archive.done('record', '--dismiss', police?.id ?? '');
    archive.write(NAME, [second, 'The town waited.', MAYOR, POLICE]);
    await archive.done('record');
    const { statements, dismissed } = archive.stored(NAME);
    expect(statements.map(({ id }) => id)).toContain(tern?.id);
    expect(statements).toHaveLength(2);
    expect(dismissed).toMatchObject([{ occurrence: 2 }]);
    expect(await archive.done('check')).toContain('No problems');
  });

  test('does not affect others who say the same words when its paragraph is deleted', async () => {
    const tern = '“The pumps were off that night,” Ben Tern said later, at the hearing.';
    archive.write(NAME, [MAYOR, POLICE, 'The town waited.', tern]);
    await archive.done('record');
    const [, police, other] = archive.stored(NAME).statements;
    archive.released();
    await archive.done('record', '--dismiss', police?.id ?? '');
    archive.write(NAME, [MAYOR, 'The town waited.', tern]);
    for (let run = 0; run < 3; run++) await archive.done('record');
    expect(await archive.done('check')).toContain('No problems');
    archive.write(NAME, [
      '“The pumps were off that night,” Tom Nowak told the paper.',
      MAYOR,
      'The town waited.',
      tern,
    ]);
    for (let run = 0; run < 2; run++) await archive.done('record');
    expect(await archive.done('check')).toContain('No problems');
    expect(archive.stored(NAME).statements.map(({ speaker }) => speaker)).toEqual([
      'tom-nowak',
      'ada-quill',
      'ben-tern',
    ]);
    expect(archive.stored(NAME).statements[2]?.id).toBe(other?.id);
  });

  test('moves with its paragraph to another article', async () => {
    await archive.done('record', '--dismiss', archive.idOf(NAME, 'The pumps'));
    archive.write(NAME, [MAYOR]);
    archive.write('2024-03-10-other', [TITLE, POLICE]);
    await archive.done('record');
    expect(archive.stored('2024-03-10-other')).toMatchObject({
      statements: [{ quote: ['Nobody was asked at all,'] }],
      dismissed: [{ quote: ['The pumps were off that night,'] }],
    });
    expect(archive.stored(NAME).dismissed).toBeUndefined();
  });

  test('and then writes by hand as a statement is a statement again', async () => {
    await archive.done('record', '--dismiss', archive.idOf(NAME, 'The pumps'));
    archive.edit(
      NAME,
      'statements:\n',
      'statements:\n  - type: direct\n    quote: The pumps were off that night,\n    status: unattributed\n',
    );
    await archive.done('record');
    expect(archive.stored(NAME).dismissed).toBeUndefined();
    expect(archive.stored(NAME).statements).toHaveLength(2);
    expect(await archive.done('check')).toContain('No problems');
  });
});

describe('somebody whom the article does not name', () => {
  test('is described by the article’s words', () => {
    expect(archive.stored(NAME).statements[1]).toMatchObject({ described: true, status: 'inferred' });
  });

  test.each([
    [
      'without a source',
      (text: string) => text.replace('    source: a police spokeswoman\n', ''),
      /`described: true` has no `source`/,
    ],
    [
      'and a speaker',
      (text: string) => text.replace('described: true', 'described: true\n    proposed: Dora Reed\n    sure: false'),
      /exclude each other/,
    ],
    [
      'and unattributed',
      (text: string) => text.replace(/(described: true[^]*?status: )inferred/, '$1unattributed'),
      /contradicts the other fields/,
    ],
    [
      'and nothing else to say who speaks',
      (text: string) => text.replace('    described: true\n', ''),
      /Nothing says who speaks/,
    ],
  ])('%s is reported with its line', async (_, change, message) => {
    writeFileSync(archive.path(NAME), change(archive.record(NAME)));
    const { code, output } = await archive.run('check');
    expect(code).toBe(1);
    expect(output).toMatch(/pumps\.statements\.yaml:\d+: /);
    expect(output).toMatch(message);
  });
});

describe('a name that nobody accepted', () => {
  const other = '2024-03-10-the-vote';
  beforeEach(async () => {
    // Two people have this last name, so the program does not decide which of them is meant.
    archive.write(NAME, [MAYOR, '“I will vote for it,” Karl Quill said.']);
    await archive.done('record');
    archive.write(other, ['“It was a long night,” Quill said.']);
    await archive.done('record');
  });

  test('is proposed', () => {
    const [entry] = archive.stored(other).statements;
    expect(entry).toMatchObject({ proposed: 'Quill', status: 'inferred', sure: false });
  });

  test('becomes a speaker when an editor confirms it', async () => {
    const [entry] = archive.stored(other).statements;
    await archive.done('record', '--confirm', entry?.id ?? '');
    expect(archive.stored(other).statements[0]).toMatchObject({ speaker: 'quill', status: 'confirmed' });
    expect(archive.stored(other).statements[0]?.proposed).toBeUndefined();
    expect(archive.stored(other).statements[0]?.sure).toBeUndefined();
    expect(readFileSync(join(archive.content, 'speakers/quill.yaml'), 'utf8')).toContain('name: Quill');
    expect(await archive.done('check')).toContain('No problems');
  });

  test('must not be sure', async () => {
    archive.edit(other, '    sure: false\n', '');
    expect((await archive.run('check')).output).toContain('`proposed` is a name that nobody accepted');
  });
});

describe('speakers', () => {
  test('one that is added to a statement without a speaker confirms it, and is created', async () => {
    const other = '2024-03-10-the-hall';
    archive.write(other, ['“Nobody came to the hall,” he said.']);
    await archive.done('record');
    expect(archive.stored(other).statements).toMatchObject([{ source: 'he', status: 'unattributed' }]);
    archive.edit(other, '    source: he\n', '    source: he\n    speaker: dora-reed\n');
    await archive.done('record');
    expect(archive.stored(other).statements).toMatchObject([{ speaker: 'dora-reed', status: 'confirmed' }]);
    expect(readFileSync(join(archive.content, 'speakers/dora-reed.yaml'), 'utf8')).toContain('name: Dora Reed');
    expect(await archive.done('check')).toContain('No problems');
  });

  test('whose file was deleted is reported, not created again', async () => {
    const path = join(archive.content, 'speakers/ada-quill.yaml');
    rmSync(path);
    for (const command of ['record', 'check'] as const) {
      const { code, output } = await archive.run(command);
      expect(code).toBe(1);
      expect(output).toMatch(
        /pumps\.statements\.yaml:\d+: There is no speaker `ada-quill`\. Put `speakers\/ada-quill\.yaml` back/,
      );
    }
    expect(existsSync(path)).toBe(false);
  });

  test('whose file was deleted is not created again for a new article, only when an editor confirms', async () => {
    archive.released();
    rmSync(join(archive.content, 'speakers/ada-quill.yaml'));
    archive.write('2024-03-11-again', ['“We shall see,” Ada Quill said.']);
    expect((await archive.run('record')).code).toBe(1);
    expect(existsSync(join(archive.content, 'speakers/ada-quill.yaml'))).toBe(false);
    await archive.done('record', '--confirm', archive.idOf(NAME, 'The mole'));
    expect(existsSync(join(archive.content, 'speakers/ada-quill.yaml'))).toBe(true);
    await archive.done('record');
    expect(await archive.done('check')).toContain('No problems');
  });

  test('cannot have a former id that another one has', async () => {
    writeFileSync(join(archive.content, 'speakers/x.yaml'), 'name: X\nkind: person\nformerly: ada-quill\n');
    expect((await archive.run('check')).output).toMatch(
      /speakers\/x\.yaml:1: `formerly: ada-quill` is also the id of .*ada-quill\.yaml/,
    );
  });
});

describe('an article is searched again', () => {
  const without = (): void => {
    const record = archive.record(NAME);
    const start = record.indexOf(`  - id: ${archive.idOf(NAME, 'The pumps')}`);
    writeFileSync(archive.path(NAME), record.slice(0, start) + record.slice(record.indexOf('searched:')));
  };

  test('only if its text changed: what the record lacks is not added', async () => {
    without();
    const before = archive.record(NAME);
    expect(await archive.done('record')).toContain('statements added: 0');
    expect(archive.record(NAME)).toBe(before);
  });

  test('or if an editor says so, all or by file', async () => {
    without();
    archive.write('2024-03-10-other', [TITLE]);
    await archive.done('record');
    expect(await archive.done('record', '--again', archive.path('2024-03-10-other', '.md'))).toContain(
      'statements added: 0',
    );
    expect(await archive.done('record', '--again', archive.path(NAME, '.md'))).toContain('statements added: 1');
    without();
    expect(await archive.done('record', '--again')).toContain('statements added: 1');
    expect(await archive.run('record', '--again', 'README.md')).toMatchObject({
      code: 1,
      output: expect.stringContaining('`README.md` is not an article that can be read') as string,
    });
  });
});

test('the reviewed statements of the first archive stay unchanged, whatever is found now', async () => {
  const content = copyArchive();
  const path = join(content, 'articles/2023/2023-05-17-lavrov-on-western-policy-in-armenia.statements.yaml');
  const before = readFileSync(path, 'utf8');
  expect(before.match(/^ {2}- id: /gm)).toHaveLength(13);
  expect((await run('record', [], { VERBATIM_CONTENT: content })).code).toBe(0);
  expect(readFileSync(path, 'utf8')).toBe(before);
});
