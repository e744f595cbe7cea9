import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Day } from '../src/base/day.ts';
import { planRelease } from '../src/site/release/plan-release.ts';
import { commitLedger } from '../src/site/release/release.ts';
import { emptyFolder, run } from './command.ts';

interface Entry {
  id: string;
  quote: string[];
  speaker?: string;
  history?: { quote?: string[]; speaker?: string }[];
}
interface StoredRecord {
  statements: Entry[];
  gone?: { id: string }[];
}

const ARTICLES = {
  '2020-03-02-the-mole': [
    'Ada Quill, the mayor, told the council on Monday: “The mole will not stand another winter of storms.”',
    '“We have no money for a new one,” said Ben Tern, the treasurer. “Nobody has.”',
    'The ferry left at noon, and the gulls followed it as far as the lighthouse.',
    'Ada Quill called the delay “a disgrace for a town that lives by the sea.”',
  ],
  '2020-04-05-the-ferry': [
    '“The ferry will sail again in the spring of next year,” Cora Lund said.',
    'Lund said that the harbour would pay for the repairs.',
    '“The ferry is safe,” she said.\n\nThe crew agreed.\n\n“The ferry is safe,” Ben Tern said.',
  ],
};

/** A timeout in milliseconds that is enough to record and check dozens of edits even on a slow machine. */
const SLOW = 900_000;

let content = '';

/** Updates the ledger as `npm run release` does, without the build. */
function release(): void {
  commitLedger(content, planRelease(content, '2030-01-01' as Day).ledger);
}

const environment = (): Record<string, string> => ({ VERBATIM_CONTENT: content });
const articleFiles = (): string[] =>
  readdirSync(join(content, 'articles/2020'))
    .filter((name) => name.endsWith('.md'))
    .toSorted();
const pathOf = (name: string): string => join(content, 'articles/2020', name);
const bodyOf = (name: string): string => readFileSync(pathOf(name), 'utf8').split('---\n')[2]?.trim() ?? '';
const recordOf = (name: string): StoredRecord =>
  parse(readFileSync(pathOf(name.replace(/\.md$/, '.statements.yaml')), 'utf8')) as StoredRecord;
const ledger = (): string[] =>
  (existsSync(join(content, 'ledger')) ? readdirSync(join(content, 'ledger')) : []).flatMap((name) =>
    readFileSync(join(content, 'ledger', name), 'utf8')
      .trim()
      .split('\n'),
  );

function writeArticle(name: string, body: string): void {
  const day = name.slice(0, 10);
  writeFileSync(pathOf(name), `---\ndate: ${day}\ntitle: An article\n---\n\n${body}\n`);
}

beforeEach(async () => {
  content = emptyFolder();
  mkdirSync(join(content, 'articles/2020'), { recursive: true });
  const archive =
    'title: The harbour\ndescription: Invented.\nlanguages: en\nbaseUrl: https://harbour.example\nrights: None.\npublish: all\n';
  writeFileSync(join(content, 'archive.yaml'), archive);
  for (const [name, paragraphs] of Object.entries(ARTICLES)) writeArticle(`${name}.md`, paragraphs.join('\n\n'));
  expect((await run('record', [], environment())).code).toBe(0);
});

/** Records, accepts what changed, and expects that no problems remain. */
async function record(): Promise<void> {
  const first = await run('record', [], environment());
  const changed = [...first.output.matchAll(/\.yaml:\d+: ([0-9a-z]{10}): /g)].map(([, id = '']) => id);
  expect(first.code, first.output).toBe(0);
  if (changed.length > 0) {
    const accepted = await run('record', ['--accept', ...changed, '--why', 'The article was edited.'], environment());
    expect(accepted.code, accepted.output).toBe(0);
    expect((await run('record', [], environment())).code).toBe(0);
  }
  const checked = await run('check', [], environment());
  expect(checked.code, checked.output).toBe(0);
}

/** Every id of the archive, with its current and former words. */
function statements(): Map<string, { now: string; before: string[] }> {
  const entries = articleFiles().flatMap((name) => recordOf(name).statements);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  return new Map(
    entries.map(({ id, quote, history }) => {
      const before = (history ?? []).flatMap((entry) => (entry.quote ? [[entry.quote].flat().join(' ')] : []));
      return [id, { now: quote.join(' '), before }];
    }),
  );
}

