import slugify from '@sindresorhus/slugify';
import { stringify } from 'yaml';
import { parseArticleFile } from '../content/article-file.ts';
import { findNonCharacter } from '../base/characters.ts';
import { isSlug, LONGEST_SLUG } from '../base/slug.ts';
import type { Day } from '../base/day.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { readPlainText } from './read-plain-text.ts';

/** What the text itself does not contain. */
export interface Supplied {
  title?: string | undefined;
  slug?: string | undefined;
  language?: string | undefined;
}

/** An article file to be written. */
export interface ImportedArticle {
  /** Its path below `articles/`, such as `2023/2023-05-17-slug.md`. */
  path: string;
  content: string;
}

const WORDS_IN_SLUG = 6;
const WORDS_IN_TITLE = 8;

/**
 * Makes an article file from a plain text.
 *
 * @param bytes the file as it is on disk
 * @param supplied the title, slug and language that the text lacks
 * @param today the day of archiving
 * @returns the article, or a sentence that says why it cannot be imported and what to do
 */
export function importText(bytes: Uint8Array, supplied: Supplied, today: Day): ImportedArticle | string {
  const text = decode(bytes);
  if (text === null) return 'The file is not UTF-8 text. Save it as UTF-8 and try again.';
  // eslint-disable-next-line no-control-regex -- control characters are what this looks for
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) return 'The file is binary, not text. Import a plain text file.';
  const code = findNonCharacter(text);
  if (code) return `The file contains \`${code}\`, which is not a character. Remove it.`;
  const plain = readPlainText(text);
  if (typeof plain === 'string') return plain;

  const slug = supplied.slug ?? slugOf(plain.title ?? plain.paragraphs[0] ?? '');
  if (!isSlug(slug)) {
    return `\`${slug}\` is not a slug. Write lower-case ASCII words and hyphens of at most ${LONGEST_SLUG} characters, such as \`--slug harbour-vote\`.`;
  }
  const frontmatter = {
    title: plain.title ?? supplied.title ?? firstWords(plain.paragraphs[0] ?? ''),
    ...(plain.title ? {} : { titleSupplied: true }),
    date: plain.day,
    ...(supplied.language ? { language: supplied.language } : {}),
    ...(plain.authors.length > 0 ? { author: plain.authors } : {}),
    archived: today,
  };
  const head = stringify(frontmatter, { lineWidth: 0 });
  const content = `---\n${head}---\n\n${escapeMarkdown(plain.paragraphs)}\n`;
  const path = `${plain.day.slice(0, 4)}/${plain.day}-${slug}.md`;
  const [problem] = parseArticleFile(content, path).problems;
  return problem ? `The article would not be valid, line ${problem.line}: ${problem.message}` : { path, content };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The first words of a text as a slug: as many as fit, or the beginning of a first word that is too long. */
function slugOf(text: string): string {
  const [first = '', ...others] = slugify(text).split('-').slice(0, WORDS_IN_SLUG);
  return others.reduce(
    (slug, word) => (slug.length + 1 + word.length <= LONGEST_SLUG ? `${slug}-${word}` : slug),
    first.slice(0, LONGEST_SLUG),
  );
}

function firstWords(text: string): string {
  const words = text.split(/\s+/);
  return `${words.slice(0, WORDS_IN_TITLE).join(' ')}${words.length > WORDS_IN_TITLE ? ' …' : ''}`;
}
