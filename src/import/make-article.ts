import { stringify } from 'yaml';
import type { Day } from '../base/day.ts';
import { findNonCharacter } from '../base/characters.ts';
import { isSlug, LONGEST_SLUG, slugOf } from '../base/slug.ts';
import { type Author, type Frontmatter, parseArticleFile } from '../content/article-file.ts';
import { canonicalText } from '../text/canonical-text.ts';
import { parseBody } from '../text/markdown.ts';
import { wordsOf } from '../text/words.ts';
import { lostQuotations, quotationsOf } from './conserved.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { ImportProblem, type Item } from './item.ts';
import { toMarkdown } from './page/to-markdown.ts';
import { sketchOf } from './sketch.ts';

/** What the editor says of the articles of an import, where the sources lack it or have it wrong. */
export interface Supplied {
  title?: string | undefined;
  slug?: string | undefined;
  author?: string[] | undefined;
  outlet?: string | undefined;
  source?: string | undefined;
  language?: string | undefined;
  topics?: string[] | undefined;
  rights?: string | undefined;
  date?: Day | undefined;
}

/** An article that an item becomes. */
export interface MadeArticle {
  day: Day;
  /** The words of its address, if they are not taken. */
  slug: string;
  /** The frontmatter and the body of its file. */
  frontmatter: Partial<Frontmatter>;
  body: string;
  /** How many words and quotations its body has. */
  words: number;
  quotations: number;
  warnings: string[];
  /** The images that it shows, by the addresses in the source. */
  images: { address: string; name: string }[];
  /** For finding articles that are nearly the same. */
  sketch: number[];
}

const WORDS_IN_SLUG = 6;
const WORDS_IN_TITLE = 8;
const LONGEST_TITLE = 300;
const MOST_LOST = 3;

/**
 * Makes an article of an item.
 *
 * @param supplied what the editor says, before what the source says
 * @param defaults what the editor says for what the source lacks
 * @param imageName the name of the file for an image beside the source; `null` if there is none
 * @throws ImportProblem if the item cannot become one
 */
export function makeArticle(
  item: Item,
  supplied: Supplied,
  defaults: Supplied,
  imageName: (address: string) => string | null = () => null,
): MadeArticle {
  const day = supplied.date ?? item.day ?? defaults.date;
  if (!day) throw new ImportProblem('no date', item.dayProblem ?? NO_DAY);
  const warnings = [...item.warnings];
  const title = plain(supplied.title ?? item.title ?? defaults.title ?? '')
    .slice(0, LONGEST_TITLE)
    .trim();
  const images: MadeArticle['images'] = [];
  const body = bodyOf(item, title, warnings, (address) => {
    const name = imageName(address);
    if (name !== null) images.push({ address, name });
    return name;
  });
  const { text } = canonicalText(parseBody(body));
  if (text.trim() === '') throw new ImportProblem('no text', 'There is no text of an article in it.');
  for (const words of lostQuotations(item.fullText ?? '', `${title}\n\n${text}`).slice(0, MOST_LOST)) {
    warnings.push(
      `A quotation of the source is not in the article: “${words.length > 160 ? `${words.slice(0, 160)}…` : words}”`,
    );
  }
  const shownTitle = title || firstWords(text);
  const frontmatter: Partial<Frontmatter> = {
    title: shownTitle,
    ...(title ? {} : { titleSupplied: true }),
    date: day,
    ...language(supplied.language ?? item.language ?? defaults.language),
    ...authors(supplied.author, item.authors, defaults.author),
    ...field('outlet', supplied.outlet ?? item.outlet ?? defaults.outlet),
    ...address(supplied.source ?? item.source ?? defaults.source),
    ...field('rights', supplied.rights ?? item.rights ?? defaults.rights),
    ...topics(supplied.topics ?? (item.topics.length > 0 ? item.topics : defaults.topics)),
    ...description(item.description, text),
    ...(item.draft ? { draft: true } : {}),
  };
  return {
    day,
    slug: slugFor(supplied.slug, item.slug, shownTitle, text),
    frontmatter,
    body,
    words: wordsOf(text).length,
    quotations: quotationsOf(text).length,
    warnings,
    images,
    sketch: sketchOf(text),
  };
}

const NO_DAY =
  'The text has no date. Begin it with one, such as `2023-05-17` on the first line, or give one with `--date`.';

/**
 * The content of an article's file.
 *
 * @throws ImportProblem if it would not be a valid article
 */
export function articleContent(frontmatter: Partial<Frontmatter>, body: string, path: string): string {
  const names = frontmatter.author?.map(({ name, kind }) => (kind === 'person' ? name : { name, kind }));
  const head = stringify({ ...frontmatter, ...(names && { author: names }) }, { lineWidth: 0 });
  const content = `---\n${head}---\n\n${body}\n`;
  const [problem] = parseArticleFile(content, path).problems;
  if (problem)
    throw new ImportProblem('not valid', `The article would not be valid, line ${problem.line}: ${problem.message}`);
  return content;
}

