import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { copyArchive, emptyFolder, type Outcome, run } from './command.ts';

// What editors, their programs and their file systems may put into the content folder. Each is reported with its place.
const HARBOUR = 'tests/archives/harbour';
const FOG = 'articles/2021/2021-11-05-fog';
const LIGHTS = 'articles/2021/2021-12-24-lights.statements.yaml';
const DAY = '2021-12-30';

const check = (content: string): Promise<Outcome> => run('check', [], { VERBATIM_CONTENT: content });

/** Adds an article to an archive. */
function addArticle(content: string, body: string, { slug = 'ice', title = 'Ice' } = {}): void {
  writeFileSync(
    join(content, 'articles/2021', `${DAY}-${slug}.md`),
    `---\ntitle: ${title}\ndate: ${DAY}\n---\n\n${body}\n`,
  );
}

/** Moves a file or folder out of an archive and leaves a link to it. */
function link(content: string, name: string): void {
  const elsewhere = join(emptyFolder(), basename(name));
  renameSync(join(content, name), elsewhere);
  symlinkSync(elsewhere, join(content, name));
}

const nest = (open: string, close = '', depth = 3000): string => `${open.repeat(depth)}a${close.repeat(depth)}`;
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

const bad: [what: string, damage: (content: string) => void, message: RegExp][] = [
  [
    'half a surrogate pair in a title',
    (c) => {
      addArticle(c, 'Text.', { title: '"a\\uD800"' });
    },
    /ice\.md:2: `title`: contains `U\+D800`, which is not a character/,
  ],
  [
    'a noncharacter in a title',
    (c) => {
      addArticle(c, 'Text.', { title: '"a\\uFFFF"' });
    },
    /ice\.md:2: `title`: contains `U\+FFFF`/,
  ],
  [
    'a noncharacter in a body',
    (c) => {
      addArticle(c, 'One.\n\nTwo \ufdd0.');
    },
    /ice\.md:8: This line contains `U\+FDD0`, which is not a character/,
  ],
  [
    'a title of zero-width characters',
    (c) => {
      addArticle(c, 'Text.', { title: '"\\u200B\\u2060"' });
    },
    /ice\.md:2: `title`: contains only invisible characters/,
  ],
  [
    'a name of Hangul fillers',
    (c) => {
      writeFileSync(join(c, 'speakers/x.yaml'), 'kind: person\nname: "\u3164\uffa0"\n');
    },
    /x\.yaml:2: `name`: contains only invisible characters/,
  ],
  [
    'a linked folder of articles',
    (c) => {
      link(c, 'articles/2021');
    },
    /articles\/2021:1: This is a symbolic link, which is not followed\. Put the file or folder itself here/,
  ],
  [
    'a linked article',
    (c) => {
      link(c, `${FOG}.md`);
    },
    /fog\.md:1: This is a symbolic link/,
  ],
  [
    'a linked record',
    (c) => {
      link(c, `${FOG}.statements.yaml`);
    },
    /fog\.statements\.yaml:1: This is a symbolic link/,
  ],
  [
    'a link that leads nowhere',
    (c) => {
      symlinkSync('gone', join(c, 'articles/x'));
    },
    /x:1: This is a symbolic link/,
  ],
  [
    'a link that leads back',
    (c) => {
      symlinkSync('..', join(c, 'articles/x'));
    },
    /x:1: This is a symbolic link/,
  ],
  ...['articles', 'speakers', 'ledger', 'archive.yaml', 'former-addresses.yaml', 'speakers/ada-quill.yaml'].map(
    (name): (typeof bad)[number] => [
      `${name} as a link`,
      (c) => {
        link(c, name);
      },
      new RegExp(`${name}:1: This is a symbolic link`),
    ],
  ),
  ...(
    [
      ['a text under the name of a picture', 'Not a picture.'],
      ['an empty picture', ''],
      ['the first bytes of a picture', readFileSync(join(HARBOUR, 'articles/1998/pier.png')).subarray(0, 12)],
    ] as const
  ).map(([what, data]): (typeof bad)[number] => [
    what,
    (c) => {
      writeFileSync(join(c, 'articles/2021/ice.jpg'), data);
      addArticle(c, 'One.\n\n![Ice](ice.jpg)');
    },
    /ice\.md:8: The image `ice\.jpg` is damaged or not an AVIF, GIF, JPEG, PNG or WebP picture/,
  ]),
  [
    'a folder under the name of a picture',
    (c) => {
      mkdirSync(join(c, 'articles/2021/ice.jpg'));
      addArticle(c, 'One.\n\n![Ice](ice.jpg)');
    },
    /ice\.md:8: The image `ice\.jpg` does not exist/,
  ],
  ...['', '~', 'null', '# statements were here\n', '---\n'].map((text): (typeof bad)[number] => [
    `a record that is ${JSON.stringify(text)}`,
    (c) => {
      writeFileSync(join(c, `${FOG}.statements.yaml`), text);
    },
    /fog\.statements\.yaml:1: The record is empty\. Put its entries back, or delete the file/,
  ]),
  ...['- a', 'text', '5'].map((text): (typeof bad)[number] => [
    `a record that is ${JSON.stringify(text)}`,
    (c) => {
      writeFileSync(join(c, `${FOG}.statements.yaml`), text);
    },
    /fog\.statements\.yaml:1: `The file`: Invalid input: expected object/,
  ]),
  [
    'an article whose record would have too long a name',
    (c) => {
      addArticle(c, 'Text.', { slug: 'a'.repeat(224) });
    },
    /a\.md:1: An article is named by its day and lower-case ASCII words of at most 223 characters/,
  ],
  [
    'a speaker with too long an id',
    (c) => {
      writeFileSync(join(c, 'speakers', `${'a'.repeat(224)}.yaml`), 'name: A\nkind: person\n');
    },
    /a\.yaml:1: A speaker file is named by lower-case ASCII words and hyphens, at most 223 characters/,
  ],
  [
    'a former address for which no folder can be made',
    (c) => {
      const from = `/2020/01/02/${'a'.repeat(256)}/`;
      writeFileSync(
        join(c, 'former-addresses.yaml'),
        `moved:\n  - from: ${from}\n    to: /2021/11/05/fog/\n    on: 2022-01-01\n`,
      );
    },
    /former-addresses\.yaml:2: `moved\.0\.from`: has a part of more than 255 characters/,
  ],
  ...(
    [
      ['block quotations', nest('> ')],
      ['lists', nest('- ')],
      ['indented lists', lines(300, (index) => `${'  '.repeat(index)}- a\n`)],
      ['emphasis', nest('_a ', ' a_', 500)],
      ['links', nest('[', '](b)')],
      ['images', nest('![', '](b.png)')],
    ] as const
  ).map(([what, body]): (typeof bad)[number] => [
    `${what} nested without end`,
    (c) => {
      addArticle(c, `One.\n\n${body}`);
    },
    /ice\.md:\d+: Quotations, lists, links or emphasis are nested more than 100 deep here/,
  ]),
  [
    'frontmatter nested without end',
    (c) => {
      addArticle(c, 'Text.', { title: nest('[', ']') });
    },
    /ice\.md:2: This is not valid YAML: it is nested more than 100 deep/,
  ],
  [
    'a record nested without end',
    (c) => {
      writeFileSync(join(c, `${FOG}.statements.yaml`), `statements:\n  ${nest('- ')}\n`);
    },
    /fog\.statements\.yaml:2: This is not valid YAML: it is nested more than 100 deep/,
  ],
  ...['*a ', '_a', 'a* ', '[a] ', '~a '].map((words): (typeof bad)[number] => [
    `a paragraph of ${JSON.stringify(words)} ten thousand times`,
    (c) => {
      addArticle(c, `One.\n\n${words.repeat(10_000)}`);
    },
    /ice\.md:8: This paragraph, list or table has more than 5000 of the marks .* Split it by blank lines/,
  ]),
  ...['a\\\n', 'a\n', '|a\n', '=\n'].map((line): (typeof bad)[number] => [
    `a paragraph of the line ${JSON.stringify(line)} fifty thousand times`,
    (c) => {
      addArticle(c, `One.\n\n${line.repeat(50_000)}`);
    },
    /ice\.md:5008: This paragraph, list or table has more than 5000 lines\. Split it by blank lines/,
  ]),
  [
    'thousands of block quotations',
    (c) => {
      addArticle(
        c,
        lines(4000, (index) => `> ${index}\n\n`),
      );
    },
    /ice\.md:\d+: The article has more than 1000 block quotations and footnotes/,
  ],
  [
    'thousands of footnotes',
    (c) => {
      addArticle(
        c,
        lines(4000, (index) => `a[^${index}]\n\n[^${index}]: b\n\n`),
      );
    },
    /ice\.md:\d+: The article has more than 1000 block quotations and footnotes/,
  ],
];

