import { basename, dirname, join } from 'node:path';
import { type Document, isScalar } from 'yaml';
import { type Address, articleAddress, parseFileName } from '../text/address.ts';
import { LONGEST_SLUG } from '../base/slug.ts';
import { type ArticleFile, parseArticleFile } from './article-file.ts';
import { BodyError } from '../text/body-limits.ts';
import { type CanonicalText, canonicalText } from '../text/canonical-text.ts';
import { checkImages } from './images.ts';
import { parseBody } from '../text/markdown.ts';
import type { Day } from '../base/day.ts';
import type { Problem } from '../base/problem.ts';
import type { YamlFile } from '../base/yaml.ts';
import { recordName, recordSchema, type StatementRecord } from './record-file.ts';
import { filesBelow, isThere, readText, readYamlFile } from './content-file.ts';
import { shownPath } from '../base/settings.ts';

/** An article's file and the record beside it, read but not yet matched with each other. */
export interface ArticleSource {
  /** The article's absolute path. */
  path: string;
  file: string;
  address: Address;
  day: Day;
  article: ArticleFile;
  canonical: CanonicalText;
  /** The record's absolute path, whether or not it exists. */
  recordPath: string;
  recordFile: string;
  /** `null` where the article has no record yet. */
  record: YamlFile<StatementRecord> | null;
  problems: Problem[];
}

/** A record whose article is missing: it was deleted, or its text went into another. */
export interface RecordWithoutArticle {
  path: string;
  file: string;
  record: YamlFile<StatementRecord>;
}

/** Everything in `articles/`. */
export interface ArticleSources {
  articles: ArticleSource[];
  orphans: RecordWithoutArticle[];
  problems: Problem[];
}

/** The files in `articles/`, before any of them is read. */
export interface ArticlePaths {
  articles: ArticlePath[];
  /** The absolute paths of records without an article. */
  orphans: string[];
  /** What is wrong with names, and with links. */
  problems: Problem[];
}

/** An article's file, as its name tells of it. */
export interface ArticlePath {
  /** Absolute. */
  path: string;
  day: Day;
  slug: string;
}

/** Lists `articles/`. */
export function listArticles(content: string): ArticlePaths {
  const { files, problems: links } = filesBelow(join(content, 'articles'));
  const known = new Set(files);
  const articles = files.flatMap((path) => {
    const name = parseFileName(basename(path));
    return name ? [{ path, ...name }] : [];
  });
  const orphans = files.filter((path) => articleOf(path) !== path && !known.has(articleOf(path)));
  // A link in the place of a record is told of with its article.
  const records = new Set(articles.map(({ path }) => shownPath(recordPathOf(path))));
  const isOrphan = new Set(orphans);
  const problems = [
    ...links.filter(({ file }) => !records.has(file)),
    ...files.flatMap((path) => checkName(path, isOrphan.has(path))),
  ];
  return { articles, orphans, problems };
}

/** What to say of two articles with one address, at the file of the second. */
export const sharedAddress = (address: Address, file: string, other: string): Problem => ({
  file,
  line: 1,
  message: `The address \`${address}\` is that of ${other} too. Rename one of the two files.`,
});

/** Reads `articles/`: every article with its record, which must have the present format, unless any will do. */
export function readArticleSources(content: string, anyVersion = false): ArticleSources {
  const listed = listArticles(content);
  const articles = listed.articles.map((article) => readArticleSource(article, anyVersion));
  const problems = [...listed.problems];
  const first = new Map<Address, string>();
  for (const { address, file } of articles) {
    const other = first.get(address);
    if (other) problems.push(sharedAddress(address, file, other));
    first.set(address, other ?? file);
  }
  const orphans = listed.orphans.flatMap((path) => {
    const record = readRecord(path, anyVersion);
    return record ? [{ path, file: shownPath(path), record }] : [];
  });
  return { articles, orphans, problems };
}

