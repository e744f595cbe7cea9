import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentsOf, copyArchive, emptyFolder, killed, run } from './command.ts';

/** The work folders of builds in this repository. */
const workFolders = (): string[] =>
  existsSync('.verbatim') ? readdirSync('.verbatim').filter((name) => name.startsWith('build-')) : [];

test('a killed build leaves the earlier output intact, and later builds remove its leftovers', async () => {
  const root = emptyFolder();
  const out = join(root, 'out');
  const environment = { VERBATIM_CONTENT: 'tests/archives/harbour', VERBATIM_OUT: out };
  mkdirSync(out);
  writeFileSync(join(out, 'index.html'), 'earlier');

  const foldersOf = (pid: number | undefined): string[] =>
    workFolders().filter((name) => name.startsWith(`build-${pid}-`));
  const pid = await killed('build', environment, (own) => foldersOf(own).length > 0);
  expect(foldersOf(pid)).toHaveLength(1);
  // The state that a build leaves if it is killed between its two renames.
  renameSync(out, join(root, `.out.${pid}.old`));
  mkdirSync(join(root, `.out.${pid}.new`));

  expect((await run('build', [], { ...environment, VERBATIM_CONTENT: broken() })).code).toBe(1);
  expect(readdirSync(root)).toEqual(['out']);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('earlier');
  expect(foldersOf(pid)).toEqual([]);

  const built = await Promise.all([run('build', [], environment), run('build', [], environment)]);
  expect(built.map(({ code, output }) => (code === 0 ? '' : output))).toEqual(['', '']);
  expect(readdirSync(root)).toEqual(['out']);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('The Harbour');
  expect(foldersOf(pid)).toEqual([]);
});

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

test('in development, an edit of a record shows at once', async () => {
  const content = copyArchive();
  const path = join(content, 'articles/2023/2023-05-17-lavrov-on-western-policy-in-armenia.statements.yaml');
  const port = '4391';
  const server = spawn('node', ['node_modules/astro/bin/astro.mjs', 'dev', '--port', port], {
    stdio: 'ignore',
    env: { ...process.env, NODE_ENV: 'development', VITEST: '', VERBATIM_CONTENT: content },
  });
  const shows = async (words: string): Promise<boolean> => {
    for (let attempt = 0; attempt < 100; attempt++) {
      const page = await fetch(`http://localhost:${port}/s/ksrza6gj7s/`).then(
        (answer) => answer.text(),
        () => '',
      );
      if (page.includes(words)) return true;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    return false;
  };
  try {
    expect(await shows('confirmed: an editor has seen it')).toBe(true);
    writeFileSync(path, readFileSync(path, 'utf8').replace('status: confirmed', 'status: disputed'));
    expect(await shows('disputed')).toBe(true);
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