test.each(bad)('check names file and line for %s', async (_, damage, message) => {
  const content = copyArchive(HARBOUR);
  damage(content);
  const { code, output } = await check(content);
  expect(output).toMatch(message);
  expect(output).not.toMatch(/call stack|\n\s+at /);
  expect(code).toBe(1);
});

test('record refuses a linked or an empty record, a linked ledger and linked speakers, and changes none of them', async () => {
  for (const [name, damage] of [
    [`${FOG}.statements.yaml`, link],
    [
      `${FOG}.statements.yaml`,
      (c: string, name: string) => {
        writeFileSync(join(c, name), '# mine\n');
      },
    ],
    ['ledger/2021.txt', link],
    ['speakers/ada-quill.yaml', link],
  ] as const) {
    const content = copyArchive(HARBOUR);
    damage(content, name);
    const before = readFileSync(join(content, name), 'utf8');
    const { code, output } = await run('record', [], { VERBATIM_CONTENT: content });
    expect(output).toMatch(new RegExp(`${name}:1: (This is a symbolic link|The record is empty)`));
    expect(code).toBe(1);
    expect(readFileSync(join(content, name), 'utf8')).toBe(before);
  }
});

test('the content folder itself may be a link, and hidden files are ignored', async () => {
  const content = join(emptyFolder(), 'link');
  const folder = copyArchive(HARBOUR);
  symlinkSync(folder, content);
  symlinkSync('gone', join(folder, 'articles/.cache'));
  mkdirSync(join(folder, 'articles/.trash'));
  writeFileSync(join(folder, 'articles/.trash/draft.md'), 'not an article');
  expect(await check(content)).toMatchObject({ code: 0, output: expect.stringContaining('No problems') as string });
});