/** Edits that an editor might make. Each takes a number that selects what to edit. */
const EDITS: Record<string, (choice: number) => void> = {
  insert: (choice) => {
    edit(choice, (paragraphs) =>
      paragraphs.toSpliced(
        choice % (paragraphs.length + 1),
        0,
        `“The tide rose ${choice} inches in a night,” Dora Reed said.`,
      ),
    );
  },
  repeat: (choice) => {
    edit(choice, (paragraphs) => [...paragraphs, paragraphs[choice % paragraphs.length] ?? '']);
  },
  delete: (choice) => {
    edit(choice, (paragraphs) =>
      paragraphs.length > 1 ? paragraphs.toSpliced(choice % paragraphs.length, 1) : paragraphs,
    );
  },
  reorder: (choice) => {
    edit(choice, (paragraphs) => paragraphs.toReversed());
  },
  reword: (choice) => {
    edit(choice, (paragraphs) =>
      paragraphs.map((text, at) =>
        at === choice % paragraphs.length ? text.replace(/(“\S+ )(\S+)/, '$1certainly $2') : text,
      ),
    );
  },
  'change marks': (choice) => {
    edit(choice, (paragraphs) => paragraphs.map((text) => text.replace(/[“”]/g, '"')));
  },
  split: (choice) => {
    edit(choice, (paragraphs) => paragraphs.flatMap((text) => text.split(/(?<=[.”]) (?=[“A-Z])/)));
  },
  join: (choice) => {
    edit(choice, (paragraphs) => [paragraphs.join(' ')]);
  },
  rename: (choice) => {
    move(choice, (name) => name.replace(/^(.{11}).*/, `$1renamed-${choice}.md`));
  },
  redate: (choice) => {
    move(choice, (name) => name.replace(/^.{10}/, `2020-0${(choice % 6) + 1}-1${choice % 9}`));
  },
  'change a speaker': (choice) => {
    const name = articleFiles()[choice % articleFiles().length] ?? '';
    const path = pathOf(name.replace(/\.md$/, '.statements.yaml'));
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, `${text.replace(/speaker: .*/, 'speaker: edda-moor # as she told us')}# kept\n`);
    writeFileSync(join(content, 'speakers/edda-moor.yaml'), 'name: Edda Moor\nkind: person\n');
  },
};

function edit(choice: number, change: (paragraphs: string[]) => string[]): void {
  const names = articleFiles();
  const name = names[choice % names.length] ?? '';
  writeArticle(name, change(bodyOf(name).split('\n\n')).join('\n\n'));
}

function move(choice: number, rename: (name: string) => string): void {
  const names = articleFiles();
  const name = names[choice % names.length] ?? '';
  const target = rename(name);
  if (names.includes(target)) return;
  const body = bodyOf(name);
  rmSync(pathOf(name));
  writeArticle(target, body);
  const [from, to] = [name, target].map((file) => pathOf(file.replace(/\.md$/, '.statements.yaml')));
  if (from && to && existsSync(from)) renameSync(from, to);
}

/** Every address that the ledger ever named has a page. */
function expectAnswers(out: string): void {
  for (const address of ledger()) expect(existsSync(join(out, address, 'index.html')), address).toBe(true);
}
const build = async (): Promise<string> => {
  const out = join(content, '../', `${basename(content)}-site`);
  const built = await run('build', [], { ...environment(), VERBATIM_OUT: out });
  expect(built.code, built.output).toBe(0);
  return out;
};

test(
  'whatever is edited, a statement whose words remain keeps its id, no id passes to other words, no address is lost',
  async () => {
    const edits = fc.array(fc.tuple(fc.constantFrom(...Object.keys(EDITS)), fc.nat(50)), {
      minLength: 4,
      maxLength: 5,
    });
    const sequences = fc.sample(edits, { seed: 20_231_117, numRuns: 4 });
    const everyKind = Object.keys(EDITS).map((kind, index): [string, number] => [kind, index]);
    for (const sequence of [everyKind, ...sequences]) {
      release();
      for (const [kind, choice] of sequence) {
        const [before, addresses] = [statements(), ledger()];
        EDITS[kind]?.(choice);
        await record();
        if (choice % 3 === 0) release();
        const after = statements();
        const text = articleFiles().map(bodyOf).join('\n\n');
        for (const [id, { now }] of before) {
          const current = after.get(id);
          if (current && current.now !== now)
            expect(current.before, `${kind}: ${id} took over other words`).toContain(now);
          const equal = [...before].filter(([, other]) => other.now === now).map(([other]) => other);
          const kept = equal.filter((other) => after.get(other)?.now === now);
          const standing = Math.min(equal.length, text.split(now).length - 1);
          expect(kept.length, `${kind}: “${now}” remains but lost its id`).toBeGreaterThanOrEqual(standing);
        }
        expect(
          ledger().filter((address) => addresses.includes(address)),
          'the ledger is only appended to',
        ).toEqual(addresses);
        for (const name of articleFiles()) {
          const file = readFileSync(pathOf(name.replace(/\.md$/, '.statements.yaml')), 'utf8');
          const isThere = recordOf(name).statements.some(({ speaker }) => speaker === 'edda-moor');
          if (isThere) expect(file).toContain('# as she told us');
        }
      }
    }
    expect(ledger().length).toBeGreaterThan(10);
    expectAnswers(await build());
  },
  SLOW,
);

