import { availableParallelism } from 'node:os';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { StatementId } from '../../base/ids.ts';
import type { Problem } from '../../base/problem.ts';
import type { OnProgress } from '../../base/progress.ts';
import { openWorkDatabase } from '../../base/work-database.ts';
import { WorkerPool } from '../../base/workers.ts';
import { inTransaction } from '../../catalogue/database.ts';
import { digestOf, statOf } from '../../catalogue/file-state.ts';
import { type ArticlePath, listArticles, recordPathOf } from '../../content/article-source.ts';
import { isThere } from '../../content/content-file.ts';
import { type ItemsTask, type ReadItems, readItems } from './read-items.ts';

const SCHEMA = `
CREATE TABLE meta (version TEXT NOT NULL);
CREATE TABLE article (
  path TEXT PRIMARY KEY, stat TEXT NOT NULL, digest TEXT NOT NULL, day TEXT NOT NULL, title TEXT NOT NULL,
  is_unsearched INTEGER NOT NULL, is_draft INTEGER NOT NULL, problems TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE gone (
  id TEXT PRIMARY KEY, path TEXT NOT NULL, "on" TEXT NOT NULL, was TEXT, why TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE correction (
  id TEXT NOT NULL, path TEXT NOT NULL, until TEXT NOT NULL, before TEXT, now TEXT NOT NULL, speaker TEXT,
  why TEXT NOT NULL
);
CREATE INDEX correction_in_article ON correction (path);
CREATE TABLE topic (path TEXT NOT NULL, topic TEXT NOT NULL, PRIMARY KEY (path, topic)) WITHOUT ROWID;
CREATE TABLE item (
  id TEXT NOT NULL, path TEXT NOT NULL, start INTEGER NOT NULL, is_more INTEGER NOT NULL, type TEXT NOT NULL,
  status TEXT NOT NULL, sure INTEGER NOT NULL, speaker TEXT, proposed TEXT, described TEXT, source TEXT, role TEXT,
  said TEXT, confidence REAL NOT NULL
);
CREATE INDEX item_id ON item (id);
CREATE INDEX item_in_article ON item (path);
CREATE INDEX item_open ON item (confidence, path, start) WHERE NOT is_more AND status != 'confirmed';
CREATE INDEX item_undated ON item (confidence, path, start) WHERE NOT is_more AND said IS NULL;
CREATE INDEX item_more ON item (confidence, path, start) WHERE is_more;
CREATE INDEX item_by_speaker ON item (speaker);`;

/** What is indexed. */
interface Indexed {
  content: string;
  /** The language of an article that names none. */
  language: string;
  /** All ids that mean the same speaker as one. */
  speakerIds: (id: string) => readonly string[];
}

/** A row of a query: the tables have texts and numbers only. */
export type Row = Record<string, string | number | null>;

/** Fewer articles than this are read sooner by this process than workers start. */
const WORTH_WORKERS = 100;

/** How many articles a worker reads at a time. */
const AT_A_TIME = 20;

/**
 * What may be decided on in an archive, as a database that can be made again. It knows from the state of the files which
 * articles have to be read again.
 */
export class QueueIndex {
  readonly #connection: DatabaseSync;
  /** All ids that mean the same speaker as one. */
  readonly speakerIds: (id: string) => readonly string[];
  readonly #content: string;
  readonly #language: string;