test('an article with the longest name is recorded; speakers with names too long for a file stay open', async () => {
  const content = copyArchive(HARBOUR);
  const name = lines(60, (index) => `Ada${'abcdefghij'.charAt(index % 10)} `).trim();
  addArticle(content, `“The ice is thick,” ${name} said.\n\n“It is not,” Ada Quill said.`, { slug: 'a'.repeat(223) });
  const { output } = await run('record', [], { VERBATIM_CONTENT: content });
  expect(output).toContain('statements added: 2');
  expect(existsSync(join(content, 'articles/2021', `${DAY}-${'a'.repeat(223)}.statements.yaml`))).toBe(true);
  expect((await check(content)).output).toContain('No problems');
});

test('a speaker named in a record by something that cannot be an id gets no file', async () => {
  const content = copyArchive(HARBOUR);
  for (const speaker of ['../ada', 'a'.repeat(300)]) {
    const record = readFileSync(join(HARBOUR, LIGHTS), 'utf8').replace('speaker: ada-quill', `speaker: ${speaker}`);
    expect(record).toContain(speaker);
    writeFileSync(join(content, LIGHTS), record);
    const { output } = await run('record', [], { VERBATIM_CONTENT: content });
    expect(output).toContain('is not the id of a speaker. Write lower-case ASCII words and hyphens');
    expect(existsSync(join(content, 'ada.yaml'))).toBe(false);
    expect((await check(content)).output).toContain('is not the id of a speaker');
  }
});

test('import shortens a slug that is too long for a file name, leaves out noncharacters, and refuses what check would refuse', async () => {
  const folder = emptyFolder();
  const path = join(folder, 'x.txt');
  const importing = async (text: string, ...args: string[]): Promise<Outcome> => {
    writeFileSync(path, text);
    return await run('import', ['--write', ...args, path], { VERBATIM_CONTENT: folder });
  };
  expect((await importing(`2020-01-02\n\n${'a'.repeat(400)} came, and then it left.`)).code).toBe(0);
  expect(existsSync(join(folder, `articles/2020/2020-01-02-${'a'.repeat(223)}.md`))).toBe(true);
  expect((await importing('2020-01-03\n\nThe tide \uffffcame.')).code).toBe(0);
  expect(readFileSync(join(folder, 'articles/2020/2020-01-03-the-tide-came.md'), 'utf8')).toContain(
    '\nThe tide came.\n',
  );
  for (const [text, ...args] of [
    ['2020-01-02\n\nThe tide came.', '--title', '\u200b'],
    [`2020-01-02\n\nThe tide ${'* '.repeat(6000)} came.`],
  ] as const) {
    const { code, output } = await importing(text, ...args);
    expect(output).toContain('Not imported');
    expect(code).toBe(1);
  }
  rmSync(folder, { recursive: true });
});

test('check accepts texts that are long but otherwise valid', async () => {
  const content = copyArchive(HARBOUR);
  const texts = {
    'soft-breaks': 'a\n'.repeat(4000),
    'hard-breaks': 'a\\\n'.repeat(4000),
    'long-line': 'word '.repeat(20_000),
    'long-word': 'x'.repeat(100_000),
    backticks: '`a '.repeat(10_000),
    tags: '<a'.repeat(10_000),
    table: `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(2000)}`,
    bars: '|a\n'.repeat(4000),
    list: '- a\n'.repeat(2000),
    quotation: '> a\n'.repeat(4000),
    statements: lines(500, (index) => `“Sentence number ${index},” Ada Quill said.\n\n`),
  };
  for (const [slug, body] of Object.entries(texts)) addArticle(content, body, { slug });
  expect((await check(content)).output).toContain('No problems');
});
