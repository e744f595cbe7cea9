import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { confirm, dismiss } from '../src/record/review.ts';
import { contentsOf, copyArchive } from './command.ts';
import { connectBrowser } from './connect-browser.ts';
import { openDesk } from './desk-process.ts';
import { InventedArchive } from './invented-archive.ts';
import { violationsInBoth } from './page-checks.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(() => browser.close());

const MOLE = '2024-03-09-the-mole';
const TIDE = '2024-03-12-the-tide';
const VOTE = '2024-03-15-the-vote';

/** Invented news in which some statements are sure, one has the wrong speaker, one has none, and one is no statement. */
async function newsroom(): Promise<InventedArchive> {
  const archive = new InventedArchive('all');
  archive.write(
    MOLE,
    [
      'Ada Varga, the mayor of Kell, told the council on Wednesday: “The mole will not stand another winter.”',
      'Ben Varga, the harbour master, disagreed. “We have mended it twice,” Varga said. “It will hold.”',
      'Cora Tern, a ferry captain, said the plan was “not paid for”. Tern urged the council to wait for the tide tables.',
    ],
    ['topics: [harbour]'],
  );
  archive.write(TIDE, [
    'Cora Tern spoke to the union on Monday. “The tide does not read reports,” she said.',
    '“Nobody asked us,” a deckhand shouted.',
  ]);
  archive.write(VOTE, [
    'The council of Kell met in the old customs house on Friday.',
    '“They counted the votes in the dark, and nobody complained,” was written on the door.',
  ]);
  await archive.done('record');
  const entry = [
    'statements:',
    '  - type: direct',
    '    quote: ["They counted the votes in the dark, and nobody complained"]',
    '    status: unattributed',
  ];
  archive.edit(VOTE, 'statements: []', entry.join('\n'));
  await archive.done('record');
  return archive;
}

/** Opens the desk of an archive, and a page of it. */
async function atDesk(content: string, path = ''): Promise<{ page: Page; url: string }> {
  const desk = await openDesk(content);
  onTestFinished(desk.close);
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  await page.goto(desk.url + path);
  return { page, url: desk.url };
}

const shownId = (page: Page): Promise<string | null> => page.locator('[data-statement]').getAttribute('data-statement');
const left = async (page: Page): Promise<number> => Number(await page.locator('[data-left]').getAttribute('data-left'));
const said = (page: Page): Promise<string> => page.locator('[data-statement] h1').innerText();
const notice = (page: Page): Promise<string> => page.locator('[role=alert]').innerText();

/** Presses keys, and waits for what the desk shows after the last of them. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys.slice(0, -1)) await page.keyboard.press(key);
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.keyboard.press(keys.at(-1) ?? '');
  await (await answered).finished();
  // Until the answer is in the page.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
}

/** Goes to a statement. */
async function goTo(page: Page, url: string, id: string, queue = 'all'): Promise<void> {
  await page.goto(`${url}?queue=${queue}&at=${id}`);
  expect(await shownId(page)).toBe(id);
}

/** The entry of a statement. */
const entryOf = (archive: InventedArchive, name: string, id: string): unknown =>
  archive.stored(name).statements.find((entry) => entry.id === id);

describe('the queue', () => {
  test('shows the least sure statement with its paragraph and the one before, who may have said it, and what is left', async () => {
    const archive = await newsroom();
    const { page } = await atDesk(archive.content, '?queue=probable');
    expect(await page.locator('[data-statement]').count()).toBe(1);
    expect(await left(page)).toBe(1);
    expect(await said(page)).toBe('Probably Ada Varga, mayor of Kell');
    const text = await page.locator('.text p').allInnerTexts();
    expect(text).toHaveLength(2);
    expect(text[0]).toContain('will not stand another winter');
    expect(text[1]).toContain('We have mended it twice');
    expect(await page.locator('.candidates').innerText()).toMatch(
      /^0\s+Ada Varga, as shown\s+1\s+Ben Varga, harbour master, new/,
    );
  });

  test('has what is unsure, probable, by nobody, undated, only offered, or not confirmed', async () => {
    const archive = await newsroom();
    const { page, url } = await atDesk(archive.content);
    const counts = { unsure: 2, probable: 1, nobody: 1, described: 0, undated: 5, more: 1, open: 6, all: 6 };
    for (const [queue, count] of Object.entries(counts)) {
      await page.goto(`${url}?queue=${queue}`);
      expect(await left(page), queue).toBe(count);
    }
  });

  test('is narrowed to a topic, a speaker, a type or an article', async () => {
    const archive = await newsroom();
    const { page, url } = await atDesk(archive.content, '?queue=all&topic=harbour');
    expect(await left(page)).toBe(3);
    await page.goto(`${url}?queue=all&speaker=cora-tern`);
    expect(await left(page)).toBe(2);
    await page.goto(`${url}?queue=all&type=partial`);
    expect(await left(page)).toBe(1);
    await page.goto(`${url}?queue=all&article=${encodeURIComponent(archive.path(TIDE, '.md'))}`);
    expect(await left(page)).toBe(2);
  });

  test('j and k go on and back, and s puts a statement last', async () => {
    const archive = await newsroom();
    const { page } = await atDesk(archive.content, '?queue=open');
    const first = await shownId(page);
    await press(page, 'j');
    const second = await shownId(page);
    expect(second).not.toBe(first);
    await press(page, 'k');
    expect(await shownId(page)).toBe(first);
    await press(page, 's');
    expect(await shownId(page)).toBe(second);
    await press(page, 'k');
    expect(await shownId(page)).toBe(first);
    expect(await left(page)).toBe(6);
  });
});

