import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { english, readWords } from '../src/content/words/read-words.ts';
import type { Words } from '../src/words/chosen.ts';
import { serveFolder } from '../tools/server.ts';
import { messageTypes, MESSAGE_TYPES } from '../tools/message-types.ts';
import { copyArchive, emptyFolder, run } from './command.ts';
import { connectBrowser } from './connect-browser.ts';
import { greekArchive } from './greek-archive.ts';
import { overflowAt, violations } from './page-checks.ts';
import { unwrapped } from './unwrapped.ts';

const COURIER = 'tests/archives/courier';
const LANGUAGES = readdirSync('src/words').flatMap((name) => /^(.+)\.yaml$/.exec(name)?.[1] ?? []);

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await connectBrowser();
  page = await browser.newPage({ permissions: ['clipboard-write'] });
});
afterAll(() => browser.close());

/** A copy of the courier in which these fields of `archive.yaml` are different. */
function courierWith(fields: Record<string, string>): string {
  const folder = copyArchive(COURIER);
  const path = join(folder, 'archive.yaml');
  const kept = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => !Object.keys(fields).some((field) => line.startsWith(`${field}:`)));
  writeFileSync(
    path,
    [...kept, ...Object.entries(fields).map(([field, value]) => `${field}: ${value}`), ''].join('\n'),
  );
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const text = name.endsWith('.md') ? readFileSync(join(folder, name), 'utf8') : 'language:';
    // English was their language because it was the archive's first.
    if (!text.includes('language:')) writeFileSync(join(folder, name), text.replace('---\n', '---\nlanguage: en\n'));
  }
  return folder;
}

/** Writes an archive's own file of texts: each is what `translate` makes of the English one. */
function writeWords(content: string, language: string, locale: string, translate: (text: string) => string): void {
  const groups: Record<string, Record<string, unknown>> = {};
  const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
  for (const [key, message] of Object.entries(english().messages)) {
    const [group = '', name = ''] = key.split('.');
    const forms = typeof message === 'string' ? null : message;
    (groups[group] ??= {})[name] = forms
      ? Object.fromEntries(pluralCategories.map((one) => [one, translate(forms[one] ?? forms['other'] ?? '')]))
      : translate(message as string);
  }
  mkdirSync(join(content, 'words'), { recursive: true });
  writeFileSync(join(content, `words/${language}.yaml`), stringify({ locale, ...groups }));
}

interface Site {
  out: string;
  url: string;
  stop: () => Promise<void>;
}

async function built(content: string): Promise<Site> {
  const out = join(emptyFolder(), 'site');
  const { code, output } = await run('build', [], { VERBATIM_CONTENT: content, VERBATIM_OUT: out });
  if (code !== 0) throw new Error(output);
  return { out, ...(await serveFolder(out, '/')) };
}

/** As long as a search takes to show the last of what it finds, in milliseconds. */
const ALL_IS_SHOWN = 1000;

/** A page of each template. */
const TEMPLATES = [
  '',
  '2024/',
  '2024/07/',
  '2024/07/02/bridge-vote/',
  's/jc7h6x2m0m/',
  's/8bwbymbsxc/',
  'speakers/',
  'speakers/mira-tolland/',
  'topics/',
  'topics/money/',
  'corrections/',
  'about/',
  'search/?q=bridge',
  'check/?q=A+bridge+would+bind+the+islands+to+the+continent',
  'lost/page/',
];

/** Opens a page; those that search are waited for until they show what they find. */
async function open(page: Page, site: Site, path: string): Promise<void> {
  await page.goto(site.url + path, { waitUntil: /search|check|lost/.test(path) ? 'networkidle' : 'load' });
}

