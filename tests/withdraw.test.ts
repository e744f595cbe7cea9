import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { InventedArchive } from './invented-archive.ts';

const NAME = '2024-03-09-the-pumps';
const OTHER = '2024-03-10-the-hall';
const WHY = 'A court ordered it.';
/** The pages and files that show the text of an article. */
const BODIES = /^\/(?:2024\/|s\/|feed|statement-index\/|pagefind\/|speakers\/ben-tern\/index\.html$)/;

let archive = new InventedArchive();
const release = (): Promise<string> => archive.done('release', '--yes', '--date', '2024-12-31');
const withdraw = (...args: string[]): Promise<string> => archive.done('withdraw', ...args, '--why', WHY);

beforeEach(async () => {
  archive = new InventedArchive('all');
  archive.write(NAME, [
    '“The mole will not stand another winter,” Ada Quill said.',
    '“The pumps were off that night,” Ben Tern, the engineer, said. “Nobody asked us.”',
  ]);
  archive.write(OTHER, ['The hall was cold.', '“We shall be in court,” he said.', '“It is over,” Ada Quill said.']);
  await archive.done('record');
  archive.edit(OTHER, /(We shall be in court,\n)/, '$1    speaker: ben-tern\n');
  const history = '    history:\n      - {until: 2024-05-01, speaker: ben-tern, why: It was the mayor who said it.}\n';
  archive.edit(OTHER, /(It is over,\n[^]*?)(?=searched:)/, `$1${history}`);
  await archive.done('record');
  archive.released();
});

describe('a speaker', () => {
  test('is withheld with one command: statements, name, histories, feeds, data, index and images', async () => {
    const ids = [archive.idOf(NAME, 'The pumps'), archive.idOf(OTHER, 'We shall')];
    await release();
    expect(archive.containing('Ben Tern').length).toBeGreaterThan(10);
    const output = await withdraw('--speaker', 'ben-tern');
    expect(output).toContain('Statements withdrawn or renamed: 2.');
    expect(output).toMatch(/the-pumps\.md:8: .*Ben Tern, the engineer/);
    expect(output).toMatch(/git log --oneline -S 'Ben Tern'/);
    for (const id of ids) expect(output).toContain(`https://harbour.example/s/${id}/`);
    expect(existsSync(join(archive.content, 'speakers/ben-tern.yaml'))).toBe(false);
    expect(await archive.done('record')).toContain('statements added: 0');
    await release();
    expect(archive.containing('Ben Tern', BODIES)).toEqual([]);
    expect(archive.containing('ben-tern', BODIES)).toEqual([]);
    expect(archive.containing('We shall be in court', /^\/(?:2024\/|pagefind\/|feed)/)).toEqual([]);
    for (const id of ids) {
      const page = archive.built(`s/${id}/index.html`);
      expect(page).toContain('This statement was removed');
      expect(page).toContain(WHY);
      expect(archive.containing(id, /^\/(?:s\/|corrections|statement-index)/)).toEqual([]);
    }
    expect(archive.built('speakers/ben-tern/index.html')).toContain('This speaker was removed');
    expect(archive.built(`s/${archive.idOf(OTHER, 'It is over')}/index.html`)).toMatch(
      /<del[^>]*>name withheld<\/del>/,
    );
  });

  test('gets a description instead of a name, and the statements stay', async () => {
    const id = archive.idOf(NAME, 'The pumps');
    await withdraw('--speaker', 'ben-tern', '--name', 'a witness');
    expect(await archive.done('record')).toContain('statements added: 0');
    await release();
    const page = archive.built(`s/${id}/index.html`);
    expect(page).toMatch(/<figcaption>\s*A witness\s*<\/figcaption>/);
    expect(page).toMatch(/<del[^>]*>name withheld<\/del>\s*<ins[^>]*>a witness<\/ins>/);
    expect(archive.built('2024/03/09/the-pumps/index.html')).toContain('<span>a witness</span>');
    expect(archive.built('statements.csv')).toMatch(/,a witness\r\n/);
    for (const name of ['Ben Tern', 'ben-tern']) expect(archive.containing(name, BODIES)).toEqual([]);
    const data = JSON.parse(archive.built('2024/03/09/the-pumps/index.json')) as { statements: unknown };
    expect(JSON.stringify(data.statements)).not.toContain('Tern');
    expect(archive.built(`s/${archive.idOf(OTHER, 'It is over')}/index.html`)).toMatch(/<del[^>]*>a witness<\/del>/);
  });

  test('is withdrawn with everybody who was merged into them and every id that they had', async () => {
    writeFileSync(join(archive.content, 'speakers/b-tern.yaml'), 'name: B. Tern\nkind: person\nmergedInto: ben-tern\n');
    await withdraw('--speaker', 'b-tern');
    for (const id of ['ben-tern', 'b-tern'])
      expect(existsSync(join(archive.content, `speakers/${id}.yaml`))).toBe(false);
    expect(await archive.done('check')).toContain('No problems');
  });
});

