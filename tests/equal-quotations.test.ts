import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Day } from '../src/base/day.ts';
import { planRelease } from '../src/site/release/plan-release.ts';
import { commitLedger } from '../src/site/release/release.ts';
import { emptyFolder, type Outcome, run } from './command.ts';

interface Entry {
  id: string;
  quote: string[];
  speaker?: string;
  occurrence?: number;
  before?: string;
  after?: string;
  source?: unknown;
  cue?: unknown;
  said?: string;
  history?: { speaker?: string; why: string }[];
}
interface StoredRecord {
  searched: string;
  statements: Entry[];
  gone?: { id: string; was: string; why: string }[];
}

const NAME = '2024-03-09-the-treaty';
const BRAND = '“We will not sign this,” Tomas Brand said on Monday, after the meeting in Kell.';
const FENN = '“We will not sign this,” Ilse Fenn said on Friday, before the vote was taken.';
const LUND = '“We will not sign this,” Petra Lund said on Sunday.';
const BETWEEN = 'The talks went on. Tomas Brand was seen at the harbour.';
const [FIRST, LAST] = ['Nobody came.', 'The hall was empty by ten.'];

let content = '';
const path = (name = NAME, ending = '.statements.yaml'): string => join(content, `articles/${name}${ending}`);
const write = (paragraphs: string[], name = NAME): void => {
  const frontmatter = `---\ndate: ${name.slice(0, 10)}\ntitle: An article\n---\n\n`;
  writeFileSync(path(name, '.md'), `${frontmatter}${paragraphs.join('\n\n')}\n`);
};
const record = (...args: string[]): Promise<Outcome> => run('record', args, { VERBATIM_CONTENT: content });
const check = (): Promise<Outcome> => run('check', [], { VERBATIM_CONTENT: content });
const stored = (name = NAME): StoredRecord => parse(readFileSync(path(name), 'utf8')) as StoredRecord;
const entryOf = (speaker: string, name = NAME): Entry | undefined =>
  stored(name).statements.find((entry) => entry.speaker === speaker);

/** Expects that no decisions or problems remain. */
async function settled(outcome: Outcome): Promise<void> {
  expect(outcome.code, outcome.output).toBe(0);
  const checked = await check();
  expect(checked.code, checked.output).toBe(0);
}

/** Updates the ledger as `npm run release` does, without the build. */
const release = (): void => {
  commitLedger(content, planRelease(content, '2030-01-01' as Day).ledger);
};

let ids = { brand: '', fenn: '' };
beforeEach(async () => {
  content = emptyFolder();
  mkdirSync(join(content, 'articles'));
  const archive =
    'title: The treaty\ndescription: Invented.\nlanguages: en\nbaseUrl: https://treaty.example\nrights: None.\npublish: all\n';
  writeFileSync(join(content, 'archive.yaml'), archive);
  write([FIRST, BRAND, BETWEEN, FENN, LAST]);
  await settled(await record());
  release();
  ids = { brand: entryOf('tomas-brand')?.id ?? '', fenn: entryOf('ilse-fenn')?.id ?? '' };
});

