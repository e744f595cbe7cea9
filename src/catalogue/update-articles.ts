import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { OnProgress } from '../base/progress.ts';
import type { Problem } from '../base/problem.ts';
import type { ArchiveFile } from '../content/archive-file.ts';
import { type ArticlePath, listArticles, recordPathOf, readArticleSource } from '../content/article-source.ts';
import { type Database, inTransaction } from './database.ts';
import { digestOf, statOf } from './file-state.ts';
import { readArticle, type ReadArticle } from './read-article.ts';
import type { ReadingTask } from './read-articles.ts';
import { removeArticle, type State, storeArticle } from './store-article.ts';
import { surroundings } from './surroundings.ts';
import type { CatalogueSettings } from './update.ts';
import { WorkerPool } from '../base/workers.ts';

/** Fewer articles than this are read sooner by this process than workers start. */
const WORTH_WORKERS = 100;

/** How many articles a worker reads at a time, and a transaction stores. */
const AT_A_TIME = 50;

/** What is wrong with the files of articles. */
export interface ArticleProblems {
  /** With their names. */
  nameProblems: Problem[];
}

/** Reads the articles that changed, and removes those that are gone. */
export async function updateArticles(
  database: Database,
  path: string,
  archive: ArchiveFile,
  settings: CatalogueSettings,
  onProgress?: OnProgress,
): Promise<ArticleProblems> {
  const { articles, problems: nameProblems } = listArticles(settings.content);
  const changed = findChanged(database, articles, settings.date);
  inTransaction(database, () => {
    for (const gone of changed.gone) removeArticle(database, gone);
  });
  const { read, states } = changed;
  let done = 0;
  const store = (article: ReadArticle): void => {
    onProgress?.('Reading articles', ++done, read.length);
    storeArticle(database, article, states.get(article.path) ?? { stat: '', digest: '' });
  };
  if (read.length < WORTH_WORKERS) {
    inTransaction(database, () => {
      const around = surroundings(database, archive, settings);
      for (const article of read) store(readArticle(readArticleSource(article), around));
    });
  } else {
    const tasks = Array.from({ length: Math.ceil(read.length / AT_A_TIME) }, (_, index): ReadingTask => {
      const part = read.slice(index * AT_A_TIME, (index + 1) * AT_A_TIME);
      return { catalogue: path, archive, settings, articles: part };
    });
    const script = new URL('./read-articles.ts', import.meta.url);
    const pool = new WorkerPool<ReadingTask, ReadArticle[]>(script, availableParallelism());
    try {
      await pool.run(tasks, (part) => {
        inTransaction(database, () => {
          for (const article of part) store(article);
        });
      });
    } finally {
      await pool.end();
    }
  }
  inTransaction(database, () => {
    const { sql } = database;
    sql.run`INSERT OR REPLACE INTO meta VALUES ('date', ${settings.date ?? ''}), ('language', ${archive.languages[0] ?? 'en'})`;
  });
  return { nameProblems };
}

interface Changed {
  read: ArticlePath[];
  gone: string[];
  /** What the files of each article are now. */
  states: Map<string, State>;
}

/** Finds the articles whose files changed, those that could not be used, and those that the build's date decides on. */
function findChanged({ sql }: Database, articles: readonly ArticlePath[], date: CatalogueSettings['date']): Changed {
  const dateBefore = String(sql.get`SELECT value FROM meta WHERE name = 'date'`?.['value'] ?? date ?? '');
  const isLater = (day: string, than: string): boolean => than !== '' && day > than;
  const known = new Map(
    sql.all`SELECT path, stat, digest, images, problems IS NOT NULL AS is_bad FROM article`.map((row) => [
      String(row['path']),
      row,
    ]),
  );
  const states = new Map<string, State>();
  const read = articles.filter(({ path, day }) => {
    const row = known.get(path);
    known.delete(path);
    const images = JSON.parse(String(row?.['images'] ?? '[]')) as string[];
    const files = [path, recordPathOf(path), ...images.map((name) => join(dirname(path), name))];
    const stat = statOf(files);
    const isOtherwise = isLater(day, dateBefore) !== isLater(day, date ?? '');
    if (row?.['stat'] === stat && !row['is_bad'] && !isOtherwise) return false;
    const digest = digestOf(files);
    states.set(path, { stat, digest });
    if (row?.['digest'] !== digest || row['is_bad'] || isOtherwise) return true;
    sql.run`UPDATE article SET stat = ${stat} WHERE path = ${path}`;
    return false;
  });
  return { read, gone: [...known.keys()], states };
}