describe('a decision by one key', () => {
  test('a confirms and x dismisses; the files are those that the functions of `record` make', async () => {
    const archive = await newsroom();
    const twin = copyArchive(archive.content);
    const [probable, nobody, other] = [
      archive.idOf(MOLE, 'We have'),
      archive.idOf(VOTE, 'They'),
      archive.idOf(MOLE, 'The mole'),
    ];
    const { page, url } = await atDesk(archive.content, '?queue=probable');
    expect(await shownId(page)).toBe(probable);
    await press(page, 'a');
    expect(await left(page)).toBe(0);
    expect(await said(page)).toBe('Nothing is left in this queue.');
    await goTo(page, url, nobody, 'nobody');
    await press(page, 'a');
    await goTo(page, url, other);
    await press(page, 'x');
    confirm(twin, [probable, nobody]);
    dismiss(twin, [other]);
    expect(contentsOf(archive.content)).toEqual(contentsOf(twin));
    expect(entryOf(archive, MOLE, probable)).toMatchObject({ speaker: 'ada-varga', status: 'confirmed' });
    expect(entryOf(archive, VOTE, nobody)).toMatchObject({ described: false, status: 'confirmed' });
    expect(archive.stored(MOLE).dismissed).toMatchObject([{ quote: ['The mole will not stand another winter.'] }]);
    expect(await archive.done('check')).toContain('No problems');
    expect(await archive.done('record')).toContain('statements added: 0');
  });

  test('a digit takes another speaker of the list, with the role and the words that name them', async () => {
    const archive = await newsroom();
    const { page } = await atDesk(archive.content, '?queue=probable');
    await press(page, '1');
    const id = archive.idOf(MOLE, 'We have');
    expect(entryOf(archive, MOLE, id)).toMatchObject({
      speaker: 'ben-varga',
      role: 'harbour master',
      status: 'confirmed',
      source: 'Varga',
    });
    expect(readFileSync(join(archive.content, 'speakers/ben-varga.yaml'), 'utf8')).toBe(
      'name: Ben Varga\nkind: person\nmadeBy: record\n',
    );
    expect(await archive.done('check')).toContain('No problems');
  });

  test('/ finds a speaker as one types, and takes one who is new', async () => {
    const archive = await newsroom();
    const { page, url } = await atDesk(archive.content, '?queue=probable');
    const id = (await shownId(page)) ?? '';
    await page.keyboard.press('/');
    await page.keyboard.type('tern');
    await press(page, 'Enter');
    expect(entryOf(archive, MOLE, id)).toMatchObject({ speaker: 'cora-tern', status: 'confirmed' });
    await goTo(page, url, id);
    await page.keyboard.press('/');
    await page.keyboard.type('Dov Brandt');
    await press(page, 'Enter');
    expect(entryOf(archive, MOLE, id)).toMatchObject({ speaker: 'dov-brandt' });
    expect(existsSync(join(archive.content, 'speakers/dov-brandt.yaml'))).toBe(true);
    await goTo(page, url, id);
    await page.keyboard.press('/');
    await page.keyboard.type('Kell Harbour Union');
    await expect
      .poll(() => page.locator('#speaker-list').innerText())
      .toContain('New organisation: Kell Harbour Union');
    await page.keyboard.press('Tab');
    await page.keyboard.type('organiser');
    await page.keyboard.press('Shift+Tab');
    await press(page, 'Enter');
    expect(entryOf(archive, MOLE, id)).toMatchObject({ speaker: 'kell-harbour-union', role: 'organiser' });
    expect(readFileSync(join(archive.content, 'speakers/kell-harbour-union.yaml'), 'utf8')).toContain(
      'kind: organisation',
    );
  });

  test('d sets a day that the text resolves, or one that is typed, and says why a typed one is none', async () => {
    const archive = await newsroom();
    const id = archive.idOf(TIDE, 'The tide');
    const { page, url } = await atDesk(archive.content);
    await goTo(page, url, id, 'undated');
    await page.keyboard.press('d');
    expect(await page.locator('#days').innerText()).toMatch(/1\s+11 March 2024 Monday/);
    await press(page, '1');
    expect(entryOf(archive, TIDE, id)).toMatchObject({ said: '2024-03-11', saidBasis: 'text' });
    await goTo(page, url, id);
    await page.keyboard.press('d');
    await page.locator('#day').fill('yesterday');
    await press(page, 'Enter');
    expect(await notice(page)).toContain('is not an EDTF date');
    await page.keyboard.press('d');
    await page.locator('#day').fill('2024-03');
    await press(page, 'Enter');
    expect(entryOf(archive, TIDE, id)).toMatchObject({ said: '2024-03', saidBasis: 'editor' });
    await goTo(page, url, id);
    await press(page, 'd', '0');
    expect(entryOf(archive, TIDE, id)).not.toHaveProperty('said');
  });

  test('t sets the type', async () => {
    const archive = await newsroom();
    const id = archive.idOf(MOLE, 'not paid');
    const { page, url } = await atDesk(archive.content);
    await goTo(page, url, id);
    await press(page, 't', '1');
    expect(entryOf(archive, MOLE, id)).toMatchObject({ type: 'direct' });
  });

  test('what the program only offers becomes a statement, or is never offered again', async () => {
    const archive = await newsroom();
    const { page } = await atDesk(archive.content, '?queue=more');
    const id = (await shownId(page)) ?? '';
    await press(page, 'a');
    expect(await left(page)).toBe(0);
    expect(entryOf(archive, MOLE, id)).toMatchObject({ type: 'reported', speaker: 'cora-tern', status: 'confirmed' });
    await press(page, 'u');
    expect(entryOf(archive, MOLE, id)).toBeUndefined();
    expect(await left(page)).toBe(1);
    await press(page, 'x');
    expect(await left(page)).toBe(0);
    expect(await archive.done('record', '--more')).toContain('Nothing more is reported');
  });

  test('every act can be undone, the latest first or any of the last ten, and the files are then as they were', async () => {
    const archive = await newsroom();
    const before = contentsOf(archive.content);
    const { page } = await atDesk(archive.content, '?queue=open');
    for (const keys of [['a'], ['x'], ['1'], ['t', '2'], ['d', '1']]) await press(page, ...keys);
    const acts = page.locator('.latest li');
    expect(await acts.count()).toBe(5);
    // The second one, while the later ones stay.
    await acts.nth(3).getByRole('button').click();
    await expect.poll(() => page.locator('.latest s').count()).toBe(1);
    for (let times = 0; times < 4; times++) await press(page, 'u');
    expect(contentsOf(archive.content)).toEqual(before);
    await press(page, 'u');
    expect(await notice(page)).toBe('There is nothing to undo.');
  });

  test('a key that is held down decides once', async () => {
    const archive = await newsroom();
    const { page } = await atDesk(archive.content, '?queue=open');
    const answered = page.waitForResponse((response) => response.url().includes('/decide'));
    await page.keyboard.down('a');
    await page.keyboard.down('a');
    await page.keyboard.down('a');
    await page.keyboard.up('a');
    await (await answered).finished();
    await expect.poll(() => page.locator('.latest li').count()).toBe(1);
    expect(await left(page)).toBe(5);
  });
});