describe('the name of a speaker who was withdrawn', () => {
  test('is not written down again, whatever is edited, added or lost', async () => {
    const id = archive.idOf(NAME, 'The pumps');
    await withdraw('--speaker', 'ben-tern');
    archive.write(NAME, [
      '“The mole will not stand another winter,” Ada Quill said.',
      '“The pumps were off on that night,” Ben Tern, the engineer, said. “Nobody asked us.”',
    ]);
    archive.write('2024-04-01-new', ['“It was cold,” Ben Tern said.', '“It was not,” Ada Quill said.']);
    await archive.done('record');
    archive.released();
    expect(archive.stored('2024-04-01-new').statements.map(({ speaker }) => speaker)).toEqual(['ada-quill']);
    rmSync(archive.path(NAME));
    await archive.done('record');
    await release();
    expect(archive.containing('Ben Tern', BODIES)).toEqual([]);
    expect(archive.built(`s/${id}/index.html`)).toContain('removed');
  });

  test('is replaced by the description in new articles too', async () => {
    await withdraw('--speaker', 'ben-tern', '--name', 'a witness');
    archive.write('2024-04-01-new', ['“It was cold,” Ben Tern said.']);
    await archive.done('record');
    expect(archive.stored('2024-04-01-new').statements).toMatchObject([{ described: 'a witness' }]);
    expect(archive.record('2024-04-01-new')).not.toContain('Tern');
  });

  test('is removed from the notes, addressees and descriptions of others, and from what was gone before', async () => {
    const [gone, dismissed] = [archive.idOf(NAME, 'The pumps'), archive.idOf(OTHER, 'We shall')];
    await withdraw('--statement', gone);
    await archive.done('record', '--dismiss', dismissed);
    archive.write('2024-04-01-new', ['“He is innocent,” a lawyer for Ben Tern said.', '“So I hear,” Ada Quill said.']);
    await archive.done('record');
    archive.edit('2024-04-01-new', /(So I hear,\n)/, '$1    addressee: Ben Tern\n    note: Ben Tern denies it.\n');
    archive.released();
    await withdraw('--speaker', 'ben-tern');
    await release();
    expect(archive.containing('Ben Tern', BODIES)).toEqual([]);
    for (const id of [gone, dismissed]) {
      expect(archive.built(`s/${id}/index.html`)).toContain('removed');
      expect(archive.built(`s/${id}/index.html`)).not.toMatch(/pumps were off|We shall be/);
    }
    const [lawyer, mayor] = archive.stored('2024-04-01-new').statements;
    expect(archive.built(`s/${lawyer?.id}/index.html`)).toMatch(/<figcaption>\s*A lawyer for name withheld/);
    expect(archive.built(`s/${mayor?.id}/index.html`)).not.toContain('<dd>Ben Tern');
  });
});

describe('a statement', () => {
  test('is removed with its words, or without', async () => {
    const [shown, hidden] = [archive.idOf(NAME, 'The mole'), archive.idOf(NAME, 'The pumps')];
    await withdraw('--statement', shown);
    await withdraw('--statement', hidden, '--withhold');
    await archive.done('record', '--again');
    await release();
    expect(archive.built(`s/${shown}/index.html`)).toContain('The mole will not stand');
    expect(archive.built(`s/${hidden}/index.html`)).not.toContain('The pumps were off');
    expect(archive.containing('The pumps were off', /^\/(?:2024\/|pagefind\/|feed)/)).toEqual([]);
  });

  test('that is gone already can have its words withheld', async () => {
    const id = archive.idOf(NAME, 'The mole');
    await withdraw('--statement', id);
    expect((await archive.run('withdraw', '--statement', id, '--why', WHY)).output).toContain(
      '`--withhold` hides its words',
    );
    await withdraw('--statement', id, '--withhold');
    expect(archive.stored(NAME).gone).toMatchObject([{ id, withhold: true }]);
  });

  test('that was never released leaves no trace, and is not found again', async () => {
    archive.write('2024-06-01-new', ['“It will be built,” Ada Quill said.']);
    await archive.done('record');
    const id = archive.idOf('2024-06-01-new', 'It will');
    await withdraw('--statement', id);
    await archive.done('record', '--again');
    expect(archive.stored('2024-06-01-new')).toMatchObject({ statements: [], dismissed: [{}] });
    await release();
    expect(archive.containing(id)).toEqual([]);
  });
});

