import { InventedArchive } from './invented-archive.ts';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentsOf, copyArchive, emptyFolder, killed, run, runScript } from './command.ts';

const SEED = 'tests/fixtures/000_5a9290dd0f7dfd2b.txt';
const ARTICLE = 'articles/2023/2023-05-17-lavrov-on-western-policy-in-armenia';
const seedBody = (): string => readFileSync(SEED, 'utf8').replace(/^ date 2023-05-17 /, '');

test('the archived article is the seed text after its date, word for word', () => {
  const [, , body = ''] = readFileSync(`content/${ARTICLE}.md`, 'utf8').split('---\n');
  expect(body.trim()).toBe(seedBody().trim());
});

test('import shows what it would write, writes it only with --write, and never twice', async () => {
  const content = emptyFolder();
  const environment = { VERBATIM_CONTENT: content };
  expect(await run('import', ['--show', SEED], environment)).toMatchObject({
    code: 0,
    output: expect.stringContaining(seedBody().slice(0, 80)) as string,
  });
  expect(readdirSync(content)).toEqual([]);
  expect((await run('import', ['--write', '--slug', 'seed', SEED], environment)).code).toBe(0);
  expect(readFileSync(join(content, 'articles/2023/2023-05-17-seed.md'), 'utf8')).toContain('titleSupplied: true');
  const written = contentsOf(content);
  const again = await run('import', ['--write', '--slug', 'seed', SEED], environment);
  expect(again.code).toBe(0);
  expect(again.output).toContain('already imported, same text');
  expect(contentsOf(content)).toEqual(written);
});

test('import writes the good files of a batch, lists the bad ones with the reason, and fails', async () => {
  const folder = emptyFolder();
  const files: Record<string, Buffer | string> = {
    'good.txt': '2020-01-02\n\nThe tide came in.',
    'undated.txt': 'The tide came in.',
    'binary.txt': Buffer.from([0x32, 0, 1, 2]),
    'latin1.txt': Buffer.from([0x32, 0xe9, 0x20]),
    'empty.txt': '',
  };
  for (const [name, data] of Object.entries(files)) writeFileSync(join(folder, name), data);
  const paths = [...Object.keys(files), 'missing.txt'].map((name) => join(folder, name));
  const { code, output } = await run('import', ['--write', ...paths], { VERBATIM_CONTENT: folder });
  expect(code).toBe(1);
  expect(output).toContain('1 of 6 imported');
  for (const reason of ['2 no date', '1 binary', '1 empty', '1 not found', 'There is no such file or folder']) {
    expect(output).toContain(reason);
  }
  expect(existsSync(join(folder, 'articles/2020/2020-01-02-the-tide-came-in.md'))).toBe(true);
});

test('a second run of record changes nothing in the first archive or a test archive', async () => {
  for (const archive of ['content', 'tests/archives/harbour']) {
    const content = copyArchive(archive);
    const before = contentsOf(content);
    expect((await run('record', [], { VERBATIM_CONTENT: content })).code).toBe(0);
    expect(contentsOf(content)).toEqual(before);
  }
});

test('record finds the eight quotations of a fresh import, and the archive then has no problems', async () => {
  const content = copyArchive();
  renameSync(join(content, 'articles'), join(content, '..', `${content.split('/').at(-1)}-old`));
  mkdirSync(join(content, 'articles'));
  writeFileSync(join(content, 'ledger/2023.txt'), '');
  await run('import', ['--write', SEED], { VERBATIM_CONTENT: content });
  expect((await run('record', [], { VERBATIM_CONTENT: content })).output).toContain('statements added: 9');
  expect(await run('check', [], { VERBATIM_CONTENT: content })).toMatchObject({ code: 0 });
});

test('an entry that an editor adds without an id gets one; comments and order stay', async () => {
  const content = copyArchive('tests/archives/harbour');
  const record = join(content, 'articles/2021/2021-12-24-lights.statements.yaml');
  writeFileSync(
    record,
    '# mine\nversion: 2\nstatements:\n  # first\n  - type: direct\n    quote: Every lamp on the quay will burn tonight,\n    speaker: ada-quill\n    status: confirmed\n',
  );
  writeFileSync(join(content, 'ledger/2021.txt'), '/2021/11/05/fog/\n/s/1w2yeh00x8/\n/2021/12/24/lights/\n');
  expect((await run('record', [], { VERBATIM_CONTENT: content })).code).toBe(0);
  expect(readFileSync(record, 'utf8')).toMatch(
    /^# mine\nversion: 2\nstatements:\n {2}# first\n {2}- id: \w{10}\n {4}type: direct/,
  );
});

