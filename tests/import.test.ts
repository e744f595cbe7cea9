import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../src/base/day.ts';
import { contentsOf, emptyFolder, run } from './command.ts';

/**
 * One folder for each case: what is imported; `options.txt`, the options of the command; and `expected.txt`, what the
 * command prints and the articles that it writes.
 */
const CASES = 'tests/fixtures/import';

/** What a case produces, without what differs from run to run. */
async function imported(name: string): Promise<string> {
  const folder = join(CASES, name);
  const content = emptyFolder();
  const named = readdirSync(folder).filter((file) => !/^(?:options|expected)\.txt$|_files$/.test(file));
  const options = join(folder, 'options.txt');
  const line = existsSync(options) ? readFileSync(options, 'utf8').trim() : '';
  const given = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const { code, output } = await run('import', ['--write', ...given, ...named.map((file) => join(folder, file))], {
    VERBATIM_CONTENT: content,
  });
  const files = [...contentsOf(content).keys()].sort().map((path) => {
    return `=== ${path}\n${path.endsWith('.md') ? readFileSync(join(content, path), 'utf8') : ''}`;
  });
  return [`exit code ${code}`, output, ...files]
    .join('\n')
    .replaceAll(content, 'CONTENT')
    .replaceAll(`${folder}/`, '')
    .replaceAll(`archived: ${dayOf(new Date())}`, 'archived: TODAY')
    .replaceAll(/sha256: [0-9a-f]{64}/g, 'sha256: SHA256')
    .replaceAll(/^What to do with each: .*$/gm, 'What to do with each: REPORT');
}

describe('files as editors have them become the articles that are expected', () => {
  test.each(readdirSync(CASES))('%s', async (name) => {
    await expect(imported(name)).resolves.toBe(readFileSync(join(CASES, name, 'expected.txt'), 'utf8'));
  });
});

describe('an import', () => {
  const head = 'Kell keeps its ferry\nBy Ada Quill\n2015-03-10\nURL: https://kellcourier.example/ferry\n\n';
  const text = `${head}The harbour board voted on Tuesday.\n\n“We will not sell a boat that still floats,” Ada Quill said.\n`;
  const path = 'articles/2015/2015-03-10-kell-keeps-its-ferry.md';

  test('of a text that changed at its address writes it only with --update, and keeps what the editor added', async () => {
    const [content, sources] = [emptyFolder(), emptyFolder()];
    const source = join(sources, 'ferry.txt');
    const environment = { VERBATIM_CONTENT: content };
    writeFileSync(source, text);
    await run('import', ['--write', source], environment);
    const edited = readFileSync(join(content, path), 'utf8').replace(
      '\ndate:',
      '\n# as printed\nrights: All of them\ndate:',
    );
    writeFileSync(join(content, path), edited);

    writeFileSync(source, text.replace('Tuesday', 'Wednesday'));
    const refused = await run('import', ['--write', source], environment);
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('[-Tuesday-]{+Wednesday+}');
    expect(readFileSync(join(content, path), 'utf8')).toBe(edited);

    expect((await run('import', ['--write', '--update', source], environment)).code).toBe(0);
    const updated = readFileSync(join(content, path), 'utf8');
    const withoutDigest = (article: string): string => article.replace(/sha256: \w+/, '');
    expect(withoutDigest(updated)).toBe(withoutDigest(edited).replace('Tuesday', 'Wednesday'));
    expect(updated).not.toContain(/sha256: \w+/.exec(edited)?.[0]);
  });

  test('of the same file again says so, and changes nothing', async () => {
    const [content, sources] = [emptyFolder(), emptyFolder()];
    const source = join(sources, 'ferry.txt');
    writeFileSync(source, text.replace(/URL.*\n/, ''));
    await run('import', ['--write', source], { VERBATIM_CONTENT: content });
    const before = contentsOf(content);
    const { code, output } = await run('import', ['--write', source], { VERBATIM_CONTENT: content });
    expect(code).toBe(0);
    expect(output).toContain(`already imported, same text: ${join(content, path)}`);
    expect(contentsOf(content)).toEqual(before);
  });

  test('prints JSON, a line for each article, and nothing else on standard output', async () => {
    const { output } = await run('import', ['--json', join(CASES, 'ndjson', 'input.ndjson')], {
      VERBATIM_CONTENT: emptyFolder(),
    });
    const lines = output.split('\n').filter((line) => line.startsWith('{'));
    const parsed = lines.map((line) => JSON.parse(line) as { status: string; day: string | null });
    expect(parsed.map(({ status, day }) => [status, day])).toEqual([
      ['new', '2015-03-10'],
      ['refused', null],
      ['new', '2015-03-11'],
    ]);
  });

  test('of many files uses all cores, and its outcome is that of one after the other', async () => {
    const sources = emptyFolder();
    for (let number = 10; number < 40; number++) {
      writeFileSync(join(sources, `${number}.txt`), `Report ${number}\n2015-03-10\n\nBoat number ${number} came in.\n`);
    }
    writeFileSync(join(sources, '25.txt'), '\u0000');
    const [all, each] = [emptyFolder(), emptyFolder()];
    const { output } = await run('import', ['--write', sources], { VERBATIM_CONTENT: all });
    for (const file of readdirSync(sources))
      await run('import', ['--write', join(sources, file)], { VERBATIM_CONTENT: each });
    expect(output).toContain('29 of 30 imported.');
    const bare = (folder: string): [string, string][] =>
      [...contentsOf(folder)].map(([file, article]) => [file, article.replace(/from: .*/, '')]);
    expect(bare(all)).toEqual(bare(each));
  });

  test.each([
    ['nothing', [], /No file was named/],
    ['an address', ['https://kellcourier.example/'], /Nothing is fetched from the web/],
    ['an impossible day', ['--date', '2015-02-30', 'README.md'], /`--date 2015-02-30` is not a day/],
    ['an unknown encoding', ['--encoding', 'klingon', 'LICENSE'], /`klingon` is not a known encoding/],
    ['an unknown field', ['--map', 'titel=a', 'LICENSE'], /`--map titel=a` cannot be read/],
    ['settings that are missing', ['--settings', 'none.yaml', 'LICENSE'], /`none.yaml` does not exist/],
    ['one title for several files', ['--title', 'x', 'LICENSE', 'README.md'], /for one article/],
  ])('of %s says what to do', async (_, args, message) => {
    const { code, output } = await run('import', args, { VERBATIM_CONTENT: emptyFolder() });
    expect(code).toBe(1);
    expect(output).toMatch(message);
  });
});
