import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { emptyFolder, type Outcome, run } from './command.ts';

interface Entry {
  quote: string[];
  speaker?: string;
  proposed?: string;
  described?: boolean | string;
  role?: string;
  sure?: boolean;
}

let content = '';
const record = (...args: string[]): Promise<Outcome> => run('record', args, { VERBATIM_CONTENT: content });
const write = (day: string, ...paragraphs: string[]): void => {
  const text = `---\ndate: ${day}\ntitle: An article\n---\n\n${paragraphs.join('\n\n')}\n`;
  writeFileSync(join(content, `articles/${day}-news.md`), text);
};
const entries = (day: string): Entry[] =>
  (parse(readFileSync(join(content, `articles/${day}-news.statements.yaml`), 'utf8')) as { statements: Entry[] })
    .statements;
const speakers = (): string[] =>
  existsSync(join(content, 'speakers')) ? readdirSync(join(content, 'speakers')).toSorted() : [];
const speaker = (id: string): object => parse(readFileSync(join(content, `speakers/${id}.yaml`), 'utf8')) as object;

const SAID = '“The mole will not stand another winter,”';

beforeEach(() => {
  content = emptyFolder();
  mkdirSync(join(content, 'articles'));
  const archive =
    'title: T\ndescription: D.\nlanguages: [en]\nbaseUrl: https://a.example\nrights: R.\ncontact: a@a.example\n';
  writeFileSync(join(content, 'archive.yaml'), archive);
});

test('a speaker file is made only for a name that is plainly one; others are proposed', async () => {
  write('2024-03-09', `${SAID} Ada Quill said.`, '“Nobody asked the harbour board about it,” Kesh said.');
  await record();
  expect(speakers()).toEqual(['ada-quill.yaml']);
  expect(entries('2024-03-09')).toMatchObject([{ speaker: 'ada-quill' }, { proposed: 'Kesh', sure: false }]);
});

test('the fullest name becomes the speaker’s, and the id of the shorter one leads on', async () => {
  write('2024-03-09', `${SAID} Mr Cruz said.`);
  await record();
  expect(speakers()).toEqual(['cruz.yaml']);
  write('2024-03-10', '“It did not stand the winter after all,” Ted Cruz said.');
  await record();
  expect(speakers()).toEqual(['ted-cruz.yaml']);
  expect(speaker('ted-cruz')).toMatchObject({ name: 'Ted Cruz', otherNames: ['Cruz'], formerly: ['cruz'] });
  expect(entries('2024-03-10')).toMatchObject([{ speaker: 'ted-cruz' }]);
  expect((await run('check', [], { VERBATIM_CONTENT: content })).code).toBe(0);
  expect((await record()).output).toContain('statements added: 0');
});

test('in one run the full name comes first, whichever article has it', async () => {
  write('2024-03-09', `${SAID} Mr Cruz said.`);
  write('2024-03-10', '“It did not stand the winter after all,” Ted Cruz said.');
  await record();
  expect(speakers()).toEqual(['ted-cruz.yaml']);
  expect(entries('2024-03-09')).toMatchObject([{ speaker: 'ted-cruz', sure: false }]);
});

test('a name in another spelling is proposed, never merged silently', async () => {
  write('2024-03-09', `${SAID} Aram Terian said.`);
  await record();
  write('2024-03-10', '“It did not stand the winter after all,” Aram Teryan said.');
  const { output } = await record();
  expect(speakers()).toEqual(['aram-terian.yaml']);
  expect(entries('2024-03-10')).toMatchObject([{ proposed: 'Aram Teryan', sure: false }]);
  expect(output).toContain('`Aram Teryan` may be any of: aram-terian, or somebody else.');
});

test('what an article says of somebody is recorded with the statement, and proposed as a role', async () => {
  write('2024-03-09', `${SAID} Councilwoman Mara Oren said.`);
  const { output } = await record();
  expect(entries('2024-03-09')).toMatchObject([{ speaker: 'mara-oren', role: 'Councilwoman' }]);
  expect(output).toContain('`mara-oren`: Councilwoman');
});

test('somebody of the same name in another role is not certain to be the same', async () => {
  write('2024-03-09', `${SAID} committee chairman Mika Jack said.`);
  await record();
  write('2024-03-10', '“It did not stand the winter after all,” goalkeeper Mika Jack said.');
  await record();
  expect(entries('2024-03-10')).toMatchObject([{ speaker: 'mika-jack', role: 'goalkeeper', sure: false }]);
});

test('"he" for somebody without a name is described by the words that the article has for them', async () => {
  write('2024-03-09', 'A harbour pilot spoke first.', '“The mole will not stand another winter,” he said.');
  await record();
  expect(entries('2024-03-09')).toMatchObject([{ described: 'A harbour pilot' }]);
});

test('forms of a ministry’s name are one speaker', async () => {
  write('2024-03-09', `${SAID} the Russian Foreign Ministry said.`);
  await record();
  write('2024-03-10', '“It did not stand the winter after all,” the Ministry of Foreign Affairs of Russia said.');
  await record();
  expect(speakers()).toEqual(['russian-foreign-ministry.yaml']);
  expect(speaker('russian-foreign-ministry')).toMatchObject({ kind: 'organisation' });
  expect(entries('2024-03-10')).toMatchObject([{ speaker: 'russian-foreign-ministry' }]);
});

test('record --more offers what is reported less clearly, as entries to copy, and writes nothing', async () => {
  write('2024-03-09', 'Ada Quill urged the harbour board to wait for spring.');
  await record();
  expect(entries('2024-03-09')).toEqual([]);
  const { output } = await record('--more');
  const [, entry = ''] = /yaml: .*\n((?: .*\n)+)/.exec(output) ?? [];
  expect(parse(entry)).toEqual([
    {
      type: 'reported',
      quote: ['the harbour board to wait for spring'],
      proposed: 'Ada Quill',
      source: 'Ada Quill',
      cue: 'urged',
      status: 'inferred',
      sure: false,
    },
  ]);
  const path = join(content, 'articles/2024-03-09-news.statements.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('statements: []', `statements:\n${entry}`));
  const added = await record();
  expect(added.output).toContain('statements added: 1');
  expect((await run('check', [], { VERBATIM_CONTENT: content })).code).toBe(0);
  expect((await record('--more')).output).toContain('Nothing more is reported.');
});

test('record --more names an article that it cannot find', async () => {
  write('2024-03-09', 'Nobody spoke.');
  await record();
  const { code, output } = await record('--more', 'nowhere.md');
  expect(code).toBe(1);
  expect(output).toContain('`nowhere.md` is not an article that can be read.');
});