describe('two people say the same words', () => {
  test('each entry keeps up to five words of the text on each side', () => {
    expect(entryOf('tomas-brand')).toMatchObject({
      occurrence: 1,
      before: 'Nobody came. “',
      after: '” Tomas Brand said on Monday',
    });
    expect(entryOf('ilse-fenn')).toMatchObject({
      occurrence: 2,
      before: 'was seen at the harbour. “',
      after: '” Ilse Fenn said on Friday',
    });
  });

  test('the one whose paragraph is deleted is gone, and the other keeps its address, name and day', async () => {
    write([FIRST, BETWEEN, FENN, LAST]);
    await settled(await record());
    expect(stored().statements).toMatchObject([{ id: ids.fenn, speaker: 'ilse-fenn', said: '2024-03-08' }]);
    expect(stored().gone).toMatchObject([{ id: ids.brand, was: 'We will not sign this,' }]);
  });

  test('a statement that returns to the text, by the same speaker, gets its old address back', async () => {
    write([FIRST, BETWEEN, FENN, LAST]);
    await settled(await record());
    write([FIRST, BRAND, BETWEEN, FENN, LAST]);
    await settled(await record());
    expect(entryOf('tomas-brand')?.id).toBe(ids.brand);
    expect(stored().gone).toBeUndefined();
  });

  test('a third speaker who says them above is new, and nobody’s address changes', async () => {
    write([FIRST, LUND, BRAND, BETWEEN, FENN, LAST]);
    await settled(await record());
    expect(entryOf('tomas-brand')).toMatchObject({ id: ids.brand, occurrence: 2 });
    expect(entryOf('ilse-fenn')).toMatchObject({ id: ids.fenn, occurrence: 3 });
    expect([ids.brand, ids.fenn]).not.toContain(entryOf('petra-lund')?.id);
  });

  test('paragraphs that swap places keep their addresses', async () => {
    write([FIRST, FENN, BETWEEN, BRAND, LAST]);
    await settled(await record());
    expect(entryOf('tomas-brand')).toMatchObject({ id: ids.brand, occurrence: 2, said: '2024-03-04' });
    expect(entryOf('ilse-fenn')).toMatchObject({ id: ids.fenn, occurrence: 1, said: '2024-03-08' });
  });

  test('record, check and build ask about names that swap places, until an editor decides', async () => {
    write([FIRST, BRAND.replace('Tomas Brand', 'Ilse Fenn'), BETWEEN, FENN.replace('Ilse Fenn', 'Tomas Brand'), LAST]);
    const before = readFileSync(path(), 'utf8');
    const asked = await record();
    expect(asked.code).toBe(1);
    for (const id of [ids.brand, ids.fenn]) expect(asked.output).toMatch(new RegExp(`yaml:\\d+: ${id}: The record`));
    expect(readFileSync(path(), 'utf8')).toBe(before);
    for (const { code, output } of [
      await check(),
      await run('build', [], { VERBATIM_CONTENT: content, VERBATIM_OUT: join(content, '../no') }),
    ]) {
      expect(code).toBe(1);
      expect(output).toMatch(/treaty\.statements\.yaml:\d+: The record .*--accept ID --at NUMBER/);
    }
    expect((await record('--accept', ids.brand, '--at', '1', '--why', 'The names were corrected.')).code).toBe(0);
    expect((await record('--accept', ids.fenn, '--at', '2')).code).toBe(0);
    await settled(await record());
    const brand = stored().statements.find(({ id }) => id === ids.brand);
    expect(brand).toMatchObject({
      occurrence: 1,
      speaker: 'ilse-fenn',
      source: 'Ilse Fenn',
      cue: 'said',
      said: '2024-03-04',
    });
    expect(brand).toMatchObject({ before: 'Nobody came. “', after: '” Ilse Fenn said on Monday' });
    expect(brand?.history).toMatchObject([{ speaker: 'tomas-brand', why: 'The names were corrected.' }]);
  });

  test('edits elsewhere lead to no question', async () => {
    write(['“It is late,” Petra Lund said. He said so twice.', FIRST, BRAND, 'A new paragraph said nothing.', FENN]);
    await settled(await record());
    expect([entryOf('tomas-brand')?.id, entryOf('ilse-fenn')?.id]).toEqual([ids.brand, ids.fenn]);
  });
});

test('record asks about another name for the same words even if the old name is nearby', async () => {
  write([FIRST, BRAND.replace('Tomas Brand', 'Petra Lund'), BETWEEN, FENN, LAST]);
  const { code, output } = await record();
  expect(code).toBe(1);
  expect(output).toContain(`${ids.brand}: The record gives \`We will not sign this,\` to \`Tomas Brand\``);
  await settled(await record('--accept', ids.brand, '--at', '1'));
  expect(entryOf('petra-lund')?.id).toBe(ids.brand);
});

test.each([
  [['--accept', 'x', '--at', 'two'], '`two` is not the number of a place'],
  [['--accept', 'x', 'y', '--at', '1'], '`--at` goes with --accept and one id'],
  [['--at', '1'], '`--at` goes with --accept and one id'],
  [['--accept', 'ID', '--at', '3'], 'Its words appear 2 times in the article: there is no place 3'],
])('record %j says what is wrong', async (args, message) => {
  const { code, output } = await record(...args.map((word) => (word === 'ID' ? ids.brand : word)));
  expect(output).toContain(message);
  expect(code).toBe(1);
});

