import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { contentsOf, killed } from './command.ts';
import { InventedArchive } from './invented-archive.ts';

const NAME = '2024-03-09-the-pumps';
const PAGE = '2024/03/09/the-pumps/index.html';
const MAYOR = '“The mole will not stand another winter,” Ada Quill said.';
const POLICE = '“The pumps were off that night,” a police spokeswoman said.';
const UNKNOWN = '“Nobody was asked at all,” somebody wrote on the wall of the station.';
const LATE = '“It was late,” Ada Quill said.';
const LATER = '2030-05-01-the-vote';

/** An archive with one article that has a sure, a described and an unsure statement. */
async function archiveOf(publish?: 'confirmed' | 'sure' | 'all'): Promise<InventedArchive> {
  const archive = new InventedArchive(publish);
  archive.write(NAME, [MAYOR, POLICE, LATE]);
  await archive.done('record');
  archive.edit(NAME, /(quote:\n {6}- It was late[^]*?status: )\w+/, '$1inferred\n    sure: false');
  return archive;
}

const release = (archive: InventedArchive, ...args: string[]): Promise<string> =>
  archive.done('release', '--yes', '--date', '2024-12-31', ...args);

describe('before the first release', () => {
  test('check says in one line that nothing was released, record writes no ledger, and a preview says what may change', async () => {
    const archive = await archiveOf('all');
    expect(await archive.done('check')).toMatch(
      /^No problems\. .*\nNothing was released yet\. `npm run release` publishes/,
    );
    expect(archive.ledger()).toEqual([]);
    await archive.done('build');
    const id = archive.idOf(NAME, 'The mole');
    for (const path of [PAGE, `s/${id}/index.html`, 'speakers/ada-quill/index.html'])
      expect(archive.built(path)).toContain('This is a preview: the address');
    await release(archive);
    expect(archive.containing('This is a preview')).toEqual([]);
  });

  test('what is deleted, renamed, merged or given a new date leaves no trace', async () => {
    const archive = await archiveOf('all');
    archive.write('2024-03-10-a-mistake', ['“I never said so,” Ben Tern said.']);
    await archive.done('record');
    for (const ending of ['.md', '.statements.yaml'] as const) {
      rmSync(archive.path('2024-03-10-a-mistake', ending));
      renameSync(archive.path(NAME, ending), archive.path('2024-03-08-pumps', ending));
    }
    archive.write('2024-03-08-pumps', [MAYOR]);
    await archive.done('record');
    rmSync(join(archive.content, 'speakers/ben-tern.yaml'));
    expect(await archive.done('record')).not.toContain('Published addresses that no longer have a page');
    expect(archive.stored('2024-03-08-pumps').gone).toBeUndefined();
    expect(existsSync(join(archive.content, 'former-addresses.yaml'))).toBe(false);
    await release(archive);
    for (const trace of ['a-mistake', 'ben-tern', 'the-pumps', 'The pumps were off']) {
      expect(archive.containing(trace)).toEqual([]);
      expect(archive.ledger().join()).not.toContain(trace);
    }
    expect(archive.has('2024/03/08/pumps/index.html')).toBe(true);
  });
});