  /** @param version a digest of all besides the content that decides what is in it */
  constructor(path: string, version: string, { content, language, speakerIds }: Indexed) {
    this.#content = content;
    this.#language = language;
    this.speakerIds = speakerIds;
    this.#connection = openWorkDatabase(path, (connection) => {
      prepare(connection, version);
    });
    this.#connection.exec('CREATE TEMP TABLE skipped (id TEXT PRIMARY KEY, rank INTEGER NOT NULL) WITHOUT ROWID');
  }

  /** Reads the articles whose files changed, and forgets those that are gone. */
  async update(onProgress?: OnProgress): Promise<void> {
    const known = new Map(this.all('SELECT path, stat, digest FROM article').map((row) => [String(row['path']), row]));
    const changed: ArticlePath[] = [];
    for (const article of listArticles(this.#content).articles) {
      const files = [article.path, recordPathOf(article.path)];
      const row = known.get(article.path);
      known.delete(article.path);
      const stat = statOf(files);
      if (row?.['stat'] === stat) continue;
      if (row?.['digest'] === digestOf(files))
        this.#connection.prepare('UPDATE article SET stat = ? WHERE path = ?').run(stat, article.path);
      else changed.push(article);
    }
    inTransaction({ connection: this.#connection }, () => {
      for (const path of known.keys()) this.#remove(path);
    });
    await this.#read(changed, onProgress);
  }

  /** Reads one article again, or forgets it if it is gone. */
  updateArticle(article: ArticlePath): void {
    inTransaction({ connection: this.#connection }, () => {
      if (isThere(article.path)) this.#store(readItems(article, this.#language));
      else this.#remove(article.path);
    });
  }

  /** Runs a query. */
  all(query: string, ...values: SQLInputValue[]): Row[] {
    return this.#connection.prepare(query).all(...values) as Row[];
  }

  /** Runs a query for one row. */
  get(query: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#connection.prepare(query).get(...values) as Row | undefined;
  }

  /** Puts a statement after all others of the queue, until the desk is closed. */
  skip(id: StatementId): void {
    this.#connection
      .prepare('INSERT OR REPLACE INTO skipped SELECT ?, coalesce(max(rank), 0) + 1 FROM skipped')
      .run(id);
  }

  /** Whether a statement has or had an id. */
  isUsed(id: StatementId): boolean {
    return (
      this.get('SELECT 1 FROM item WHERE id = ? AND NOT is_more', id) !== undefined ||
      this.get('SELECT 1 FROM gone WHERE id = ?', id) !== undefined
    );
  }

  /** What is wrong with articles, which are not in the queue. */
  problems(): Problem[] {
    return this.all(`SELECT problems FROM article WHERE problems != '[]' ORDER BY path`).flatMap(
      ({ problems }) => JSON.parse(String(problems)) as Problem[],
    );
  }

  close(): void {
    this.#connection.close();
  }

  async #read(articles: readonly ArticlePath[], onProgress: OnProgress | undefined): Promise<void> {
    let done = 0;
    const store = (read: readonly ReadItems[]): void => {
      inTransaction({ connection: this.#connection }, () => {
        for (const one of read) this.#store(one);
      });
      done += read.length;
      onProgress?.('Reading articles', done, articles.length);
    };
    if (articles.length < WORTH_WORKERS) {
      store(articles.map((article) => readItems(article, this.#language)));
      return;
    }
    const tasks = Array.from({ length: Math.ceil(articles.length / AT_A_TIME) }, (_, index): ItemsTask => {
      return { articles: articles.slice(index * AT_A_TIME, (index + 1) * AT_A_TIME), language: this.#language };
    });
    const pool = new WorkerPool<ItemsTask, ReadItems[]>(
      new URL('./read-items.ts', import.meta.url),
      availableParallelism(),
    );
    try {
      await pool.run(tasks, store);
    } finally {
      await pool.end();
    }
  }

  #store(read: ReadItems): void {
    const { path, stat, digest, day, title, topics, items, gone, corrections, problems } = read;
    this.#remove(path);
    const insert = (table: string, ...values: SQLInputValue[]): void => {
      const places = values.map(() => '?').join(', ');
      this.#connection.prepare(`INSERT OR REPLACE INTO ${table} VALUES (${places})`).run(...values);
    };
    const flags = [Number(read.isUnsearched), Number(read.isDraft)];
    insert('article', path, stat, digest, day, title, ...flags, JSON.stringify(problems));
    for (const { id, on, was, why } of gone) insert('gone', id, path, on, was, why);
    for (const { id, until, before, now, speaker, why } of corrections)
      insert('correction', id, path, until, before, now, speaker, why);
    for (const topic of topics) insert('topic', path, topic);
    for (const item of items) {
      const { id, start, type, status, speaker, proposed, described, source, role, said, confidence } = item;
      const own = [id, path, start, Number(item.isMore), type, status, Number(item.sure)];
      insert('item', ...own, speaker, proposed, described, source, role, said, confidence);
    }
  }

  #remove(path: string): void {
    for (const table of ['article', 'gone', 'correction', 'topic', 'item'])
      this.#connection.prepare(`DELETE FROM ${table} WHERE path = ?`).run(path);
  }
}

function prepare(connection: DatabaseSync, version: string): void {
  const tables = connection.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all();
  const isCurrent = tables.length > 0 && connection.prepare('SELECT version FROM meta').get()?.['version'] === version;
  if (isCurrent) return;
  connection.exec('BEGIN IMMEDIATE');
  for (const { name } of tables) connection.exec(`DROP TABLE "${String(name)}"`);
  connection.exec(SCHEMA);
  connection.prepare('INSERT INTO meta VALUES (?)').run(version);
  connection.exec('COMMIT');
}