describe('addresses of the built site', () => {
  beforeEach(release);

  const page = (out: string, address: string): string => readFileSync(join(out, address, 'index.html'), 'utf8');

  test('renamed and re-dated articles redirect; a deleted one and its statements say that they are gone', async () => {
    move(0, () => '2020-03-02-the-old-mole.md');
    await record();
    release();
    move(0, () => '2020-03-09-the-old-mole.md');
    await record();
    writeArticle('2020-05-06-the-crew.md', '“The ferry is safe,” Cora Lund said.');
    const [statement] = recordOf('2020-04-05-the-ferry.md').statements;
    writeArticle('2020-05-06-the-boats.md', '“The ferry is safe,” Dora Reed said.\n\n“The crew is not,” she said.');
    await record();
    release();
    const [removed] = recordOf('2020-05-06-the-boats.md').statements;
    writeArticle('2020-05-06-the-boats.md', '“The crew is not,” Dora Reed said.');
    rmSync(pathOf('2020-04-05-the-ferry.md'));
    rmSync(pathOf('2020-04-05-the-ferry.statements.yaml'));
    await record();
    const out = await build();
    expectAnswers(out);
    for (const old of ['/2020/03/02/the-mole/', '/2020/03/02/the-old-mole/']) {
      expect(page(out, old)).toContain('url=/2020/03/09/the-old-mole/');
    }
    expect(page(out, '/2020/04/05/the-ferry/')).toContain('This article was removed');
    expect(page(out, `/s/${statement?.id}/`)).toContain('This statement was removed');
    const [other] = recordOf('2020-05-06-the-crew.md').statements;
    expect(page(out, `/s/${removed?.id}/`)).toContain('The same words are also at');
    expect(page(out, `/s/${removed?.id}/`)).toContain(`href="/s/${other?.id}/"`);
  });

  test('withheld words are removed from every output', async () => {
    const name = '2020-03-02-the-mole.md';
    const entry = recordOf(name).statements.find(({ quote }) => quote.join(' ').startsWith('We have no money'));
    writeArticle(name, bodyOf(name).replace(/“We have no money.*/, 'The treasurer spoke.'));
    await record();
    const path = pathOf(name.replace(/\.md$/, '.statements.yaml'));
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(
        /why: Not in the text any more\./,
        'why: A court ordered it.\n    withhold: true',
      ),
    );
    const out = await build();
    expectAnswers(out);
    expect(page(out, `/s/${entry?.id}/`)).toContain('A court ordered it.');
    const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    for (const file of files) {
      expect(readFileSync(join(file.parentPath, file.name), 'utf8'), file.name).not.toContain('no money for a new one');
    }
  });

  test('changed words and a corrected speaker are shown with the statement, under corrections, in feeds', async () => {
    const name = '2020-03-02-the-mole.md';
    const [first, second] = recordOf(name).statements;
    writeArticle(name, bodyOf(name).replace('will not stand', 'may not stand'));
    await record();
    const path = pathOf(name.replace(/\.md$/, '.statements.yaml'));
    const history =
      '    history:\n      - {until: 2020-05-01, speaker: ben-tern, why: It was Cora Lund who said it.}\n';
    writeFileSync(path, readFileSync(path, 'utf8').replace('speaker: ben-tern\n', `speaker: cora-lund\n${history}`));
    await record();
    const out = await build();
    expectAnswers(out);
    const corrections = page(out, '/corrections/');
    for (const html of [corrections, page(out, `/s/${first?.id}/`)]) {
      expect(html).toMatch(
        /The mole\s+<del[^>]*>will<\/del>\s*<ins[^>]*>may<\/ins>\s+not stand another winter of storms\./,
      );
      expect(html).toContain('The article was edited.');
    }
    for (const html of [corrections, page(out, `/s/${second?.id}/`)]) {
      expect(html).toMatch(/<del[^>]*>Ben Tern<\/del>/);
      expect(html).toContain('It was Cora Lund who said it.');
    }
    const feed = JSON.parse(readFileSync(join(out, 'corrections.json'), 'utf8')) as { items: { id: string }[] };
    expect(feed.items).toHaveLength(2);
    expect(readFileSync(join(out, 'corrections.xml'), 'utf8')).toContain('It was Cora Lund who said it.');
  });

  test('a speaker merged into another keeps an address, and no address of a statement changes', async () => {
    const before = [...statements().keys()];
    const path = join(content, 'speakers/cora-lund.yaml');
    writeFileSync(path, `${readFileSync(path, 'utf8')}mergedInto: ada-quill\n`);
    await record();
    const out = await build();
    expectAnswers(out);
    expect([...statements().keys()]).toEqual(before);
    expect(page(out, '/speakers/cora-lund/')).toContain('url=/speakers/ada-quill/');
    expect(page(out, '/speakers/ada-quill/')).toContain('The ferry will sail again');
  });
});