test('the evidence of a statement does not move when the same word appears or disappears elsewhere', async () => {
  const legacy = readFileSync(path(), 'utf8').replace(/cue: said/g, 'cue: {quote: said, occurrence: 2}');
  writeFileSync(path(), legacy.replace(/^searched: .*\n/m, ''));
  write([`${FIRST} So he said, and she said no more than that in all of the evening.`, BRAND, BETWEEN, FENN, LAST]);
  await settled(await record());
  expect(stored().statements.map(({ cue }) => cue)).toEqual(['said', 'said']);
  write([FIRST, BRAND, BETWEEN, FENN]);
  await settled(await record());
  expect(stored().statements.map(({ cue }) => cue)).toEqual(['said', 'said']);
});

test('a record that cannot be read keeps its addresses: the same words elsewhere get new ones', async () => {
  const text = readFileSync(path(), 'utf8');
  writeFileSync(path(), `${text}nonsense: 1\n`);
  write([LUND, BRAND], '2024-03-10-the-vote');
  expect((await record()).code).toBe(1);
  const others = stored('2024-03-10-the-vote').statements.map(({ id }) => id);
  expect(others).toHaveLength(2);
  for (const id of [ids.brand, ids.fenn]) expect(others).not.toContain(id);
  writeFileSync(path(), text);
  await settled(await record());
  expect([entryOf('tomas-brand')?.id, entryOf('ilse-fenn')?.id]).toEqual([ids.brand, ids.fenn]);
});

describe('words that are still in the text are not gone', () => {
  test('a lost record is made again with the ids that were published', async () => {
    rmSync(path());
    await settled(await record());
    expect(entryOf('tomas-brand')?.id).toBe(ids.brand);
    expect(entryOf('ilse-fenn')?.id).toBe(ids.fenn);
    expect(stored().gone).toBeUndefined();
  });

  test('if a lost record has fewer places than addresses, an editor says which one remains', async () => {
    rmSync(path());
    write([FIRST, BETWEEN, FENN, LAST]);
    const { code, output } = await record();
    expect(code).toBe(1);
    expect(output).toContain(`${ids.brand}, ${ids.fenn}: 2 addresses were published for \`We will not sign this,\``);
    await settled(await record('--accept', ids.fenn, '--at', '1'));
    expect(stored().statements).toMatchObject([{ id: ids.fenn, speaker: 'ilse-fenn' }]);
  });

  test('a statement moves with its paragraph to another article, and keeps its entry', async () => {
    writeFileSync(path(), readFileSync(path(), 'utf8').replace('cue: said', 'cue: said # as we heard'));
    write([FIRST, BETWEEN, BRAND]);
    write([LAST, FENN], '2024-03-10-the-vote');
    await settled(await record());
    expect(entryOf('ilse-fenn', '2024-03-10-the-vote')?.id).toBe(ids.fenn);
    expect(stored().statements.map(({ id }) => id)).toEqual([ids.brand]);
    expect(readFileSync(path(), 'utf8')).toContain('# as we heard');
  });

  test('if the text of an article moves to another, its statements move too, with or without its record', async () => {
    write([LUND], '2024-03-10-the-vote');
    await settled(await record());
    write([LUND, FIRST, BRAND, BETWEEN, FENN], '2024-03-10-the-vote');
    rmSync(path(NAME, '.md'));
    const { output } = await record();
    expect(output).toContain('Moved with their paragraphs to another article: 2');
    await settled(await record());
    expect(entryOf('tomas-brand', '2024-03-10-the-vote')?.id).toBe(ids.brand);
    expect(entryOf('ilse-fenn', '2024-03-10-the-vote')?.id).toBe(ids.fenn);
  });

  test('a statement that an editor deleted does not return when its article is renamed', async () => {
    const text = readFileSync(path(), 'utf8');
    const entry = text.slice(text.indexOf(`  - id: ${ids.fenn}`), text.indexOf('searched:'));
    writeFileSync(path(), text.replace(entry, ''));
    renameSync(path(), path('2024-03-09-renamed'));
    renameSync(path(NAME, '.md'), path('2024-03-09-renamed', '.md'));
    await settled(await record());
    const { statements, gone } = stored('2024-03-09-renamed');
    expect(statements.map(({ id }) => id)).toEqual([ids.brand]);
    expect(gone).toMatchObject([{ id: ids.fenn, why: 'Removed from the record by an editor.' }]);
  });
});