const lines: [name: string, edit: (content: string) => void, message: RegExp][] = [
  [
    'an unknown key',
    (c) => {
      edit(c, '.md', 'date: 2023', 'titel: x\ndate: 2023');
    },
    /\.md:4: `titel` is not a known field/,
  ],
  [
    'a bad date',
    (c) => {
      edit(c, '.md', 'date: 2023-05-17', 'date: 2023-02-30');
    },
    /\.md:4: `date`: `2023-02-30` is not a calendar day/,
  ],
  [
    'a date that differs from the one in the name',
    (c) => {
      edit(c, '.md', 'date: 2023-05-17', 'date: 2023-05-18');
    },
    /Make them the same/,
  ],
  [
    'a body without text',
    (c) => {
      writeFileSync(join(c, `${ARTICLE}.md`), '---\ntitle: x\ndate: 2023-05-17\n---\n');
    },
    /\.md:5: The article has no text/,
  ],
  [
    'a file without frontmatter',
    (c) => {
      writeFileSync(join(c, `${ARTICLE}.md`), 'text');
    },
    /\.md:1: The file has no frontmatter/,
  ],
  [
    'a duplicate address',
    (c) => {
      mkdirSync(join(c, 'articles/x'));
      writeFileSync(join(c, `articles/x/${ARTICLE.split('/').at(-1)}.md`), readFileSync(join(c, `${ARTICLE}.md`)));
    },
    /is that of .* too/,
  ],
  [
    'words that are not in the article',
    (c) => {
      edit(c, '.statements.yaml', 'blatant provocation', 'blatant invention');
    },
    /yaml:\d+: The words `blatant invention` are not in the article/,
  ],
  [
    'an unknown speaker',
    (c) => {
      edit(c, '.statements.yaml', 'speaker: nikol-pashinian', 'speaker: nobody-known');
    },
    /yaml:\d+: There is no speaker `nobody-known`/,
  ],
  [
    'two equal ids',
    (c) => {
      edit(c, '.statements.yaml', 'id: 6ec8t463ef', 'id: ksrza6gj7s');
    },
    /The id `ksrza6gj7s` stands also at .*yaml:\d+/,
  ],
  [
    'a lost address',
    (c) => {
      appendFileSync(join(c, 'ledger/2023.txt'), '/s/0000000000/\n');
    },
    /ledger\/2023\.txt:15: The address `\/s\/0000000000\/` was released/,
  ],
  [
    'broken YAML in a speaker',
    (c) => {
      writeFileSync(join(c, 'speakers/sergei-lavrov.yaml'), 'name: "x\n');
    },
    /sergei-lavrov\.yaml:\d+: This is not valid YAML/,
  ],
  [
    'an image that does not exist',
    (c) => {
      appendFileSync(join(c, `${ARTICLE}.md`), '\n![x](gone.jpg)\n');
    },
    /\.md:\d+: The image `gone\.jpg` does not exist/,
  ],
  [
    'an image from another site',
    (c) => {
      appendFileSync(join(c, `${ARTICLE}.md`), '\n![x](https://a.example/x.jpg)\n');
    },
    /is not a picture beside the article/,
  ],
];

test.each(lines)('check names file and line for %s', async (_, damage, message) => {
  const content = copyArchive();
  damage(content);
  const { code, output } = await run('check', [], { VERBATIM_CONTENT: content });
  expect(output).toMatch(message);
  expect(code).toBe(1);
});

