import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { workOf } from '../src/site/publish/work-paths.ts';
import { contentsOf, copyArchive, emptyFolder, run } from './command.ts';

let content = '';
beforeEach(() => {
  content = copyArchive('tests/archives/harbour');
});

const edit = (path: string, change: (text: string) => string): void => {
  writeFileSync(join(content, path), change(readFileSync(join(content, path), 'utf8')));
};

const listed = (path: string): string[] =>
  existsSync(join(content, path)) ? readdirSync(join(content, path)).toSorted() : [];

/** Records what was edited, and accepts what changed. */
async function record(): Promise<void> {
  const environment = { VERBATIM_CONTENT: content };
  const { output } = await run('record', [], environment);
  const changed = [...output.matchAll(/\.yaml:\d+: ([0-9a-z]{10}): /g)].map(([, id = '']) => id);
  if (changed.length > 0) await run('record', ['--accept', ...changed, '--why', 'It was edited.'], environment);
}

const FOG = 'articles/2021/2021-11-05-fog';

/** What editors change between two builds; some edits change the arguments of the builds from then on. */
const EDITS: Record<string, (args: string[], number: number) => Promise<void> | void> = {
  'two articles are added that quote the same': async (_, number) => {
    mkdirSync(join(content, 'articles/2022'), { recursive: true });
    for (const name of [`storm-${number}`, `gale-${number}`]) {
      const day = `2021-12-${10 + (number % 10)}`;
      const fields = `date: ${day}\ntitle: The ${name}\ntopics: weather\n`;
      const body = `“The storm of that night took two boats with it, and the old pier,” Ada Quill said.\n\n“Nobody was hurt,” said Cora Lund, the pilot.\n`;
      writeFileSync(join(content, `articles/2022/${day}-${name}.md`), `---\n${fields}---\n\n${body}`);
    }
    await record();
  },
  'one of them gets another title': (_, number) => {
    const [first] = listed('articles/2022').filter((name) => name.endsWith('.md'));
    if (first)
      edit(`articles/2022/${first}`, (text) => text.replace(/title: .*/, `title: The night of number ${number}`));
  },
  'an article is changed': async (_, number) => {
    edit(`${FOG}.md`, (text) => `${text}\n\n“Fog number ${number} will lift by noon,” Ada Quill said.\n`);
    await record();
  },
  'words are corrected': async () => {
    edit(`${FOG}.md`, (text) => text.replace(/[“"](\w+)/, (quote) => `${quote} surely`));
    await record();
  },
  'an article is removed': async () => {
    for (const ending of ['md', 'statements.yaml'])
      rmSync(join(content, `articles/2021/2021-12-24-lights.${ending}`), { force: true });
    await record();
  },
  'an article gets another date': async (_, number) => {
    const [from, to] = [FOG, `articles/2021/2021-10-1${number % 10}-fog`];
    for (const ending of ['md', 'statements.yaml'])
      renameSync(join(content, `${from}.${ending}`), join(content, `${to}.${ending}`));
    edit(`${to}.md`, (text) => text.replace(/date: .*/, `date: ${to.slice(-14, -4)}`));
    await record();
    // Back again, so that other edits find it.
    for (const ending of ['md', 'statements.yaml'])
      renameSync(join(content, `${to}.${ending}`), join(content, `${from}.${ending}`));
    edit(`${from}.md`, (text) => text.replace(/date: .*/, 'date: 2021-11-05'));
    await record();
  },
  'a speaker gets another name': (_, number) => {
    edit('speakers/ada-quill.yaml', (text) => text.replace(/name: .*/, `name: Ada Quill-${number}`));
  },
  'a speaker turns out to be another': () => {
    edit('speakers/bo-marsh.yaml', (text) => (text.includes('mergedInto') ? text : `${text}mergedInto: ada-quill\n`));
  },
  'a role begins later': (_, number) => {
    edit('speakers/ada-quill.yaml', (text) => text.replace(/from: (?:1998|20\d\d)/, `from: ${2000 + (number % 30)}`));
  },
  'a topic is added': (_, number) => {
    edit(`${FOG}.md`, (text) =>
      text.replace(/topics: .*\n/, '').replace(/(title: .*\n)/, `$1topics: [fog, topic ${number}]\n`),
    );
  },
  'the archive gets another title': (_, number) => {
    edit('archive.yaml', (text) => text.replace(/title: .*/, `title: Harbour ${number}`));
  },
  'the archive gets texts of its own': (_, number) => {
    mkdirSync(join(content, 'words'), { recursive: true });
    writeFileSync(join(content, 'words/en.yaml'), `article:\n  paragraph: Paragraph ${number}, {number}\n`);
  },
  'the archive gets another language': (_, number) => {
    edit('archive.yaml', (text) => text.replace(/languages: .*/, `languages: [${number % 2 ? 'hy' : 'en-US'}, en]`));
  },
  'a statement is withdrawn': async () => {
    const [id] =
      /(?<=id: )\S+/.exec(readFileSync(join(content, 'articles/1998/1998-03-02-pier-vote.statements.yaml'), 'utf8')) ??
      [];
    if (id)
      await run('withdraw', ['--statement', id, '--why', 'It was wrong.', '--withhold'], { VERBATIM_CONTENT: content });
  },
  'articles after a day stay out': (args, number) => {
    args.push('--date', `2021-12-0${1 + (number % 9)}`);
  },
  'all articles are let in': (args) => {
    args.length = 0;
  },
  'the site moves to another path': (args, number) => {
    args.push('--base', `/path-${number}/`);
  },
};

async function build(out: string, args: readonly string[]): Promise<Map<string, string>> {
  const { code, output } = await run('build', [...args], { VERBATIM_CONTENT: content, VERBATIM_OUT: out });
  expect(code, output).toBe(0);
  return contentsOf(out);
}

/** How many edits, each with a build, come before the next comparison with a build from nothing. */
const TOGETHER = 3;

/** Edits after which every file is made again, so that whatever an earlier build left wrong would be gone. */
const OF_EVERYTHING = new Set([
  'the archive gets another title',
  'the archive gets texts of its own',
  'the archive gets another language',
  'the site moves to another path',
]);

test('after any edits, a build changes the site to what a build from nothing makes, byte for byte', async () => {
  const everyKind = Object.keys(EDITS).map((kind, index): [string, number] => [kind, index]);
  const sequence = fc.array(fc.tuple(fc.constantFrom(...Object.keys(EDITS)), fc.nat(50)), {
    minLength: 6,
    maxLength: 6,
  });
  const out = join(emptyFolder(), 'site');
  for (const edits of [everyKind, ...fc.sample(sequence, { seed: 20_261_128, numRuns: 1 })]) {
    content = copyArchive('tests/archives/harbour');
    const args: string[] = [];
    await build(out, args);
    /** The edits since the last comparison. What one of their builds leaves wrong stays wrong until then. */
    let since: string[] = [];
    for (const [index, [kind, number]] of edits.entries()) {
      await EDITS[kind]?.(args, number);
      const changed = await build(out, args);
      since.push(kind);
      const next = edits[index + 1]?.[0];
      if (since.length < TOGETHER && next && !OF_EVERYTHING.has(next)) continue;
      const clean = await build(join(emptyFolder(), 'site'), args);
      const done = since.join(', ');
      expect([...changed.keys()].toSorted(), done).toEqual([...clean.keys()].toSorted());
      for (const [path, bytes] of clean) expect(changed.get(path), `${done}: ${path}`).toBe(bytes);
      since = [];
    }
  }
});

test('two archives that are built into the same folder in turn each replace the other', async () => {
  const out = join(emptyFolder(), 'site');
  const [first, second] = ['tests/archives/strait', content];
  const from = async (archive: string, folder: string): Promise<Map<string, string>> => {
    content = archive;
    return build(folder, []);
  };
  const [one, two] = [await from(first, join(emptyFolder(), 'site')), await from(second, join(emptyFolder(), 'site'))];
  for (const [archive, clean] of [
    [first, one],
    [second, two],
    [first, one],
  ] as const)
    expect(await from(archive, out)).toEqual(clean);
});

describe('what a build changes', () => {
  const built = async (out: string, ...args: string[]): Promise<string> => {
    const { code, output } = await run('build', args, { VERBATIM_CONTENT: content, VERBATIM_OUT: out });
    expect(code, output).toBe(0);
    return output;
  };

  test('nothing, if the content did not change', async () => {
    const out = join(emptyFolder(), 'site');
    await built(out);
    expect(await built(out)).toContain('0 files written, 0 deleted');
    edit(`${FOG}.md`, (text) => text);
    expect(await built(out)).toContain('0 files written, 0 deleted');
  });

  test('all of a folder that somebody else changed or emptied', async () => {
    const out = join(emptyFolder(), 'site');
    await built(out);
    const whole = contentsOf(out);
    rmSync(out, { recursive: true });
    await built(out);
    expect(contentsOf(out)).toEqual(whole);
    writeFileSync(join(out, 'index.html'), 'somebody else’s');
    writeFileSync(join(out, 'theirs.html'), '');
    await built(out);
    expect(contentsOf(out)).toEqual(whole);
    await built(out, '--fresh');
    expect(contentsOf(out)).toEqual(whole);
  });
});

test('a catalogue that is deleted or damaged is made again, and nothing of the site changes', async () => {
  const out = join(emptyFolder(), 'site');
  const before = await build(out, []);
  const work = workOf(out);
  const catalogues = (): string[] => readdirSync(work).filter((name) => name.startsWith('catalogue-'));
  expect(catalogues().length).toBeGreaterThan(0);
  for (const name of catalogues()) rmSync(join(work, name));
  expect(await build(out, [])).toEqual(before);
  for (const name of catalogues()) writeFileSync(join(work, name), 'not a database, by any means');
  expect(await build(out, [])).toEqual(before);
});