describe('marking', () => {
  test('arrow keys widen and narrow the words of a statement, which keeps its id', async () => {
    const archive = await newsroom();
    const id = archive.idOf(MOLE, 'not paid');
    const { page, url } = await atDesk(archive.content);
    await goTo(page, url, id);
    await press(page, 'e', 'Shift+ArrowLeft', 'Enter');
    expect(entryOf(archive, MOLE, id)).toMatchObject({ quote: ['was “not paid for'] });
    await press(page, 'e', 'Shift+ArrowRight', 'ArrowLeft', 'Enter');
    expect(entryOf(archive, MOLE, id)).toMatchObject({ quote: ['not paid'] });
    expect(await archive.done('record')).toContain('changed: 0; gone: 0');
  });

  test('selected words become a statement that the program missed', async () => {
    const archive = await newsroom();
    const { page, url } = await atDesk(archive.content);
    await goTo(page, url, archive.idOf(MOLE, 'We have'));
    await page.evaluate(() => {
      const node = document.querySelectorAll('.text p')[1]?.firstChild;
      const text = node?.textContent ?? '';
      getSelection()?.setBaseAndExtent(
        node as Node,
        text.indexOf('disagreed'),
        node as Node,
        text.indexOf('disagreed') + 9,
      );
    });
    await press(page, 'm');
    const id = (await shownId(page)) ?? '';
    expect(entryOf(archive, MOLE, id)).toMatchObject({ type: 'reported', quote: ['disagreed'] });
    expect(
      archive
        .stored(MOLE)
        .statements.map((entry) => entry.id)
        .indexOf(id),
    ).toBe(1);
  });

  test('words are split off and joined again; two statements never share words', async () => {
    const archive = await newsroom();
    const id = archive.idOf(MOLE, 'We have');
    const { page, url } = await atDesk(archive.content);
    await goTo(page, url, id);
    await page.evaluate(() => {
      const node = document.querySelectorAll('.text p')[1]?.firstChild;
      const at = node?.textContent?.indexOf('It will hold.') ?? 0;
      getSelection()?.setBaseAndExtent(node as Node, at, node as Node, at + 13);
    });
    await press(page, 'p');
    const split = (await shownId(page)) ?? '';
    expect(entryOf(archive, MOLE, id)).toMatchObject({ quote: ['We have mended it twice,'] });
    expect(entryOf(archive, MOLE, split)).toMatchObject({
      quote: ['It will hold.'],
      speaker: 'ada-varga',
      sure: false,
    });
    await press(page, 'e', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Enter');
    expect(await notice(page)).toContain('are those of another statement');
    await press(page, '[');
    expect(await shownId(page)).toBe(id);
    expect(entryOf(archive, MOLE, id)).toMatchObject({ quote: ['We have mended it twice,', 'It will hold.'] });
    expect(entryOf(archive, MOLE, split)).toBeUndefined();
  });

  test('what a released statement was goes to its history', async () => {
    const archive = await newsroom();
    archive.released();
    const [mended, paid] = [archive.idOf(MOLE, 'We have'), archive.idOf(MOLE, 'not paid')];
    const { page, url } = await atDesk(archive.content);
    await goTo(page, url, mended);
    await press(page, '1');
    expect(entryOf(archive, MOLE, mended)).toMatchObject({
      history: [{ speaker: 'ada-varga', why: 'The speaker was corrected.' }],
    });
    await goTo(page, url, paid);
    await press(page, 'e', 'ArrowLeft', 'Enter');
    expect(entryOf(archive, MOLE, paid)).toMatchObject({ quote: ['not paid'], history: [{ quote: ['not paid for'] }] });
    await press(page, 'x');
    expect(archive.stored(MOLE).gone).toMatchObject([{ id: paid, was: 'not paid', why: 'It was not a statement.' }]);
    expect(await archive.done('check')).toContain('No problems');
  });
});

describe('other programs', () => {
  test('a file that changed meanwhile is shown, and never overwritten', async () => {
    const archive = await newsroom();
    const { page } = await atDesk(archive.content, '?queue=probable');
    archive.edit(MOLE, 'sure: false', 'sure: false # I am asking her');
    const edited = archive.record(MOLE);
    await press(page, 'a');
    expect(await notice(page)).toContain('was changed by another program');
    expect(archive.record(MOLE)).toBe(edited);
    await press(page, 'a');
    expect(entryOf(archive, MOLE, archive.idOf(MOLE, 'We have'))).toMatchObject({ status: 'confirmed' });
  });

  test('undoing keeps what was edited since, and refuses if that was the same lines', async () => {
    const archive = await newsroom();
    const before = archive.record(MOLE);
    const { page } = await atDesk(archive.content, '?queue=probable');
    await press(page, 'a');
    archive.edit(MOLE, 'cue: told', 'cue: told # by an editor');
    await press(page, 'u');
    expect(archive.record(MOLE)).toBe(before.replace('cue: told', 'cue: told # by an editor'));
    await press(page, 'a');
    archive.edit(MOLE, 'status: confirmed', 'status: disputed');
    const edited = archive.record(MOLE);
    await press(page, 'u');
    expect(await notice(page)).toContain('was changed since in the same place');
    expect(archive.record(MOLE)).toBe(edited);
  });

  test('a record with a typing error is shown with file, line and what to do, and the other articles stay', async () => {
    const archive = await newsroom();
    archive.edit(TIDE, 'cue: said', 'cu: said');
    const { page } = await atDesk(archive.content, '?queue=all');
    const problems = await page.locator('.problems').innerText();
    expect(problems).toContain(`${archive.path(TIDE)}:11 `);
    expect(problems).toContain('cu is not a known field here. Correct its spelling or remove it.');
    expect(await left(page)).toBe(4);
  });

  test('while another command writes, an act says so and changes nothing', async () => {
    const archive = await newsroom();
    const { page } = await atDesk(archive.content, '?queue=probable');
    const before = contentsOf(archive.content);
    const holder = `import { withContentLock } from './src/content/content-lock.ts';
      await withContentLock(process.argv[1], () => { console.log('locked'); return new Promise((r) => setTimeout(r, 60000)); });`;
    const { spawn } = await import('node:child_process');
    const child = spawn('node', ['--input-type=module', '--eval', holder, archive.content], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill());
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await press(page, 'a');
    expect(await notice(page)).toContain('Another command is writing');
    expect(contentsOf(archive.content)).toEqual(before);
  });
});

describe('what another program did meanwhile', () => {
  test('a statement that was released since it was shown becomes gone, and an act before a release is not undone', async () => {
    const archive = await newsroom();
    const id = archive.idOf(MOLE, 'not paid');
    const { page, url } = await atDesk(archive.content);
    await goTo(page, url, archive.idOf(TIDE, 'The tide'));
    await press(page, '/', 'Control+a', ...Array.from('Dov Brandt'), 'Enter');
    await goTo(page, url, id);
    archive.released();
    await press(page, 'x');
    expect(archive.stored(MOLE).gone).toMatchObject([{ id, why: 'It was not a statement.' }]);
    await press(page, 'u');
    await press(page, 'u');
    expect(await notice(page)).toContain('dov-brandt was released since');
    expect(await archive.done('check')).toContain('No problems');
  });

  test('a group whose statements were changed since it was shown is shown again', async () => {
    const archive = await newsroom();
    for (const day of ['20', '21'])
      archive.write(`2024-03-${day}-note`, [`“Berth ${day} is shut,” a deckhand shouted.`]);
    await archive.done('record');
    const { page } = await atDesk(archive.content, 'groups');
    archive.edit('2024-03-20-note', 'described: true', 'speaker: cora-tern');
    archive.edit('2024-03-20-note', 'status: inferred', 'status: confirmed');
    const edited = archive.record('2024-03-20-note');
    await page.locator('li', { hasText: 'a deckhand' }).getByRole('button', { name: 'None' }).click();
    expect(await notice(page)).toContain('were changed since they were shown');
    expect(archive.record('2024-03-20-note')).toBe(edited);
  });

  test('an act that cannot be written changes nothing, says so, and the next one is done', async () => {
    const archive = await newsroom();
    const { page } = await atDesk(archive.content, '?queue=probable');
    const before = contentsOf(archive.content);
    const blocker = join(archive.content, 'speakers/.ben-varga.yaml.tmp');
    mkdirSync(blocker);
    await press(page, '1');
    expect(await notice(page)).toContain('Nothing was changed, since not all of these could be written');
    expect(contentsOf(archive.content)).toEqual(before);
    rmSync(blocker, { recursive: true });
    await press(page, '1');
    expect(entryOf(archive, MOLE, archive.idOf(MOLE, 'We have'))).toMatchObject({ speaker: 'ben-varga' });
  });

  test('if the next statement cannot be read any more, the act is done, and the one after it is shown', async () => {
    const archive = await newsroom();
    const { page } = await atDesk(archive.content, '?queue=open');
    const first = (await shownId(page)) ?? '';
    await press(page, 'j');
    const path = (await page.locator('[data-statement]').getAttribute('data-path')) ?? '';
    await press(page, 'k');
    writeFileSync(path.replace('.md', '.statements.yaml'), 'statements: [\n');
    await press(page, 'a');
    expect(await notice(page)).toContain('This is not valid YAML');
    expect([MOLE, TIDE, VOTE].some((name) => archive.record(name).includes(`id: ${first}`))).toBe(true);
    expect(await page.locator('.latest li').count()).toBe(1);
  });
});

describe('acts that would leave a wrong record are refused', () => {
  test('splitting off words of another statement, a day after the article, and joining two speakers', async () => {
    const archive = await newsroom();
    const before = contentsOf(archive.content);
    const [mended, mole] = [archive.idOf(MOLE, 'We have'), archive.idOf(MOLE, 'The mole')];
    const { page, url } = await atDesk(archive.content);
    await goTo(page, url, mended);
    await press(page, 'p', 'ArrowUp', 'ArrowUp', 'Enter');
    expect(await notice(page)).toContain('These are not words of this statement');
    await page.keyboard.press('d');
    await page.locator('#day').fill('2024-03-10');
    await press(page, 'Enter');
    expect(await notice(page)).toContain("after the article's day");
    await press(page, ']');
    expect(await notice(page)).toContain('not by the same speaker');
    await press(page, 'e', ...Array<string>(8).fill('Shift+ArrowLeft'), 'Enter');
    expect(await shownId(page)).toBe(mended);
    expect(entryOf(archive, MOLE, mole)).toMatchObject({ quote: ['The mole will not stand another winter.'] });
    await press(page, 'u');
    expect(contentsOf(archive.content)).toEqual(before);
  });

  test('what is split off a quotation stays a quotation', async () => {
    const archive = await newsroom();
    const id = archive.idOf(MOLE, 'The mole');
    const { page, url } = await atDesk(archive.content);
    await goTo(page, url, id);
    await press(page, 'p', 'ArrowRight', 'Enter');
    expect(archive.stored(MOLE).statements[0]).toMatchObject({ type: 'direct', quote: ['The mole'] });
    expect(await archive.done('check')).toContain('No problems');
  });

  test('a form for a file that it cannot show', async () => {
    const archive = await newsroom();
    const file = archive.path(TIDE, '.md');
    const written = readFileSync(file, 'utf8').replace(
      'title: An article',
      'title: An article\nauthor: Ada Quill\nlanguage: not a tag',
    );
    writeFileSync(file, written);
    const { page } = await atDesk(archive.content, `articles/edit?file=${encodeURIComponent(file)}`);
    expect(await page.locator('.notice').innerText()).toContain('Fix it in a text editor');
    expect(await page.locator('#body').count()).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(written);
  });

  test('a second click of a double click', async () => {
    const archive = await newsroom();
    const { page } = await atDesk(archive.content, '?queue=open');
    await page.getByRole('button', { name: 'Right' }).dblclick();
    await expect.poll(() => page.locator('.latest li').count()).toBe(1);
    await page.waitForTimeout(300);
    expect(await left(page)).toBe(5);
  });
});

test('a proposed name becomes one speaker, however often it is confirmed', async () => {
  const archive = new InventedArchive('all');
  for (const day of ['20', '21']) archive.write(`2024-03-${day}-note`, [`“Berth ${day} is shut,” a deckhand shouted.`]);
  await archive.done('record');
  for (const day of ['20', '21']) {
    archive.edit(`2024-03-${day}-note`, 'described: true', 'proposed: Dov Brandt');
    archive.edit(`2024-03-${day}-note`, 'status: inferred', 'status: inferred\n    sure: false');
  }
  const { page } = await atDesk(archive.content, 'groups');
  await page.locator('li', { hasText: 'Dov Brandt' }).getByRole('button', { name: 'Accept all' }).click();
  expect(await notice(page)).toBe('Accepted together: 2 statements.');
  for (const day of ['20', '21']) expect(archive.record(`2024-03-${day}-note`)).toContain('speaker: dov-brandt');
  expect(await archive.done('check')).toContain('No problems');
});

describe('groups', () => {
  test('one decision confirms or refuses all statements of a name, a description or a role, and is undone as one', async () => {
    const archive = new InventedArchive('all');
    for (const day of ['04', '05', '06'])
      archive.write(`2024-03-${day}-note`, [
        `A spokeswoman for the harbour office said the crane of berth ${day} was “not final, and far from paid for”.`,
        `Ada Varga, the mayor of Kell, told the council: “The mole will not stand winter ${day}.”`,
      ]);
    await archive.done('record');
    const before = contentsOf(archive.content);
    const { page, url } = await atDesk(archive.content, 'groups');
    const described = page.locator('li', {
      hasText: '“A spokeswoman for the harbour office” describes who speaks, 3 times.',
    });
    await described.getByRole('button', { name: 'Accept all' }).click();
    expect(await notice(page)).toBe('Accepted together: 3 statements.');
    for (const day of ['04', '05', '06'])
      expect(archive.record(`2024-03-${day}-note`)).toMatch(
        /described: true\n.*source: A spokeswoman.*\n.*\n {4}status: confirmed/,
      );
    const role = page.locator('li', {
      hasText: 'Ada Varga is called “mayor of Kell”, 3 times, from 4 March 2024 to 6 March 2024.',
    });
    await role.getByRole('button', { name: 'Accept all' }).click();
    expect(readFileSync(join(archive.content, 'speakers/ada-varga.yaml'), 'utf8')).toContain(
      'roles:\n  - title: mayor of Kell\n    from: 2024-03-04\n    to: 2024-03-06\n    source: Called so in this archive from 2024-03-04 to 2024-03-06.\n',
    );
    expect(await archive.done('check')).toContain('No problems');
    await page.goto(url);
    await press(page, 'u');
    await press(page, 'u');
    expect(contentsOf(archive.content)).toEqual(before);
    await page.goto(`${url}groups`);
    await described.getByRole('button', { name: 'None' }).click();
    expect(archive.record('2024-03-05-note')).toMatch(/source: A spokeswoman.*\n.*\n {4}status: unattributed/);
    expect(await archive.done('check')).toContain('No problems');
  });
});

describe('speakers', () => {
  test('what an act will change is shown before it is done: merging, renaming, splitting, roles', async () => {
    const archive = await newsroom();
    const before = contentsOf(archive.content);
    const { page, url } = await atDesk(archive.content, 'speakers/cora-tern');
    await page.getByLabel('Title').first().fill('Ferry captain');
    await page.getByLabel('Source').first().fill('The harbour register.');
    await page.getByLabel('From').first().fill('last year');
    await page.getByRole('button', { name: 'Show what changes' }).first().click();
    expect(await notice(page)).toContain('is not a date');
    await page.getByLabel('Title').first().fill('Ferry captain');
    await page.getByLabel('Source').first().fill('The harbour register.');
    await page.getByLabel('From').first().fill('2019');
    await page.getByRole('button', { name: 'Show what changes' }).first().click();
    expect(await page.locator('pre').innerText()).toContain('+  - title: Ferry captain');
    expect(contentsOf(archive.content)).toEqual(before);
    await page.getByRole('button', { name: 'Do it' }).click();
    const file = join(archive.content, 'speakers/cora-tern.yaml');
    expect(readFileSync(file, 'utf8')).toContain('- title: Ferry captain\n    from: "2019"\n');

    await page.getByLabel('New id').fill('cora-tern-of-kell');
    await page.getByRole('button', { name: 'Show what changes' }).nth(2).click();
    await page.getByRole('button', { name: 'Do it' }).click();
    expect(page.url()).toBe(`${url}speakers/cora-tern-of-kell`);
    expect(await page.locator('main').innerText()).toContain('2 statements');
    expect(existsSync(file)).toBe(false);

    await page.getByLabel('is the same as').fill('ada-varga');
    await page.getByRole('button', { name: 'Show what changes' }).nth(1).click();
    expect(await page.locator('pre').first().innerText()).toContain('+mergedInto: ada-varga');
    await page.getByRole('button', { name: 'Do it' }).click();
    expect(await archive.done('check')).toContain('No problems');

    await page.goto(`${url}speakers/ada-varga`);
    await page.getByLabel(/The mole will not stand/).check();
    await page.getByLabel('Their name').fill('Ada Varga of Holm');
    await page.getByRole('button', { name: 'Show what changes' }).last().click();
    await page.getByRole('button', { name: 'Do it' }).click();
    expect(entryOf(archive, MOLE, archive.idOf(MOLE, 'The mole'))).toMatchObject({ speaker: 'ada-varga-of-holm' });
    expect(await archive.done('check')).toContain('No problems');
    await page.goto(url);
    for (let times = 0; times < 4; times++) await press(page, 'u');
    expect(contentsOf(archive.content)).toEqual(before);
  });
});

describe('articles', () => {
  test('the form changes only what the editor changed: comments and line ends stay', async () => {
    const archive = await newsroom();
    const file = archive.path(TIDE, '.md');
    const written =
      '---\r\ndate: 2024-03-12 # from the paper\r\ntitle: An article\r\n---\r\n\r\n“Nobody asked us,” a deckhand shouted.\r\n';
    writeFileSync(file, written);
    const { page } = await atDesk(archive.content, `articles/edit?file=${encodeURIComponent(file)}`);
    await page.locator('#outlet').fill('The Kell Courier');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await notice(page)).toContain('Saved.');
    expect(readFileSync(file, 'utf8')).toBe(
      written.replace('title: An article\r\n', 'title: An article\r\noutlet: The Kell Courier\r\n'),
    );
    await page.locator('#archived').fill('tomorrow');
    await page.locator('#body').fill('“Nobody asked us,” a deckhand shouted.\n\n“We did,” Cora Tern said.');
    await expect.poll(() => page.locator('#look').innerText()).toContain('2 statements found');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await notice(page)).toContain('archived: tomorrow is not a calendar day');
    expect(await page.locator('#body').inputValue()).toContain('Cora Tern said');
    expect(readFileSync(file, 'utf8')).not.toContain('Cora Tern said');
    await page.locator('#archived').fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(readFileSync(file, 'utf8')).toContain('shouted.\r\n\r\n“We did,” Cora Tern said.');
  });

  test('a file that changed since it was opened is kept, and what the editor wrote as well', async () => {
    const archive = await newsroom();
    const file = archive.path(TIDE, '.md');
    const { page } = await atDesk(archive.content, `articles/edit?file=${encodeURIComponent(file)}`);
    const other = readFileSync(file, 'utf8').replace('Monday', 'Tuesday');
    writeFileSync(file, other);
    await page.locator('#body').fill('My own words, which nobody said.');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await page.locator('[role=alert]').first().innerText()).toContain('was changed by another program');
    expect(readFileSync(file, 'utf8')).toBe(other);
    expect(await page.locator('#body').inputValue()).toBe('My own words, which nobody said.');
  });
});