function edit(content: string, ending: string, from: string, to: string): void {
  const path = join(content, ARTICLE + ending);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

test('a failed build reports the same problem as check, and leaves the earlier output intact', async () => {
  const content = copyArchive();
  edit(content, '.statements.yaml', 'blatant provocation', 'blatant invention');
  const out = emptyFolder();
  writeFileSync(join(out, 'index.html'), 'earlier');
  const { code, output } = await run('build', [], { VERBATIM_CONTENT: content, VERBATIM_OUT: out });
  expect(code).toBe(1);
  expect(output).toContain('The words `blatant invention` are not in the article');
  expect(readdirSync(out)).toEqual(['index.html']);
});

test('a build refuses invalid options, and to replace a folder that contains other things', async () => {
  expect((await run('build', [], { VERBATIM_OUT: '.' })).output).toContain('Set VERBATIM_OUT to a folder of its own');
  expect(await run('build', ['--date', '17 May'])).toMatchObject({
    code: 1,
    output: expect.stringContaining('YYYY-MM-DD') as string,
  });
  expect((await run('build', [], { VERBATIM_CONTENT: 'nowhere' })).output).toContain('There is no folder');
});

const HARBOUR = 'tests/archives/harbour';
const first = 'articles/2021/2021-11-05-fog.statements.yaml';

test('record --unsure lists what needs review with its sentence; --confirm by id and by file confirms it', async () => {
  const content = copyArchive();
  const environment = { VERBATIM_CONTENT: content };
  const listed = await run('record', ['--unsure'], environment);
  expect(listed.output).toMatch(
    /statements\.yaml:\d+: kswdcf4k3k, probably government-of-armenia\n .*military-technical assistance/,
  );
  const file = join(content, 'ids.txt');
  writeFileSync(file, 'kswdcf4k3k\n');
  expect(await run('record', ['--confirm', '--file', file], environment)).toMatchObject({
    code: 0,
    output: 'Confirmed: 1.\n',
  });
  expect((await run('record', ['--unsure'], environment)).output).toBe('Nothing is unsure.\n');
  const record = readFileSync(join(content, `${ARTICLE}.statements.yaml`), 'utf8');
  expect(record).toMatch(/cue: given the same reason\n {4}status: confirmed\n/);
  expect((await run('check', [], environment)).code).toBe(0);
});

test.each([
  [['--confirm'], 'Name at least one id'],
  [['ksrza6gj7s'], 'Ids go with --confirm, --dismiss or --accept'],
  [['--confirm', '0000000000'], '0000000000: No record that can be read has this id'],
  [['--accept', 'ksrza6gj7s'], 'ksrza6gj7s: Nothing like its words is found in the article, or they did not change'],
  [['--confirm', '--unsure', 'x'], 'Give only one of'],
  [['--more', '--again'], 'Give only one of'],
  [['--confirm', '--file', '/nowhere/ids'], 'There is no file `/nowhere/ids`'],
  [['--confirm', '--file', 'README.md'], 'README.md:1: `# Verbatim` is not the id of a statement'],
  [['--confirm', '--speaker', 'nobody-here'], 'There is no speaker `nobody-here`'],
  [['--confirm', '--article', 'README.md'], '`README.md` is not an article that can be read'],
  [['--all-sure'], 'go with --confirm, in place of ids'],
  [['--why'], '--why'],
])('record %j fails with a reason', async (args, reason) => {
  const content = copyArchive();
  const before = contentsOf(content);
  const { code, output } = await run('record', args, { VERBATIM_CONTENT: content });
  expect(code).toBe(1);
  expect(output).toContain(reason);
  expect(contentsOf(content)).toEqual(before);
});

test('record refuses a broken record with its line, records the other articles, and fails', async () => {
  const content = copyArchive(HARBOUR);
  writeFileSync(join(content, first), 'version: 2\nstatements:\n  - id: nonsense\n');
  const article = '---\ndate: 2021-12-30\ntitle: Ice\n---\n\n“The ice is thick,” Ada Quill said.\n';
  writeFileSync(join(content, 'articles/2021/2021-12-30-ice.md'), article);
  const { code, output } = await run('record', [], { VERBATIM_CONTENT: content });
  expect(code).toBe(1);
  expect(output).toMatch(/fog\.statements\.yaml:3: .*is not a statement id/);
  expect(readFileSync(join(content, first), 'utf8')).toBe('version: 2\nstatements:\n  - id: nonsense\n');
  expect(readFileSync(join(content, 'articles/2021/2021-12-30-ice.statements.yaml'), 'utf8')).toContain(
    'The ice is thick',
  );
});

test('record --unsure names the records that it could not read, and fails', async () => {
  const content = copyArchive(HARBOUR);
  writeFileSync(join(content, first), 'version: 2\nstatements:\n  - id: nonsense\n');
  const { code, output } = await run('record', ['--unsure'], { VERBATIM_CONTENT: content });
  expect(code).toBe(1);
  expect(output).toMatch(/Not read:\n.*fog\.statements\.yaml:3: /);
});

test('a former address that is in use again, or leads nowhere, is refused with its line', async () => {
  const content = copyArchive(HARBOUR);
  const moved = [
    '{from: /2021/12/24/lights/, to: /2021/11/05/fog/, on: 2022-01-01}',
    '{from: /2021/11/04/mist/, to: /1999/01/01/no/, on: 2022-01-01}',
  ];
  writeFileSync(join(content, 'former-addresses.yaml'), `moved:\n${moved.map((entry) => `  - ${entry}\n`).join('')}`);
  const { code, output } = await run('check', [], { VERBATIM_CONTENT: content });
  expect(code).toBe(1);
  expect(output).toMatch(/former-addresses\.yaml:2: `\/2021\/12\/24\/lights\/` is an address of the archive again/);
  expect(output).toMatch(/former-addresses\.yaml:3: `\/2021\/11\/04\/mist\/` leads to `\/1999\/01\/01\/no\/`/);
});

test('an entry under gone without its words is not found again', async () => {
  const content = copyArchive();
  const path = join(content, `${ARTICLE}.statements.yaml`);
  const text = readFileSync(path, 'utf8');
  const start = text.indexOf('  - id: ddfm0hmdhb');
  const end = text.indexOf('  - id: xba9t5a0x0');
  const gone = 'gone:\n  - {id: ddfm0hmdhb, on: 2024-01-02, why: A court ordered it., withhold: true}\n';
  writeFileSync(path, text.slice(0, start) + text.slice(end) + gone);
  expect((await run('record', [], { VERBATIM_CONTENT: content })).code).toBe(0);
  expect(readFileSync(path, 'utf8')).not.toContain('absurd');
  expect((await run('check', [], { VERBATIM_CONTENT: content })).code).toBe(0);
});

test('giving a statement a new speaker id and confirming it makes the speaker file and keeps the address', async () => {
  const content = copyArchive();
  const path = join(content, `${ARTICLE}.statements.yaml`);
  const text = readFileSync(path, 'utf8').replace('speaker: sergei-lavrov', 'speaker: ada-lavrov');
  writeFileSync(path, text);
  const refused = await run('record', [], { VERBATIM_CONTENT: content });
  expect(refused.code).toBe(1);
  expect(refused.output).toMatch(
    /statements\.yaml:\d+: There is no speaker `ada-lavrov`\. Put `speakers\/ada-lavrov\.yaml` back/,
  );
  expect(existsSync(join(content, 'speakers/ada-lavrov.yaml'))).toBe(false);
  expect((await run('record', ['--confirm', 'ksrza6gj7s'], { VERBATIM_CONTENT: content })).code).toBe(0);
  expect(readFileSync(join(content, 'speakers/ada-lavrov.yaml'), 'utf8')).toBe(
    'name: Ada Lavrov\nkind: person\nmadeBy: record\n',
  );
  expect(readFileSync(path, 'utf8')).toBe(text);
  expect((await run('check', [], { VERBATIM_CONTENT: content })).code).toBe(0);
});

test('record reports progress over hundreds of articles; if it is killed, a second run finishes', async () => {
  const content = emptyFolder();
  mkdirSync(join(content, 'articles'));
  writeFileSync(join(content, 'archive.yaml'), readFileSync(join(HARBOUR, 'archive.yaml')));
  const names = Array.from({ length: 400 }, (_, index) => `2020-01-0${(index % 9) + 1}-tide-${index}`);
  names.forEach((name, index) => {
    const body = `“The tide rose by ${index} inches,” Ada Quill said.`;
    writeFileSync(
      join(content, `articles/${name}.md`),
      `---\ndate: ${name.slice(0, 10)}\ntitle: Tide\n---\n\n${body}\n`,
    );
  });
  const records = (): string[] => readdirSync(join(content, 'articles')).filter((name) => name.endsWith('.yaml'));
  await killed('record', { VERBATIM_CONTENT: content }, () => records().length > 20);
  expect(records().length).toBeLessThan(400);
  const { code, output } = await run('record', [], { VERBATIM_CONTENT: content });
  expect(code).toBe(0);
  expect(output).toContain('Articles read: 300 of 400.');
  expect(output).toContain('… and ');
  expect(records()).toHaveLength(400);
  expect(readdirSync(join(content, 'articles')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect(await run('check', [], { VERBATIM_CONTENT: content })).toMatchObject({ code: 0 });
  const ids = records().map((name) => /id: (\w{10})/.exec(readFileSync(join(content, 'articles', name), 'utf8'))?.[1]);
  expect(new Set(ids).size).toBe(400);
});

test('find prints one line per file, with offsets into the file as stored', async () => {
  const folder = emptyFolder();
  const text = '\ufeff🌊 The “mole”.\r\n\r\n“The tide is in,” Ada Quill said.\r\n';
  writeFileSync(join(folder, 'one.txt'), text);
  const { code, output } = await run('find', [folder]);
  expect(code).toBe(0);
  const { id, quotes } = JSON.parse(output) as {
    id: string;
    quotes: { start: number; end: number; source: { start: number; end: number }; speaker: string }[];
  };
  expect(id).toBe('one');
  const [quote] = quotes.slice(-1);
  expect(quote && text.slice(quote.start, quote.end)).toBe('The tide is in,');
  expect(quote && text.slice(quote.source.start, quote.source.end)).toBe('Ada Quill');
  expect(quote?.speaker).toBe('Ada Quill');
  writeFileSync(join(folder, 'two.txt'), 'Ada Quill said that the tide was in by noon.');
  const reported = (await run('find', [folder, '--reported'])).output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as typeof quotes & { quotes: unknown[] });
  expect(reported.map((line) => line.quotes.length)).toEqual([0, 1]);
});

test.each([
  [[], 'Name one folder'],
  [['/nowhere'], '`/nowhere` is not a folder'],
  [['README.md'], '`README.md` is not a folder'],
  [['src'], 'There is no .txt file'],
  [['src', '--all'], '--all'],
])('find %j fails with a reason', async (args, reason) => {
  const { code, output } = await run('find', args);
  expect(code).toBe(1);
  expect(output).toContain(reason);
});

test('bench:statements says if the gold corpus is missing, and exits successfully', async () => {
  const { code, output } = await runScript('bench/statements.ts', [], { VERBATIM_GOLD: '/nowhere' });
  expect(code).toBe(0);
  expect(output).toContain('There is no gold corpus in `/nowhere`');
});

test.each(['check', 'find', 'import', 'record', 'upgrade', 'withdraw'])(
  '%s runs as a script, and its exit code says whether it succeeded',
  async (name) => {
    const [usage, wrong] = await Promise.all([
      runScript(`src/cli/${name}.ts`, ['--help']),
      runScript(`src/cli/${name}.ts`, ['--no-such-option']),
    ]);
    expect(usage).toMatchObject({ code: 0, output: expect.stringContaining(`npm run`) as string });
    expect(wrong).toMatchObject({ code: 1, output: expect.stringContaining('--no-such-option') as string });
  },
);

test('record --confirm confirms what is sure, a speaker or an article together, and leaves open what names nobody', async () => {
  const archive = new InventedArchive('all');
  archive.write('2024-03-09-one', [
    'Ada Quill, the mayor of Kell, told the council: “The mole will not stand another winter.”',
    'Ada Quill and Ben Varga then met. “It will hold,” he said, and Varga left.',
  ]);
  archive.write('2024-03-10-two', ['“The tide does not read reports,” Ada Quill told reporters.']);
  await archive.done('record');
  archive.edit(
    '2024-03-10-two',
    'statements:',
    'statements:\n  - type: partial\n    quote: [reporters]\n    status: unattributed\n',
  );
  const statuses = (): string[] =>
    ['2024-03-09-one', '2024-03-10-two'].flatMap((name) => archive.stored(name).statements.map(({ status }) => status));
  const all = statuses().length;
  expect(
    await archive.done(
      'record',
      '--confirm',
      '--speaker',
      'ada-quill',
      '--article',
      archive.path('2024-03-09-one', '.md'),
    ),
  ).toContain('Confirmed: 1.');
  expect(await archive.done('record', '--confirm', '--all-sure')).toContain('Confirmed: 1.');
  expect(statuses().filter((status) => status === 'confirmed')).toHaveLength(2);
  expect(statuses()).toHaveLength(all);
  expect(await archive.done('record', '--confirm', '--speaker', 'ada-quill')).toContain('Confirmed: 0.');
});