function bodyOf(
  { body }: Item,
  title: string,
  warnings: string[],
  imageName: (address: string) => string | null,
): string {
  if (body.kind === 'markdown') return printable(body.markdown);
  if (body.kind === 'paragraphs') return escapeMarkdown(body.paragraphs.map(printable));
  const { markdown, images } = toMarkdown(printable(body.html), {
    base: body.base,
    title: title || undefined,
    imageName,
  });
  const missing = images.filter((image) => imageName(image) === null);
  const [first = ''] = missing;
  if (missing.length > 0)
    warnings.push(
      `${missing.length} image${missing.length > 1 ? 's are' : ' is'} left out, since the file is not beside the source: ${first.slice(0, 120)}${missing.length > 1 ? ', …' : ''}`,
    );
  return markdown;
}

/** A text without characters that no file of the archive may contain. */
function printable(text: string): string {
  let bare = text
    .replaceAll(/\r\n?/g, '\n')
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex -- control characters are what this removes
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g, '');
  if (findNonCharacter(bare))
    bare = bare.toWellFormed().replaceAll(/[\ufdd0-\ufdef\ufffe\uffff]|[\u{1fffe}\u{1ffff}]/gu, '');
  return bare;
}

/** One line of text. */
function plain(text: string): string {
  return printable(text.replaceAll(/<\/?[a-z][^<>]*>/gi, ''))
    .replaceAll(/[\s\u0080-\u009f\u202a-\u202e\u2028\u2029]+/g, ' ')
    .trim();
}

function field<Name extends 'outlet' | 'rights'>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  const text = plain(value ?? '')
    .slice(0, LONGEST_TITLE)
    .trim();
  return text === '' ? {} : ({ [name]: text } as Record<Name, string>);
}

const language = (tag: string | undefined): { language?: string } =>
  tag !== undefined && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? { language: tag } : {};

function authors(
  supplied: readonly string[] | undefined,
  own: readonly Author[],
  defaults: readonly string[] | undefined,
): { author?: Author[] } {
  const named = (names: readonly string[]): Author[] => names.map((name) => ({ name, kind: 'person' }));
  const chosen = supplied ? named(supplied) : own.length > 0 ? own : named(defaults ?? []);
  const valid = chosen.map(({ name, kind }) => ({ name: plain(name), kind })).filter(({ name }) => name !== '');
  const author = valid.map(({ name, kind }): Author =>
    /\s(?:and|&)\s|^by\s/i.test(name) ? { name, kind: 'organisation' } : { name, kind },
  );
  return author.length > 0 ? { author } : {};
}

/** The address where it was published, without what counts readers; the address of a whole site is not one. */
function address(value: string | undefined): { source?: string } {
  const url = URL.parse(value?.trim() ?? '');
  if (!url || !/^https?:$/.test(url.protocol) || (url.pathname === '/' && url.search === '')) return {};
  url.hash = '';
  for (const name of [...url.searchParams.keys()])
    if (/^(?:utm_|fbclid|gclid|mc_)/.test(name)) url.searchParams.delete(name);
  return { source: url.href };
}

function topics(names: readonly string[] | undefined): { topics?: string[] } {
  const all = (names ?? []).map(plain).filter((name) => name !== '');
  const unique = [...new Map(all.map((name) => [name.toLowerCase(), name])).values()];
  return unique.length > 0 ? { topics: unique } : {};
}

/** What the source says in a sentence or two, unless it is the beginning of the text, or cut off. */
function description(value: string | undefined, text: string): { description?: string } {
  const words = plain(value ?? '');
  const isBeginning = text.slice(0, 2000).includes(words.slice(0, 60));
  return words === '' || words.length > LONGEST_TITLE || /(?:\.\.\.|…)$/.test(words) || isBeginning
    ? {}
    : { description: words };
}

/** @throws ImportProblem if the editor's words are not a slug */
function slugFor(supplied: string | undefined, own: string | undefined, title: string, text: string): string {
  if (supplied !== undefined) {
    if (isSlug(supplied)) return supplied;
    throw new ImportProblem(
      'bad slug',
      `\`${supplied}\` is not a slug. Write lower-case ASCII words and hyphens of at most ${LONGEST_SLUG} characters, such as \`--slug harbour-vote\`.`,
    );
  }
  const given = (own ?? '').replace(/^\d{4}-\d{2}-\d{2}-/, '').toLowerCase();
  if (isSlug(given) && /[a-z]/.test(given)) return given;
  return shortSlug(title) || shortSlug(text.slice(0, 400)) || 'article';
}

/** The first words of a text as a slug: as many as fit, or the beginning of a first word that is too long. */
function shortSlug(text: string): string {
  const [first = '', ...others] = slugOf(text).split('-').slice(0, WORDS_IN_SLUG);
  return others.reduce(
    (slug, word) => (slug.length + 1 + word.length <= LONGEST_SLUG ? `${slug}-${word}` : slug),
    first.slice(0, LONGEST_SLUG),
  );
}

function firstWords(text: string): string {
  const words = text.split(/\s+/);
  return `${words.slice(0, WORDS_IN_TITLE).join(' ')}${words.length > WORDS_IN_TITLE ? ' …' : ''}`;
}