describe('publishing', () => {
  test('the desk says what a release will change, records, releases, and shows how that goes on', async () => {
    const archive = await newsroom();
    archive.write('2024-03-16-the-lamp', ['“The lamp is lit,” Cora Tern said.']);
    const { page, url } = await atDesk(archive.content, 'publish');
    expect(await page.locator('main').innerText()).toContain(
      'Not searched since they were written or edited: 1 article',
    );
    await page.getByRole('button', { name: 'Record' }).click();
    await expect.poll(() => page.locator('main').innerText(), { timeout: 60_000 }).toContain('npm run record done.');
    await expect.poll(() => page.locator('main').innerText()).toContain('New: 7 statements');
    await page.goto(`${url}publish`);
    expect(await page.locator('main').innerText()).toContain('Of these nobody reviewed 7.');
  });
});

describe('the door', () => {
  test('other hosts’ names, cross-site posts and posts without the token are refused, and nothing is framed', async () => {
    const archive = await newsroom();
    const desk = await openDesk(archive.content);
    onTestFinished(desk.close);
    const before = contentsOf(archive.content);
    const id = archive.idOf(MOLE, 'We have');
    const ask = (...args: string[]): string => spawnSync('curl', ['-s', '-i', ...args], { encoding: 'utf8' }).stdout;
    expect(ask('-H', 'Host: evil.example', desk.url)).toMatch(/^HTTP\/1.1 403/);
    expect(ask('-X', 'POST', '-d', '{}', `${desk.url}undo`)).toMatch(/^HTTP\/1.1 403/);
    const page = ask(desk.url);
    expect(page).toMatch(/frame-ancestors 'none'/);
    const token = /name="desk-token" content="([^"]+)"/.exec(page)?.[1] ?? '';
    const decision = JSON.stringify({ id, path: archive.path(MOLE, '.md'), version: '', decision: { act: 'confirm' } });
    const post = ['-X', 'POST', '-H', 'Content-Type: application/json', '-d', decision, `${desk.url}decide`];
    expect(ask('-H', `X-Desk-Token: ${token}`, '-H', 'Sec-Fetch-Site: cross-site', ...post)).toMatch(/^HTTP\/1.1 403/);
    expect(ask('-H', `X-Desk-Token: ${token}x`, ...post)).toMatch(/^HTTP\/1.1 403/);
    // With the token it is understood: the version is not the one on disk.
    expect(ask('-H', `X-Desk-Token: ${token}`, ...post)).toMatch(/^HTTP\/1.1 409/);
    expect(contentsOf(archive.content)).toEqual(before);
  });

  test('no file outside of the articles is read or written', async () => {
    const archive = await newsroom();
    const { page, url } = await atDesk(archive.content);
    const answer = await page.goto(`${url}articles/edit?file=${encodeURIComponent('/etc/passwd')}`);
    expect(answer?.status()).toBe(404);
    const secret = await page.goto(`${url}assets/..%2f..%2fpackage.json`);
    expect(secret?.status()).toBe(404);
  });

  test('nothing of the desk is in a published site', () => {
    const { folder } = inject('site');
    for (const [path, bytes] of contentsOf(folder))
      expect(/desk-token|data-decision|\/desk\.js/.test(bytes), path).toBe(false);
  });
});

