import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentsOf, copyArchive, emptyFolder, killed, run } from './command.ts';

test('a killed build leaves the earlier output intact, and later builds remove its leftovers', async () => {
  const root = emptyFolder();
  const out = join(root, 'out');
  const environment = { VERBATIM_CONTENT: 'tests/archives/harbour', VERBATIM_OUT: out };
  mkdirSync(out);
  writeFileSync(join(out, 'index.html'), 'earlier');

  const incoming = (pid: number | undefined): string => join(root, `.out.${pid}.new`);
  const pid = await killed('build', environment, (own) => existsSync(join(incoming(own), 's')));
  expect(existsSync(incoming(pid))).toBe(true);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('earlier');
  // The state that a build leaves if it is killed between its two renames.
  renameSync(out, join(root, `.out.${pid}.old`));

  expect((await run('build', [], { ...environment, VERBATIM_CONTENT: broken() })).code).toBe(1);
  expect(readdirSync(root)).toEqual(['out']);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('earlier');

  const built = await Promise.all([run('build', [], environment), run('build', [], environment)]);
  expect(built.map(({ code, output }) => (code === 0 ? '' : output))).toEqual(['', '']);
  expect(readdirSync(root)).toEqual(['out']);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('The Harbour');
});

const disk = smallDisk();

test.skipIf(disk === null)(
  'a full disk ends a build before it changes the site, and the next one completes it',
  async () => {
    const root = disk ?? '';
    const content = copyArchive('tests/archives/harbour');
    const out = join(root, 'out');
    const environment = { VERBATIM_CONTENT: content, VERBATIM_OUT: out };
    try {
      expect((await run('build', [], environment)).code).toBe(0);
      const before = contentsOf(out);
      const article = join(content, 'articles/2021/2021-12-24-lights.md');
      writeFileSync(article, readFileSync(article, 'utf8').replace('title: ', 'title: All the '));
      expect(spawnSync('dd', ['if=/dev/zero', `of=${join(root, 'filling')}`]).status).not.toBe(0);

      const { code, output } = await run('build', [], environment);
      expect(code).toBe(1);
      expect(output).toContain('The disk is full.');
      expect(contentsOf(out)).toEqual(before);

      rmSync(join(root, 'filling'));
      expect((await run('build', [], environment)).code).toBe(0);
      expect(readdirSync(root)).toEqual(['out']);
      expect(contentsOf(out)).not.toEqual(before);
    } finally {
      spawnSync('umount', [root]);
    }
  },
);

test('builds that replace the same folder at the same moment all succeed', async () => {
  const root = emptyFolder();
  const [out, site] = [join(root, 'out'), join(root, 'site')];
  mkdirSync(site);
  writeFileSync(join(site, 'index.html'), 'whole');
  const replacing = Array.from({ length: 3 }, () =>
    once(spawn('node', ['tests/replace-many.ts', '300', out, site], { stdio: 'inherit' }), 'close'),
  );
  expect(await Promise.all(replacing)).toEqual(replacing.map(() => [0, null]));
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('whole');
  expect(readdirSync(root)).toEqual(['out', 'site']);
});

test('builds in time zones a day apart are identical byte for byte; articles after --date are left out', async () => {
  const build = async (zone: string, ...args: string[]): Promise<string> => {
    const out = join(emptyFolder(), 'out');
    expect(
      (await run('build', args, { TZ: zone, VERBATIM_OUT: out, VERBATIM_CONTENT: 'tests/archives/harbour' })).code,
    ).toBe(0);
    return out;
  };
  const [east, west] = [await build('Pacific/Auckland'), await build('America/Los_Angeles')];
  expect(contentsOf(east)).toEqual(contentsOf(west));
  const early = await build('UTC', '--date', '2021-12-23');
  expect(existsSync(join(early, '2021/12'))).toBe(false);
  expect(existsSync(join(early, '2021/11/05/fog/index.html'))).toBe(true);
});

test('in development, edits show at once, other files and the search are answered, and a problem is told with its line', async () => {
  const content = copyArchive();
  const path = join(content, 'articles/2023/2023-05-17-lavrov-on-western-policy-in-armenia.statements.yaml');
  const port = '4391';
  const server = spawn('node', ['node_modules/astro/bin/astro.mjs', 'dev', '--port', port], {
    stdio: 'ignore',
    env: {
      ...process.env,
      NODE_ENV: 'development',
      VITEST: '',
      VERBATIM_CONTENT: content,
      VERBATIM_OUT: join(content, '../dev-site'),
    },
  });
  const ask = (address: string): Promise<string> =>
    fetch(`http://localhost:${port}${address}`).then(
      (answer) => answer.text(),
      () => '',
    );
  /** The answer, as soon as it contains some words. */
  const shows = (address: string, words: string) =>
    expect.poll(() => ask(address), { timeout: 60_000, interval: 300 }).toContain(words);
  const statement = '/s/ksrza6gj7s/';
  try {
    await shows(statement, 'confirmed: an editor has seen it');
    writeFileSync(path, readFileSync(path, 'utf8').replace('status: confirmed', 'status: disputed'));
    await shows(statement, 'disputed');

    await shows('/feed.xml', '<feed xmlns=');
    await shows('/statements.ndjson', '"id":"ksrza6gj7s"');
    await shows('/2023/05/17/lavrov-on-western-policy-in-armenia/index.txt', 'Lavrov');
    await shows('/about/', 'statements.ndjson</a>: ');
    const [, entry] = /data-entry="([0-9a-z]{10})"/.exec(await ask('/search/')) ?? [];
    expect((await fetch(`http://localhost:${port}/statement-index/${entry}.bin`)).status).toBe(200);

    writeFileSync(path, readFileSync(path, 'utf8').replace('status: disputed', 'status: sure of it'));
    await shows(statement, 'The content has problems');
    expect(await ask('/')).toMatch(/\.statements\.yaml:\d+: `statements\.\d+\.status`: /);
    writeFileSync(path, readFileSync(path, 'utf8').replace('status: sure of it', 'status: disputed'));
    await shows(statement, 'disputed');
  } finally {
    server.kill();
  }
});

/** An archive that does not build: an article without a date. */
function broken(): string {
  const content = emptyFolder();
  writeFileSync(join(content, 'archive.yaml'), readFileSync('tests/archives/harbour/archive.yaml'));
  mkdirSync(join(content, 'articles'));
  writeFileSync(join(content, 'articles/undated.md'), 'The tide came in.');
  return content;
}

/** A disk of some megabytes in memory; `null` if this process may not mount one. */
function smallDisk(): string | null {
  const folder = emptyFolder();
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder]).status === 0 ? folder : null;
}