describe('a release', () => {
  test('asks before unreviewed statements become permanent, and changes nothing if nobody can answer', async () => {
    const archive = await archiveOf();
    const { code, output } = await archive.run('release');
    expect(code).toBe(1);
    expect(output).toContain('Statements that nobody reviewed and that become permanent: 2.');
    expect(output).toContain('Statements that await review and stay out: 1.');
    expect(output).toContain('Nobody is there to ask.');
    expect(archive.ledger()).toEqual([]);
    expect(existsSync(archive.out)).toBe(false);
  });

  test('writes the ledger, and an entry in releases.yaml with the day, the counts and the corpus version', async () => {
    const archive = await archiveOf();
    await release(archive);
    const { version } = JSON.parse(archive.built('data.json')) as { version: string };
    const path = join(archive.content, 'releases.yaml');
    const before = readFileSync(path, 'utf8');
    expect(parse(before)).toEqual({
      releases: [{ on: '2024-12-31', articles: 1, statements: 2, speakers: 1, version }],
    });
    const ids = [archive.idOf(NAME, 'The mole'), archive.idOf(NAME, 'The pumps')];
    expect(archive.ledger().toSorted()).toEqual(
      ['/2024/03/09/the-pumps/', ...ids.map((id) => `/s/${id}/`), '/speakers/ada-quill/'].toSorted(),
    );
    await release(archive);
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect(await archive.done('check')).not.toContain('released yet');
  });

  test('has the same bytes as a build with its date, and as one with --released', async () => {
    const archive = await archiveOf('all');
    archive.write(LATER, ['“We shall see,” Ada Quill said.']);
    await archive.done('record');
    await release(archive);
    const released = contentsOf(archive.out);
    expect(archive.has('2030')).toBe(false);
    await archive.done('build', '--date', '2024-12-31');
    expect(contentsOf(archive.out)).toEqual(released);
    await archive.done('build', '--released');
    expect(contentsOf(archive.out)).toEqual(released);
    await archive.done('build');
    expect(archive.has('2030/05/01/the-vote/index.html')).toBe(true);
  });

  test('is refused while a released article has a later date, or while check reports anything', async () => {
    const archive = await archiveOf('all');
    archive.released();
    for (const ending of ['.md', '.statements.yaml'] as const)
      renameSync(archive.path(NAME, ending), archive.path('2025-01-09-the-pumps', ending));
    archive.write('2025-01-09-the-pumps', [MAYOR, POLICE]);
    await archive.run('record');
    const { code, output } = await archive.run('release', '--yes', '--date', '2024-12-31');
    expect(code).toBe(1);
    expect(output).toMatch(
      /ledger\/2024\.txt:\d+: `\/s\/\w{10}\/` was released, but its article is now dated after 2024-12-31/,
    );
    archive.released('2025-12-31');
    const silent = '2025-02-01-silent';
    archive.write(silent, ['The hall was empty.']);
    await archive.done('record');
    archive.released('2025-12-31');
    for (const ending of ['.md', '.statements.yaml'] as const)
      renameSync(archive.path(silent, ending), archive.path('2027-02-01-silent', ending));
    archive.write('2027-02-01-silent', ['The hall was empty.']);
    await archive.done('record');
    expect((await archive.run('release', '--yes', '--date', '2025-12-31')).output).toContain(
      'now dated after 2025-12-31',
    );
    archive.released('2027-12-31');
    writeFileSync(join(archive.content, 'articles/2024-03-11-x.md'), 'no frontmatter');
    expect((await archive.run('release', '--yes')).output).toMatch(/2024-03-11-x\.md:1: /);
  });

  test('that is killed at any moment leaves the old site and ledger, or is finished by the next one', async () => {
    const archive = await archiveOf('all');
    await release(archive);
    archive.write(LATER.replace('2030', '2024'), ['“We shall see,” Ada Quill said.', '“Or not,” Ben Tern said.']);
    await archive.done('record');
    const clean = await archiveOf('all');
    clean.write(LATER.replace('2030', '2024'), ['“We shall see,” Ada Quill said.', '“Or not,” Ben Tern said.']);
    await clean.done('record');
    await release(clean);

    const old = { ledger: archive.ledger(), site: contentsOf(archive.out) };
    const environment = { VERBATIM_CONTENT: archive.content, VERBATIM_OUT: archive.out };
    const ledgerGrew = (): boolean => archive.ledger().length > old.ledger.length;
    const start = Date.now();
    const moments = [(): boolean => Date.now() - start > 1500, ledgerGrew];
    for (const isFarEnough of moments) {
      await killed('release', environment, isFarEnough, ['--yes', '--date', '2024-12-31']);
      if (!ledgerGrew()) {
        expect(contentsOf(archive.out)).toEqual(old.site);
        expect(archive.ledger()).toEqual(old.ledger);
      }
      const { code, output } = await archive.run('check');
      // Killed between two files: the next command that writes finishes that first.
      if (code !== 0) expect(output).toContain('A command that changed several files was stopped');
    }
    await release(archive);
    expect(archive.ledger().toSorted()).toEqual(clean.ledger().toSorted());
    expect(contentsOf(archive.out)).toEqual(contentsOf(clean.out));
    expect(parse(readFileSync(join(archive.content, 'releases.yaml'), 'utf8'))).toMatchObject({
      releases: [{ articles: 1 }, { articles: 2 }],
    });
  });

  test.each([
    [['--date', 'tomorrow'], '`tomorrow` is not a day'],
    [['--sure'], '--sure'],
  ])('with %j says what is wrong', async (args, message) => {
    const { code, output } = await (await archiveOf()).run('release', ...args);
    expect(code).toBe(1);
    expect(output).toContain(message);
  });
});

