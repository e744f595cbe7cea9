import type { StatementId } from '../../base/ids.ts';
import { type ArticlePath, readArticleSource, recordPathOf } from '../../content/article-source.ts';
import type { Problem } from '../../base/problem.ts';
import { digestOf, statOf } from '../../catalogue/file-state.ts';
import type { RecordedStatement } from '../../content/record-file.ts';
import { paragraphDigests } from '../../content/searched-text.ts';
import { statementsIn } from '../../content/statements-in.ts';
import { openArticle } from '../../record/open-article.ts';
import { type Item, itemsOf } from './item.ts';

/** What the queue keeps of an article. */
export interface ReadItems {
  path: string;
  /** What the file system says of its files, and a digest of them. */
  stat: string;
  digest: string;
  day: string;
  title: string;
  topics: string[];
  items: Item[];
  /** The statements that are gone, whose ids no other may have. */
  gone: Gone[];
  /** What statements were before they were corrected. */
  corrections: Correction[];
  /** Whether the article was not searched since it was made or edited. */
  isUnsearched: boolean;
  isDraft: boolean;
  /** Why it cannot be shown. */
  problems: Problem[];
}

/** A statement that is gone. */
interface Gone {
  id: StatementId;
  on: string;
  /** Its words, if they may be shown. */
  was: string | null;
  why: string;
}

/** What a statement was until some day. */
interface Correction {
  id: StatementId;
  until: string;
  /** The words before and now, if they changed. */
  before: string | null;
  now: string;
  /** Who spoke before, if that changed. */
  speaker: string | null;
  why: string;
}

/** Some articles whose statements a worker process reads. */
export interface ItemsTask {
  articles: readonly ArticlePath[];
  /** The language of an article that names none. */
  language: string;
}

/** Reads what may be decided on in some articles. */
export default ({ articles, language }: ItemsTask): ReadItems[] =>
  articles.map((article) => readItems(article, language));

export function readItems(article: ArticlePath, language: string): ReadItems {
  const { path, day } = article;
  const files = [path, recordPathOf(path)];
  const [stat, digest] = [statOf(files), digestOf(files)];
  const source = readArticleSource(article);
  const { frontmatter } = source.article;
  const { problems } = source;
  const isUsable = problems.length === 0;
  const items = isUsable ? itemsOf(openArticle(source, language, [source.address]), statementsIn(source, true)) : [];
  const title = frontmatter?.title ?? source.file;
  const record = source.record?.value;
  const isUnsearched = isUsable && record?.searched !== paragraphDigests(source);
  return {
    ...{ path, stat, digest, day, title, items, problems, isUnsearched },
    isDraft: frontmatter?.draft ?? false,
    topics: frontmatter?.topics ?? [],
    gone: (record?.gone ?? []).map(({ id, on, was, why, withhold }) => ({
      ...{ id, on, why },
      was: withhold ? null : (was ?? null),
    })),
    corrections: (record?.statements ?? []).flatMap(correctionsOf),
  };
}

const correctionsOf = ({ id, quote, history }: RecordedStatement): Correction[] =>
  history.flatMap(({ until, quote: before, speaker, described, why }, index) => {
    // The words of now are those before the next correction of them.
    const later = history.slice(0, index).findLast((entry) => entry.quote)?.quote ?? quote;
    const was = before?.join(' ') ?? null;
    return id ? [{ id, until, why, before: was, now: later.join(' '), speaker: speaker ?? described ?? null }] : [];
  });