/** The absolute path of the record that belongs to an article's file, whether or not it exists. */
export const recordPathOf = (path: string): string => join(dirname(path), recordName(basename(path)));

/** Reads one article with its record. */
export function readArticleSource({ path, day, slug }: ArticlePath, anyVersion = false): ArticleSource {
  const file = shownPath(path);
  const { text, problems } = readText(path);
  const article: ArticleFile =
    problems.length > 0 ? { frontmatter: null, body: '', bodyLine: 1, problems } : parseArticleFile(text, file);
  const found = [...article.problems];
  const body = readBody(article.body, dirname(path));
  const { frontmatter, bodyLine } = article;
  if (frontmatter) {
    if (frontmatter.date !== day) {
      const message = `\`date\` is ${frontmatter.date}, but the file's name says ${day}. Make them the same.`;
      found.push({ file, line: 2, message });
    }
    for (const { line, message } of body.problems) found.push({ file, line: line + bodyLine - 1, message });
  }
  const recordPath = recordPathOf(path);
  const record = readRecord(recordPath, anyVersion);
  return {
    path,
    file,
    address: articleAddress(day, slug),
    day,
    article,
    canonical: body.canonical,
    recordPath,
    recordFile: shownPath(recordPath),
    record,
    problems: [...found, ...(record?.problems ?? [])],
  };
}

/** An article with its record as it is on disk now. */
export function withRecordReadAgain(source: ArticleSource): ArticleSource {
  const record = readRecord(source.recordPath, false);
  const others = source.problems.filter(({ file }) => file !== source.recordFile);
  return { ...source, record, problems: [...others, ...(record?.problems ?? [])] };
}

/** The words of a body, and what is wrong with it; lines count from its first. */
function readBody(body: string, folder: string): { canonical: CanonicalText; problems: Omit<Problem, 'file'>[] } {
  try {
    const tree = parseBody(body);
    const canonical = canonicalText(tree);
    const message = 'The article has no text. Write its body below the frontmatter.';
    const empty = canonical.text === '' ? [{ line: 1, message }] : [];
    return { canonical, problems: [...empty, ...checkImages(tree, folder)] };
  } catch (error) {
    if (!(error instanceof BodyError)) throw error;
    const { line, message } = error;
    return { canonical: { text: '', paragraphs: [] }, problems: [{ line, message }] };
  }
}

function readRecord(path: string, anyVersion: boolean): YamlFile<StatementRecord> | null {
  if (!isThere(path)) return null;
  const read = readYamlFile(path, recordSchema);
  if (!read.value) return read;
  const refuse = (message: string): YamlFile<StatementRecord> => ({
    ...read,
    value: null,
    problems: [{ file: shownPath(path), line: 1, message }],
  });
  if (isEmpty(read.document))
    return refuse(
      'The record is empty. Put its entries back, or delete the file, so that `npm run record` makes it again.',
    );
  if (read.value.version === undefined && !anyVersion)
    return refuse('An older version of Verbatim made this record. Run `npm run upgrade`.');
  return read;
}

/** Whether a YAML text contains no value: nothing at all, comments, `null` or `~`. */
const isEmpty = ({ contents }: Document): boolean =>
  contents === null || (isScalar(contents) && contents.value === null);

function checkName(path: string, isOrphan: boolean): Problem[] {
  const file = shownPath(path);
  const name = basename(path);
  if (name.endsWith('.md') && !parseFileName(name)) {
    const message = `An article is named by its day and lower-case ASCII words of at most ${LONGEST_SLUG} characters: \`2023-05-17-some-words.md\`. Rename it.`;
    return [{ file, line: 1, message }];
  }
  if (isOrphan) {
    const message = `This record has no article: \`${basename(articleOf(path))}\` is missing. Rename or remove the record.`;
    return [{ file, line: 1, message }];
  }
  return [];
}

const articleOf = (recordPath: string): string => recordPath.replace(/\.statements\.yaml$/, '.md');
