import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Address, articleAddress, parseFileName } from '../article/address.ts';
import { type ArticleFile, parseArticleFile } from '../article/article-file.ts';
import { type CanonicalText, canonicalText } from '../article/canonical-text.ts';
import { checkImages } from '../article/images.ts';
import { parseBody } from '../article/markdown.ts';
import type { Day } from '../base/day.ts';
import type { Problem } from '../base/problem.ts';
import { readYaml, type YamlFile } from '../base/yaml.ts';
import { recordName, recordSchema, type StatementRecord } from '../statements/record-file.ts';
import { filesBelow, readText } from './content-file.ts';
import { shownPath } from './settings.ts';

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

/** Reads `articles/`: every article with its record. */
export function readArticleSources(content: string): ArticleSources {
  const paths = filesBelow(join(content, 'articles'));
  const problems = paths.flatMap(checkName);
  const articles = paths.flatMap((path) => {
    const name = parseFileName(basename(path));
    return name ? [readArticleSource(path, name)] : [];
  });

  const first = new Map<Address, string>();
  for (const { address, file } of articles) {
    const other = first.get(address);
    if (other) {
      const message = `The address \`${address}\` is that of ${other} too. Rename one of the two files.`;
      problems.push({ file, line: 1, message });
    }
    first.set(address, other ?? file);
  }
  const orphans = paths.filter(isOrphan).flatMap((path) => {
    const record = readRecord(path);
    return record ? [{ path, file: shownPath(path), record }] : [];
  });
  return { articles, orphans, problems };
}

function readArticleSource(path: string, { day, slug }: { day: Day; slug: string }): ArticleSource {
  const file = shownPath(path);
  const { text, problems } = readText(path);
  const article: ArticleFile =
    problems.length > 0 ? { frontmatter: null, body: '', bodyLine: 1, problems } : parseArticleFile(text, file);
  const found = [...article.problems];
  const tree = parseBody(article.body);
  const canonical = canonicalText(tree);
  const { frontmatter, bodyLine } = article;
  if (frontmatter) {
    if (frontmatter.date !== day) {
      const message = `\`date\` is ${frontmatter.date}, but the file's name says ${day}. Make them the same.`;
      found.push({ file, line: 2, message });
    }
    if (canonical.text === '') {
      found.push({ file, line: bodyLine, message: 'The article has no text. Write its body below the frontmatter.' });
    }
    found.push(
      ...checkImages(tree, dirname(path)).map(({ line, message }) => ({ file, line: line + bodyLine - 1, message })),
    );
  }
  const recordPath = join(dirname(path), recordName(basename(path)));
  const record = readRecord(recordPath);
  return {
    path,
    file,
    address: articleAddress(day, slug),
    day,
    article,
    canonical,
    recordPath,
    recordFile: shownPath(recordPath),
    record,
    problems: [...found, ...(record?.problems ?? [])],
  };
}

function readRecord(path: string): YamlFile<StatementRecord> | null {
  if (!existsSync(path)) return null;
  const { text, problems } = readText(path);
  const read = readYaml(text, recordSchema, shownPath(path));
  return problems.length > 0 ? { ...read, value: null, problems } : read;
}

function checkName(path: string): Problem[] {
  const file = shownPath(path);
  const name = basename(path);
  if (name.endsWith('.md') && !parseFileName(name)) {
    const message = 'An article is named by its day and lower-case ASCII words: `2023-05-17-some-words.md`. Rename it.';
    return [{ file, line: 1, message }];
  }
  if (isOrphan(path)) {
    const message = `This record has no article: \`${basename(articleOf(path))}\` is missing. Rename or remove the record.`;
    return [{ file, line: 1, message }];
  }
  return [];
}

const articleOf = (recordPath: string): string => recordPath.replace(/\.statements\.yaml$/, '.md');

const isOrphan = (path: string): boolean => articleOf(path) !== path && !existsSync(articleOf(path));