describe('the gate', () => {
  test.each([
    ['confirmed', []],
    [undefined, ['The mole', 'The pumps']],
    ['all', ['The mole', 'The pumps', 'It was late']],
  ] as const)('%s lets through what it says; of the rest, only the number appears', async (publish, shown) => {
    const archive = await archiveOf(publish);
    await archive.done('build');
    for (const words of ['The mole', 'The pumps', 'It was late']) {
      const id = archive.idOf(NAME, words);
      expect(archive.containing(id).length > 0, words).toBe(shown.some((other) => other === words));
    }
    expect(archive.has('speakers/ada-quill/index.html')).toBe(shown.length > 0);
    const awaiting = 3 - shown.length;
    const about = archive.built('about/index.html');
    if (awaiting === 0) expect(about).not.toContain('review</dd>');
    else expect(about).toContain(awaiting === 1 ? '1 statement awaits review' : `${awaiting} statements await review`);
  });

  test('lets through what an editor confirms, and keeps what was released, whatever happens to it', async () => {
    const archive = await archiveOf('confirmed');
    const id = archive.idOf(NAME, 'It was late');
    await archive.done('record', '--confirm', id);
    archive.released();
    archive.edit(NAME, 'status: confirmed', 'status: disputed');
    await release(archive);
    expect(archive.has(`s/${id}/index.html`)).toBe(true);
    expect(archive.has(`s/${archive.idOf(NAME, 'The mole')}/index.html`)).toBe(false);
  });

  test('never lets unattributed statements through by default', async () => {
    const archive = new InventedArchive();
    archive.write(NAME, ['“Nobody came to the hall,” he said.', UNKNOWN]);
    await archive.done('record');
    const [entry] = archive.stored(NAME).statements;
    expect(entry).toMatchObject({ status: 'unattributed' });
    await archive.done('build');
    expect(archive.containing(entry?.id ?? '')).toEqual([]);
  });

  test('must be one of three words', async () => {
    const archive = await archiveOf();
    const path = join(archive.content, 'archive.yaml');
    writeFileSync(path, `${readFileSync(path, 'utf8')}publish: everything\n`);
    expect((await archive.run('check')).output).toMatch(
      /archive\.yaml:\d+: `publish`: is not one of `confirmed`, `sure`, `all`/,
    );
  });
});

describe('a build of what was released', () => {
  test('leaves out the rest, and keeps what a released address needs', async () => {
    const archive = await archiveOf('all');
    archive.released();
    const old = archive.idOf(NAME, 'The mole');
    // Renamed, and with another statement: neither was released.
    for (const ending of ['.md', '.statements.yaml'] as const)
      renameSync(archive.path(NAME, ending), archive.path('2024-03-09-renamed', ending));
    archive.write('2024-03-09-renamed', [MAYOR, POLICE, LATE, '“We shall see,” Ben Tern said.']);
    archive.write('2024-04-01-new', ['“We shall not,” Ben Tern said.']);
    await archive.done('record');
    await archive.done('build', '--released');
    expect(archive.built(PAGE)).toContain('url=/2024/03/09/renamed/');
    expect(archive.has(`s/${old}/index.html`)).toBe(true);
    expect(archive.has('2024/03/09/renamed/index.html')).toBe(true);
    expect(archive.containing(archive.idOf('2024-03-09-renamed', 'We shall see'))).toEqual([]);
    for (const path of ['2024/04', 'speakers/ben-tern']) expect(archive.has(path)).toBe(false);
  });
});

test('a rename that is undone before the next release leaves nothing behind', async () => {
  const archive = await archiveOf('all');
  archive.released();
  for (const [from, to] of [
    [NAME, '2024-03-09-other'],
    ['2024-03-09-other', NAME],
  ] as const) {
    for (const ending of ['.md', '.statements.yaml'] as const)
      renameSync(archive.path(from, ending), archive.path(to, ending));
    await archive.done('record');
    expect(await archive.done('check')).toContain('No problems');
  }
  expect(readFileSync(join(archive.content, 'former-addresses.yaml'), 'utf8')).not.toContain('/2024/');
});