test('an article is removed with its statements, and each address says so', async () => {
  const ids = [archive.idOf(NAME, 'The mole'), archive.idOf(NAME, 'The pumps')];
  await withdraw('--article', '/2024/03/09/the-pumps/', '--withhold');
  for (const ending of ['.md', '.statements.yaml'] as const) expect(existsSync(archive.path(NAME, ending))).toBe(false);
  expect(await archive.done('record')).toContain('statements added: 0');
  expect(await archive.done('check')).toContain('No problems');
  await release();
  for (const path of ['2024/03/09/the-pumps/', ...ids.map((id) => `s/${id}/`)])
    expect(archive.built(`${path}index.html`)).toContain(WHY);
  expect(archive.containing('The mole will not stand')).toEqual([]);
});

test('an article that was renamed since is withdrawn with the address that was released', async () => {
  for (const ending of ['.md', '.statements.yaml'] as const)
    renameSync(archive.path(NAME, ending), archive.path('2024-03-09-renamed', ending));
  await archive.done('record');
  await withdraw('--article', '/2024/03/09/the-pumps/');
  expect(await archive.done('check')).toContain('No problems');
  await release();
  expect(archive.built('2024/03/09/the-pumps/index.html')).toContain(WHY);
  expect(archive.containing('An article')).not.toEqual([]);
  await archive.done('withdraw', '--article', '/2024/03/09/the-pumps/', '--why', WHY, '--withhold');
  await release();
  expect(archive.containing('The mole will not stand')).toEqual([]);
});

test.each([
  [['--speaker', 'ada-quill', '--why', 'a\nb'], '`--why` contains a line break'],
  [
    ['--speaker', 'ada-quill', '--why', WHY, '--name', 'a\u0007'],
    '`--name` contains a line break or a control character',
  ],
  [['--why', WHY], 'Name one speaker, statement or article'],
  [['--speaker', 'ada-quill', '--statement', '0000000000', '--why', WHY], 'Name one speaker, statement or article'],
  [['--speaker', 'ada-quill'], 'Say why with `--why`'],
  [['--speaker', 'ada-quill', '--why', WHY, '--withhold', '--name', 'x'], 'Give only one of --withhold and --name'],
  [['--article', '/2024/03/09/the-pumps/', '--name', 'x', '--why', WHY], 'it goes with --speaker or --statement'],
  [['--speaker', 'nobody', '--why', WHY], 'There is no speaker `nobody`'],
  [['--statement', '0000000000', '--why', WHY], 'No record has the statement `0000000000`'],
  [['--article', '/2024/01/01/no/', '--why', WHY], 'There is no article at `/2024/01/01/no/`'],
])('withdraw %j fails with a reason and changes nothing', async (args, message) => {
  const files = [archive.path(NAME), archive.path(OTHER), join(archive.content, 'speakers/ada-quill.yaml')];
  const before = files.map((path) => readFileSync(path, 'utf8'));
  const { code, output } = await archive.run('withdraw', ...args);
  expect(code).toBe(1);
  expect(output).toContain(message);
  expect(files.map((path) => readFileSync(path, 'utf8'))).toEqual(before);
});

test.each([
  ['articles/2024-03-09-the-pumps.md', 3],
  ['articles/2024-03-09-the-pumps.statements.yaml', 3],
  ['speakers/ada-quill.yaml', 1],
  ['ledger/speakers.txt', 1],
  ['archive.yaml', 2],
  ['releases.yaml', 2],
])('a merge conflict in %s is reported with its line', async (name, line) => {
  const path = join(archive.content, name);
  if (name === 'releases.yaml') writeFileSync(path, '# What was published.\nreleases: []\n');
  const lines = readFileSync(path, 'utf8').split('\n');
  const own = lines[line - 1] ?? '';
  lines.splice(line - 1, 1, '<<<<<<< HEAD', own, '=======', own, '>>>>>>> theirs');
  writeFileSync(path, lines.join('\n'));
  for (const command of ['check', 'record'] as const) {
    const { code, output } = await archive.run(command);
    if (command === 'record' && name === 'releases.yaml') continue;
    expect(code).toBe(1);
    expect(output).toContain(`${name}:${line}: This is the mark of a merge conflict.`);
  }
});