test('a desk that is killed at any moment leaves every act whole or undone', async () => {
  const archive = await newsroom();
  const { content } = archive;
  const git = (...args: string[]): string =>
    spawnSync('git', ['-C', content, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { encoding: 'utf8' })
      .stdout;
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'before');
  const id = archive.idOf(MOLE, 'We have');
  const whole = new Set<string>();
  const TIMES = 12;
  /** How long the act takes on this machine, in milliseconds: the first one is not interrupted. */
  let took = 0;
  for (let time = 0; time < TIMES; time++) {
    const desk = await openDesk(content);
    const page = await (await fetch(`${desk.url}?queue=all&at=${id}`)).text();
    const token = /name="desk-token" content="([^"]+)"/.exec(page)?.[1] ?? '';
    const version = /data-version="([^"]+)"/.exec(page)?.[1] ?? '';
    const decision = { act: 'speaker', who: { name: 'Ben Varga', kind: 'person' } };
    const start = performance.now();
    const sent = fetch(`${desk.url}decide?queue=all`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Desk-Token': token },
      body: JSON.stringify({ id, path: archive.path(MOLE, '.md'), version, decision }),
    }).catch(() => null);
    if (time === 0) {
      await sent;
      took = performance.now() - start;
    } else await new Promise((resolve) => setTimeout(resolve, (took * time) / TIMES));
    desk.process.kill('SIGKILL');
    await sent;
    // The next command finishes what was begun.
    await archive.done('record');
    const isMade = existsSync(join(content, 'speakers/ben-varga.yaml'));
    const isWritten = archive.record(MOLE).includes('speaker: ben-varga');
    expect(isMade).toBe(isWritten);
    whole.add(String(isMade));
    expect(await archive.done('check')).toContain('No problems');
    git('checkout', '-q', '.');
    git('clean', '-qfd');
  }
  // Otherwise no kill came at a moment that matters.
  expect([...whole].sort()).toEqual(['false', 'true']);
});

test('axe finds nothing on any page of the desk, in light and dark', async () => {
  const archive = await newsroom();
  archive.edit(TIDE, 'cue: said', 'cu: said');
  const { page, url } = await atDesk(archive.content);
  const edit = `articles/edit?file=${encodeURIComponent(archive.path(MOLE, '.md'))}`;
  for (const path of [
    '?queue=probable',
    '?queue=described',
    'groups',
    'speakers',
    'speakers/ada-varga',
    'articles',
    edit,
    'publish',
  ]) {
    await page.goto(url + path);
    expect(await violationsInBoth(page), path).toEqual([]);
  }
  await page.goto(`${url}?queue=probable`);
  for (const key of ['/', 'd', 't', '?']) {
    await page.keyboard.press(key);
    await page.waitForSelector('dialog[open]');
    expect(await violationsInBoth(page), key).toEqual([]);
    await page.keyboard.press('Escape');
  }
});