describe('the texts of the interface', () => {
  test.each(LANGUAGES)('are whole in %s, with every plural form of the language', (language) => {
    const { messages, locale } = readWords(language, emptyFolder());
    expect(Object.keys(messages)).toEqual(Object.keys(english().messages));
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    for (const [key, message] of Object.entries(messages)) {
      if (typeof message === 'string') expect(message, key).not.toBe('');
      else expect(Object.keys(message).toSorted(), key).toEqual([...pluralCategories].toSorted());
    }
  });

  test('are three languages, of which Armenian counts 0 as one and Russian has four forms', () => {
    expect(LANGUAGES.toSorted()).toEqual(['en', 'hy', 'ru']);
    expect(new Intl.PluralRules('hy').select(0)).toBe('one');
    expect(Object.keys(readWords('ru', emptyFolder()).messages['count.articles'] ?? {})).toHaveLength(4);
  });

  test('have types that are those of the English file', async () => {
    expect(await messageTypes(), '`npm run words` writes them').toBe(readFileSync(MESSAGE_TYPES, 'utf8'));
  });

  test('are all used, and scripts use only those that are sent to browsers', async () => {
    const { OF_SCRIPTS } = await import('../src/content/words/read-words.ts');
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(ts|astro)$/.test(path),
    );
    const texts = files
      .filter((path) => !path.startsWith('words/'))
      .map((path) => [path, readFileSync(join('src', path), 'utf8')] as const);
    const unused = Object.keys(english().messages).filter((key) => {
      const group = `\`${key.split('.')[0] ?? ''}.\${`;
      return !texts.some(([, text]) => text.includes(`'${key}'`) || text.includes(group));
    });
    expect(unused).toEqual([]);
    const groups = texts
      .filter(([path]) => /^(?:browser|search|cite)\//.test(path))
      .flatMap(([path, text]) =>
        [...text.matchAll(/\b(?:t|rich)\(\s*[^)'`]*['`](\w+)\./g)].map(([, group = '']) => ({ path, group })),
      );
    expect(groups.length).toBeGreaterThan(100);
    expect(groups.filter(({ group }) => !OF_SCRIPTS.has(group))).toEqual([]);
  });

  test.each([
    ['  articles:\n    one: x\n', 3, '`count.articles`: It has no form for `other`. Add it.'],
    ['  articles:\n    one: x\n    few: y\n    other: z\n', 3, 'The language has no plural category `few`.'],
    ['  artikles: x\n', 3, '`count.artikles`: There is no such text.'],
    ['  articles: x\n', 3, 'It depends on a number. Write a form for each plural category.'],
    ['frame:\n  earlier: Früher\n', 3, '`frame.earlier`: It lacks `{name}`.'],
    ['frame:\n  earlier: "{name} {nme}"\n', 3, '`{nme}` is not known here: the English text has the values name.'],
    ['frame:\n  footer: "<article>x</article>"\n', 3, '`<articles>…</articles>`: the English text has the elements'],
    ['frame:\n  skip: [x]\n', 3, '`frame.skip`: It is not a text.'],
  ])('of an archive’s own are checked: %j', async (lines, line, message) => {
    const content = courierWith({ languages: '[de, en]' });
    const group = lines.startsWith('  ') ? 'count:\n' : '';
    mkdirSync(join(content, 'words'));
    writeFileSync(join(content, 'words/de.yaml'), group === '' ? `# Deutsch\n${lines}` : `# Deutsch\n${group}${lines}`);
    const { code, output } = await run('check', [], { VERBATIM_CONTENT: content });
    expect(code, output).toBe(1);
    expect(output).toContain(`words/de.yaml:${line}: `);
    expect(output).toContain(message);
  });

  test('of an archive’s own stop a build if they are not whole, and no site is written', async () => {
    const content = courierWith({ languages: '[de, en]' });
    mkdirSync(join(content, 'words'));
    writeFileSync(join(content, 'words/de.yaml'), 'frame:\n  about: Über uns\n');
    const out = join(emptyFolder(), 'site');
    const { code, output } = await run('build', [], { VERBATIM_CONTENT: content, VERBATIM_OUT: out });
    expect(code, output).toBe(1);
    expect(output).toMatch(/words\/de\.yaml:1: It lacks \d+ texts, the first of which is `frame\.skip`/);
    expect(existsSync(out)).toBe(false);
  });

  test('of an archive’s own may be a few in a language that the program has, but must be whole in another', () => {
    const content = emptyFolder();
    mkdirSync(join(content, 'words'));
    const write = (name: string, text: string): void => {
      writeFileSync(join(content, 'words', name), text);
    };
    write('en.yaml', 'frame:\n  about: About us\n');
    expect(readWords('en', content).messages['frame.about']).toBe('About us');
    expect(readWords('en', content).messages['frame.topics']).toBe('Topics');
    write('de.yaml', 'frame:\n  about: Über uns\n');
    expect(() => readWords('de', content)).toThrow(
      /words\/de\.yaml:1: It lacks \d+ texts, the first of which is `frame\.skip`/,
    );
  });

  test('are English for a language that nobody wrote them in, which check and build say', async () => {
    const content = courierWith({ languages: '[fr, en]', shareImages: 'none' });
    const out = join(emptyFolder(), 'site');
    for (const command of ['check', 'build'] as const) {
      const { code, output } = await run(command, [], { VERBATIM_CONTENT: content, VERBATIM_OUT: out });
      expect(code, output).toBe(0);
      expect(output).toContain('texts are in English, since there are none in `fr`');
    }
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('<html lang="en">');
  });

  test.each([
    ['german.yml', 'frame: {}\n', '1: It is not named after a language.'],
    ['de.yaml', '<<<<<<< HEAD\n', '1: This is the mark of a merge conflict.'],
    ['de.yaml', 'frame:\n\tskip: x\n', '2: This is not valid YAML'],
    ['de.yaml', 'frame: x\n', '1: `frame`: It is not a group of texts.'],
    ['de.yaml', 'locale: Austrian German\n', '1: `locale`: `Austrian German` is not a locale.'],
  ])('in %s that cannot be read are reported: %j', async (name, text, message) => {
    const content = courierWith({ languages: '[de, en]' });
    mkdirSync(join(content, 'words'));
    writeFileSync(join(content, 'words', name), text);
    const { code, output } = await run('check', [], { VERBATIM_CONTENT: content });
    expect(code, output).toBe(1);
    expect(output).toContain(`words/${name}:${message}`);
  });

  test('are English for a language that nobody wrote them in; a region changes how days are written', () => {
    const folder = emptyFolder();
    expect(readWords('fr', folder).language).toBe('en');
    expect(readWords('en', folder).days[6]).toBe('{day} July {year}');
    expect(readWords('en-US', folder).days[6]).toBe('July {day}, {year}');
    expect(readWords('hy', folder).days[6]).toBe('{day} հուլիսի, {year} թ.');
  });
});

describe('no text is forgotten', () => {
  let site: Site;
  beforeAll(async () => {
    const content = greekArchive(COURIER, { languages: '[qps, en]', shareImages: 'none' });
    writeWords(content, 'qps', 'el', (text) => `⟦${text}⟧`);
    writeFileSync(
      join(content, 'former-addresses.yaml'),
      'moved:\n  - { from: /2009/01/01/old/, to: /2009/03/14/a-mole-for-kell/, on: 2020-01-02 }\n' +
        'gone:\n  - { address: /2009/01/02/gone/, on: 2020-01-03, why: Ζ, was: Ξ }\n',
    );
    appendFileSync(join(content, 'ledger/2009.txt'), '/2009/01/01/old/\n/2009/01/02/gone/\n');
    site = await built(content);
  });
  afterAll(() => site.stop());

  const shown = (): Promise<string[]> => page.evaluate<string[]>(`(${unwrapped.toString()})(document.documentElement)`);

  test('on any page', () => {
    const pages = readdirSync(site.out, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(150);
    for (const path of pages) {
      const { document } = parseHTML(readFileSync(join(site.out, path), 'utf8'));
      expect(unwrapped(document.documentElement as unknown as Element), path).toEqual([]);
      expect(document.documentElement.getAttribute('lang'), path).toBe('qps');
    }
  });

  test('in feeds and in the description of the search', () => {
    const titles = ['feed.xml', 'statements.xml', 'corrections.xml', 'opensearch.xml'].flatMap((name) => {
      const text = readFileSync(join(site.out, name), 'utf8');
      return [...text.matchAll(/<(?:title|summary|Description)>([^<]*)</g)].map(([, title = '']) => title);
    });
    expect(titles.length).toBeGreaterThan(50);
    expect(titles.map((title) => title.replaceAll(/⟦[^⟦⟧]*⟧/g, '')).filter((title) => /[a-z]{2}/i.test(title))).toEqual(
      [],
    );
  });

  test('in what is shown at a statement of an article, and in the link to selected words', async () => {
    await page.goto(`${site.url}2024/07/02/bridge-vote/`);
    await page.locator('.note .number').first().focus();
    await page.locator('.about-statement .controls').waitFor();
    expect(await shown()).toEqual([]);
    await page.locator('.about-statement .more').click();
    await page.locator('.menu button').first().waitFor();
    expect(await page.locator('.menu button').allInnerTexts()).toEqual(
      Array.from({ length: 5 }, () => expect.stringMatching(/^⟦.*⟧$/) as string),
    );
    await page.locator('.menu button').nth(2).click();
    await page.locator('#announcement p').waitFor();
    expect(await shown()).toEqual([]);
    await page.locator('.about-statement .collect').click();
    await page.locator('.basket summary').waitFor();
    await page.locator('.basket summary').click();
    expect(await shown()).toEqual([]);
    await page.locator('.basket li button').click();
    await page.keyboard.press('Escape');
    await page.locator('.passage p').first().selectText();
    await page.locator('.selection-link').waitFor({ state: 'attached' });
    expect(await page.locator('.selection-link').getAttribute('data-label')).toMatch(/^⟦.*⟧$/);
    expect(await shown()).toEqual([]);
  });

  test('in what a search shows, whatever it finds', async () => {
    const word = 'βσιδηε';
    for (const query of [
      `q=${word}`,
      `q=${word}+ΑΑΑΑ`,
      `q=-${word}`,
      'q=!',
      'speaker=mira-tolland&type=direct&year=2010..2024',
      'q=Αδα',
    ]) {
      await page.goto(`${site.url}search/?${query}`);
      await expect.poll(() => page.locator('.summary').innerText(), { message: query }).toMatch(/^⟦(?!Searching)/);
      // The counts, the filters and the articles come after the first hits.
      await page.waitForTimeout(ALL_IS_SHOWN);
      expect(await shown(), query).toEqual([]);
    }
    await page.locator('#q').fill('βσι');
    await page.locator('#suggestions option').first().waitFor({ state: 'attached' });
    expect(await shown()).toEqual([]);
    await page.route('**/statement-index/**', (route) => route.abort());
    await page.goto(`${site.url}search/?q=${word}`);
    await expect.poll(() => page.locator('.summary').innerText()).toMatch(/^⟦Nothing was searched/);
    expect(await shown()).toEqual([]);
    await page.unroute('**/statement-index/**');
  });

  test('in what a check says', async () => {
    const quotations = [
      'Υθε τεα ψιμμ ζιξδ αξουθεσ ψαϊ ιξ',
      '“Υθε τεα ψιμμ ζιξδ αξουθεσ ψαϊ” — Νισα Υομμαξδ',
      'Ψε βφιμυ ιυ υο ματυ, αξδ υθεξ ψε μεζυ ιυ',
      'Ψε βφιμυ ιυ, αξδ υθεξ ψε τυοππεδ μοολιξη αυ ιυ.',
      'Α βσιδηε ψοφμδ σεπμαγε υθε ζεσσιετ ψιυθιξ υεξ ϊεαστ',
      'Ζζζζζζ ξξξξξξξ ωωωωωω χχχχχχχ',
      'Υθε',
    ];
    for (const quotation of quotations) {
      await page.goto(`${site.url}check/?${new URLSearchParams({ q: quotation })}`);
      await page.locator('.answer h2').first().waitFor();
      expect(await page.locator('.answer h2').first().innerText()).toMatch(/^⟦/);
      expect(await shown(), quotation).toEqual([]);
    }
    await page.locator('.answer .actions button').first().click();
    await page.locator('#announcement p').waitFor();
    expect(await shown()).toEqual([]);
  });

  test('on the page of a statement that is opened from a citation, and when nobody has the name that is looked for', async () => {
    for (const digest of ['00000000', '!!!']) {
      await page.goto(`${site.url}s/jc7h6x2m0m/?v=${digest}`);
      await expect.poll(() => page.locator('#cited-words').innerText()).toMatch(/^⟦/);
      await page.locator('.controls').first().waitFor();
      expect(await shown()).toEqual([]);
    }
    await page.goto(`${site.url}speakers/`);
    const field = page.locator('#filter');
    if (await field.isVisible()) {
      await field.fill('Ωωωω');
      await expect.poll(() => page.locator('#speakers').innerText()).toMatch(/^⟦/);
    }
  });
});

describe.each(['hy', 'ru'])('an archive in %s', (language) => {
  let site: Site;
  let words: Words;
  beforeAll(async () => {
    site = await built(courierWith({ languages: `[${language}, en]`, shareImages: 'none' }));
    words = readWords(language, emptyFolder());
  });
  afterAll(() => site.stop());

  test('has its interface in that language, and each text says in which language it is', async () => {
    await page.goto(`${site.url}2024/07/02/bridge-vote/`);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await page.locator('nav a').first().innerText()).toBe(words.messages['frame.speakers']);
    for (const part of ['h1', '.body']) expect(await page.locator(part).getAttribute('lang'), part).toBe('en');
    await page.goto(`${site.url}search/?q=bridge`);
    await page.locator('#results .item').first().waitFor();
    expect(await page.locator('#results .item-words').first().getAttribute('lang')).toBe('en');
    // Chromium knows no Armenian months.
    const line = await page.locator('#results .item .detail').first().innerText();
    const day = { hy: '2 հուլիսի, 2024 թ.', ru: '2 июля 2024 г.' }[language] ?? '?';
    expect(line.replaceAll(/\s/g, ' ')).toContain(day);
  });

  test.each(TEMPLATES)('axe finds nothing on /%s', async (path) => {
    await open(page, site, path);
    expect(await violations(page)).toEqual([]);
  });
});

describe('an archive in Arabic', () => {
  let site: Site;
  beforeAll(async () => {
    const content = courierWith({ languages: '[ar, en]', shareImages: 'none' });
    let number = 0;
    writeWords(content, 'ar', 'ar', (text) =>
      text.replace(
        /[A-Za-z][A-Za-z’ ]*(?![^<{]*[}>])/g,
        (words) => `${'كلمة '.repeat(words.trim().split(' ').length)}${(number += 1)}`,
      ),
    );
    site = await built(content);
  });
  afterAll(() => site.stop());

  test.each(TEMPLATES)(
    '/%s runs from right to left, fits from 320 to 1600 px, and axe finds nothing on it',
    async (path) => {
      await open(page, site, path);
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
      const title = await page.locator('.site-title').boundingBox();
      const nav = await page.locator('nav li').last().boundingBox();
      expect(title?.x ?? 0).toBeGreaterThan(nav?.x ?? Infinity);
      expect(await overflowAt(page, [320, 768, 1280, 1600])).toEqual({});
      expect(await violations(page)).toEqual([]);
    },
  );

  test('an English text in it runs from left to right', async () => {
    await page.goto(`${site.url}2024/07/02/bridge-vote/`);
    for (const part of ['h1', '.body'])
      expect(await page.locator(part).evaluate((element) => getComputedStyle(element).direction), part).toBe('ltr');
  });

  test('no style sheet names the left or the right', () => {
    const physical =
      /(?<![-\w])(?:margin|padding|border|inset)?-?(?:left|right)(?:-\w+)?\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b/g;
    const found = readdirSync('src/styles').flatMap((name) => {
      const text = readFileSync(join('src/styles', name), 'utf8');
      return [...text.matchAll(physical)].map(([words]) => `${name}: ${words}`);
    });
    expect(found).toEqual([]);
  });
});