test('a command stopped between two files is finished by the next, and reported by check until then', async () => {
  const archive = await archiveOf('all');
  archive.released();
  writeFileSync(join(archive.content, 'releases.yaml'), 'releases: []\n');
  const [ledger, releases] = ['ledger/2024.txt', 'releases.yaml'].map((name) => join(archive.content, name));
  const before = readFileSync(ledger ?? '', 'utf8');
  const changes = [
    ['ledger/2024.txt', `${before}/s/0000000000/\n`],
    ['releases.yaml', null],
  ];
  writeFileSync(join(archive.content, '.pending.json'), JSON.stringify(changes));
  expect((await archive.run('check')).output).toContain(
    'A command that changed several files was stopped. Run `npm run record`',
  );
  await archive.run('record');
  expect(readFileSync(ledger ?? '', 'utf8')).toContain('/s/0000000000/');
  expect(existsSync(releases ?? '')).toBe(false);
  expect(existsSync(join(archive.content, '.pending.json'))).toBe(false);
});

test('a problem in the content stops a build with a message and no stack trace', async () => {
  const archive = await archiveOf();
  writeFileSync(join(archive.content, 'speakers/x y.yaml'), 'a');
  const { code, output } = await archive.run('build');
  expect(code).toBe(1);
  expect(output).toContain('A speaker file is named by');
  expect(output).not.toMatch(/\n\s+at |triggerUncaught/);
});

test('a released statement keeps its address when articles are renamed between releases', async () => {
  const archive = await archiveOf('all');
  archive.released();
  const id = archive.idOf(NAME, 'The mole');
  const body = [MAYOR, POLICE, LATE];
  let before = NAME;
  for (const name of ['2024-03-09-once', '2024-03-09-twice', '2024-04-01-thrice']) {
    for (const ending of ['.md', '.statements.yaml'] as const)
      renameSync(archive.path(before, ending), archive.path(name, ending));
    archive.write(name, body);
    await archive.done('record');
    before = name;
  }
  expect(archive.idOf(before, 'The mole')).toBe(id);
  await release(archive);
  expect(archive.built(PAGE)).toContain('url=/2024/04/01/thrice/');
  expect(archive.ledger().filter((address) => /once|twice/.test(address))).toEqual([]);
});

test('redirect rules for the old addresses of articles are built for three kinds of servers', async () => {
  const archive = await archiveOf('all');
  await archive.done('build');
  expect(archive.has('redirects.txt')).toBe(false);
  archive.write('2024-04-01-a', [MAYOR], ['source: https://kell.example/news/a%20b/ж*:1.html']);
  archive.write('2024-04-02-b', [POLICE], ['source: "https://kell.example/story?id=4&x=$1;}\\"#top"']);
  archive.write('2024-04-03-c', [POLICE], ['source: https://other.example/c']);
  await archive.done('build', '--base', '/news/');
  const rules = archive.built('redirects.txt');
  expect(rules).toContain('/news/a%20b/%D0%B6%2A%3A1.html /news/2024/04/01/a/ 301\n');
  expect(rules).toContain('/story id=4 x=%241%3B%7D%22 /news/2024/04/02/b/ 301\n');
  expect(rules).toContain('  "/news/a%20b/%D0%B6*:1.html" "/news/2024/04/01/a/";\n');
  expect(rules).toContain('  "/story?id=4&x=$1;}%22" "/news/2024/04/02/b/";\n');
  expect(rules).toContain('RewriteRule "^news/a b/ж\\\\*:1\\\\.html$" "/news/2024/04/01/a/" [R=301,L,QSD]\n');
  expect(rules.match(/^# other\.example: /gm)).toHaveLength(3);
});

test('an error report is a mail with the id, the words, the address and where the corpus version is', async () => {
  const archive = await archiveOf('all');
  await archive.done('build');
  const id = archive.idOf(NAME, 'The mole');
  const href = /href="(mailto:[^"]*)"/.exec(archive.built(`s/${id}/index.html`))?.[1] ?? '';
  const mail = new URL(href.replaceAll('&amp;', '&').replaceAll('&#38;', '&'));
  expect(mail.pathname).toBe('errors@harbour.example');
  expect(mail.searchParams.get('body')?.split('\r\n')).toEqual([
    `Statement: ${id}`,
    'Words: “The mole will not stand another winter”',
    `Address: https://harbour.example/s/${id}/`,
    'Corpus version: see https://harbour.example/about/#data',
    '',
    'What is wrong:',
    '',
  ]);
});
