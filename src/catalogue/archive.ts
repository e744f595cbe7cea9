import type { Day } from '../base/day.ts';
import type { SpeakerId, StatementId } from '../base/ids.ts';
import { type FormerAddress, type GoneAddress, goneAddress } from '../content/former.ts';
import type { GoneStatement } from '../content/record-file.ts';
import type { ArticleRow } from '../content/rows/article-row.ts';
import type { StatementRow } from '../content/rows/statement-row.ts';
import { normalizeWords } from '../content/statement-id.ts';
import type { Speaker } from '../content/types.ts';
import { type Address, statementAddress, topicAddress } from '../text/address.ts';
import { Corrections } from './corrections.ts';
import { type Database, openDatabase } from './database.ts';
import { type Made, readMade } from './made.ts';
import type { Unit } from './units.ts';
import type { PublishedArticle, PublishedStatement, StatementDetails } from './published.ts';

/** A speaker, and how many public statements are theirs. */
export interface CountedSpeaker {
  speaker: Speaker;
  count: number;
}

/** What articles are about. Names with the same address are one topic. */
export interface Topic {
  id: string;
  /** The name as the oldest article writes it. */
  name: string;
  address: Address;
  /** How many articles are about it. */
  count: number;
}

/** An article as lists and feeds show it. */
export interface ListedArticle {
  row: ArticleRow;
  /** A sentence or two about it. */
  summary: string;
}

/** Which statements or articles of a long list are shown: the newest, or those of a year. */
export interface Part {
  newest?: number;
  /** `2023`, or a month, `2023-05`. */
  period?: string | undefined;
}

/** By what articles are counted: the beginnings of their days. */
type Span = 'year' | 'month' | 'day';
const LENGTHS: Record<Span, number> = { year: 'YYYY'.length, month: 'YYYY-MM'.length, day: 'YYYY-MM-DD'.length };

/** More than a list can have. */
const ALL = 1e9;

/** Everything that is published, as a catalogue has it. Lists are newest first, and each query reads only what it returns. */
export class Archive {
  readonly #database: Database;
  readonly corrections: Corrections;

  constructor(database: Database) {
    this.#database = database;
    this.corrections = new Corrections(database, (id) => this.speaker(id)?.name ?? id);
  }

  /** Opens the archive of the catalogue at a path. */
  static open(path: string): Archive {
    return new Archive(openDatabase(path));
  }

  close(): void {
    this.#database.connection.close();
  }

  get #sql(): Database['sql'] {
    return this.#database.sql;
  }

  /** The article at an address; `null` if none is public there. */
  article(address: string): PublishedArticle | null {
    const stored = this.#sql.get`SELECT row, summary, html, quotes, path FROM article JOIN body USING (path)
      WHERE address = ${address} AND is_public = 1`;
    if (!stored) return null;
    const rows = this.#sql.all`SELECT row FROM statement WHERE path = ${stored['path'] ?? ''} ORDER BY position`;
    return {
      row: articleOf(stored),
      summary: String(stored['summary']),
      html: String(stored['html']),
      quotes: JSON.parse(String(stored['quotes'])) as PublishedArticle['quotes'],
      statements: rows.map(statementOf),
    };
  }

  /** An article without its body: its row, its file, and the names of the image files that it shows. */
  listed(address: string): { row: ArticleRow; path: string; pictures: string[] } | null {
    const stored = this.#sql.get`SELECT path, row, images FROM article WHERE address = ${address} AND is_public = 1`;
    if (!stored) return null;
    const pictures = JSON.parse(String(stored['images'])) as string[];
    return { row: articleOf(stored), path: String(stored['path']), pictures };
  }

  /** The body of an article in Markdown, and its canonical text. */
  texts(address: string): { body: string; text: string } | null {
    const stored = this.#sql.get`SELECT body, text FROM article JOIN body USING (path)
      WHERE address = ${address} AND is_public = 1`;
    return stored ? { body: String(stored['body']), text: String(stored['text']) } : null;
  }

  /** Articles of a part of the archive or of a topic. */
  articles({ newest = ALL, period = '' }: Part = {}, topic?: string): ListedArticle[] {
    const rows =
      topic === undefined
        ? this.#sql
            .all`SELECT row, summary FROM article WHERE is_public = 1 AND day BETWEEN ${period} AND ${`${period}~`}
            ORDER BY day DESC, address LIMIT ${newest}`
        : this.#sql.all`SELECT row, summary FROM topic JOIN article USING (path)
            WHERE topic.id = ${topic} AND topic.day BETWEEN ${period} AND ${`${period}~`}
            ORDER BY topic.day DESC, topic.address LIMIT ${newest}`;
    return rows.map((stored) => ({ row: articleOf(stored), summary: String(stored['summary']) }));
  }

  /** How many articles there are of each year, month or day, in a period or on a topic. */
  countArticles(span: Span, { period = '' }: Part = {}, topic?: string): Map<string, number> {
    const length = LENGTHS[span];
    return counts(
      topic === undefined
        ? this.#sql.all`SELECT substr(day, 1, ${length}) AS name, count(*) AS count FROM article
            WHERE is_public = 1 AND day BETWEEN ${period} AND ${`${period}~`} GROUP BY 1 ORDER BY 1 DESC`
        : this.#sql.all`SELECT substr(day, 1, ${length}) AS name, count(*) AS count FROM topic
            WHERE id = ${topic} GROUP BY 1 ORDER BY 1 DESC`,
    );
  }

  /** The addresses of the articles of a period and of their statements, in the order of lists. */
  addresses(period: string): { article: Address; statements: Address[] }[] {
    const rows = this.#sql.all`SELECT row FROM article WHERE is_public = 1 AND day BETWEEN ${period} AND ${`${period}~`}
      ORDER BY day DESC, address`;
    return rows.map((stored) => {
      const { url, statements } = articleOf(stored);
      return { article: url, statements: statements.map(statementAddress) };
    });
  }

  /** The addresses of all articles, oldest first. */
  *articleAddresses(period = ''): Generator<Address> {
    yield* this.#each(
      `SELECT address FROM article WHERE is_public = 1 AND day BETWEEN ? AND ? || '~' ORDER BY day, address`,
      ({ address }) => address as Address,
      period,
      period,
    );
  }

  /** The units whose files must be made again. */
  dirtyUnits(): Unit[] {
    return this.#sql.all`SELECT unit FROM dirty ORDER BY unit`.map(({ unit }) => unit as Unit);
  }

  /** The first and the last day of publication; `null` while nothing is published. */
  days(): { first: Day; last: Day } | null {
    const row = this.#sql.get`SELECT min(day) AS first, max(day) AS last FROM article WHERE is_public = 1`;
    return row?.['first'] ? { first: row['first'] as Day, last: row['last'] as Day } : null;
  }

  /** The days on which articles were published, each once. */
  *daysOfArticles(): Generator<Day> {
    yield* this.#each('SELECT DISTINCT day FROM article WHERE is_public = 1 ORDER BY day', ({ day }) => day as Day);
  }

  /** The statement with an id; `null` if none is public. */
  statement(id: string): PublishedStatement | null {
    const stored = this.#sql.get`SELECT row, details FROM statement WHERE id = ${id}`;
    return stored ? { row: statementOf(stored), ...(JSON.parse(String(stored['details'])) as StatementDetails) } : null;
  }

  /** The newest statements, or those of a speaker. */
  statements({ newest = ALL, period = '' }: Part = {}, speaker?: SpeakerId): StatementRow[] {
    const rows =
      speaker === undefined
        ? this.#sql.all`SELECT row FROM statement ORDER BY day DESC, article, position LIMIT ${newest}`
        : this.#sql
            .all`SELECT row FROM statement WHERE speaker = ${speaker} AND day BETWEEN ${period} AND ${`${period}~`}
            ORDER BY day DESC, article, position LIMIT ${newest}`;
    return rows.map(statementOf);
  }

  /** How many statements of a speaker there are in each year. */
  countStatements(speaker: SpeakerId): Map<string, number> {
    return counts(this.#sql.all`SELECT substr(day, 1, 4) AS name, count(*) AS count FROM statement
      WHERE speaker = ${speaker} GROUP BY 1 ORDER BY 1 DESC`);
  }

  /** The same statement in other articles: the same words, or one quoting the other. Oldest first. */
  alsoQuoted(id: StatementId): StatementRow[] {
    const rows = this.#sql.all`SELECT row FROM link JOIN statement ON id = other
      WHERE link.statement = ${id} ORDER BY day, article DESC, position`;
    return rows.map(statementOf);
  }

  /** The statements that have the same words as one that was removed. */
  alsoAt(was: string): StatementRow[] {
    const rows = this.#sql.all`SELECT row FROM statement WHERE words = ${normalizeWords(was)}
      ORDER BY day DESC, article, position`;
    return rows.map(statementOf);
  }

  /** The public speaker with an id. */
  speaker(id: string): Speaker | null {
    const stored = this.#sql.get`SELECT data FROM speaker WHERE id = ${id} AND is_public = 1`;
    return stored ? speakerOf(stored) : null;
  }

  /** The public speakers, by name. */
  speakers(): CountedSpeaker[] {
    const rows = this.#sql.all`SELECT data, (SELECT count(*) FROM statement WHERE speaker = speaker.id) AS count
      FROM speaker WHERE is_public = 1 ORDER BY rank`;
    return rows.map((stored) => ({ speaker: speakerOf(stored), count: Number(stored['count']) }));
  }

  /** Who is quoted most in a period, the most often first. */
  mostQuoted(period: string, count: number): CountedSpeaker[] {
    const rows = this.#sql.all`SELECT speaker.data AS data, counted.count AS count FROM
      (SELECT speaker, count(*) AS count FROM statement WHERE day BETWEEN ${period} AND ${`${period}~`}
        AND speaker IS NOT NULL GROUP BY speaker ORDER BY count(*) DESC, speaker LIMIT ${count}) AS counted
      JOIN speaker ON speaker.id = counted.speaker WHERE is_public = 1 ORDER BY counted.count DESC, rank`;
    return rows.map((stored) => ({ speaker: speakerOf(stored), count: Number(stored['count']) }));
  }

  /** The topics, by name. */
  topics(): Topic[] {
    const rows = this.#sql.all`SELECT id, name, count FROM
      (SELECT id, name, count(*) OVER topics AS count, row_number() OVER (topics ORDER BY day, address DESC) AS number
        FROM topic WINDOW topics AS (PARTITION BY id)) WHERE number = 1`;
    const order = new Intl.Collator('en');
    return rows.map(topicOf).sort((a, b) => order.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  }

  /** The topics of the articles in which somebody speaks, with the number of these statements, the most frequent first. */
  topicsOf(speaker: SpeakerId, most: number): Topic[] {
    const rows = this.#sql.all`SELECT topic.id AS id, min(name) AS name, count(*) AS count
      FROM statement JOIN topic ON topic.path = statement.path WHERE speaker = ${speaker}
      GROUP BY topic.id ORDER BY count(*) DESC, topic.id LIMIT ${most}`;
    return rows.map(topicOf);
  }

  /** The topic with an id; `null` if no article is about it. */
  topic(id: string): Topic | null {
    const oldest = this.#sql.get`SELECT id, name, count(*) OVER () AS count FROM topic
      WHERE id = ${id} ORDER BY day, address DESC LIMIT 1`;
    return oldest ? topicOf(oldest) : null;
  }

  /** Where an address that has no content of its own leads, or that it is gone. */
  former(address: string): FormerAddress | null {
    const stored = this.#sql.get`SELECT data FROM former WHERE address = ${address}`;
    if (stored) return JSON.parse(String(stored['data'])) as FormerAddress;
    const [, kind, id = ''] = address.split('/');
    return kind === 's' ? this.#gone(id) : null;
  }

  #gone(id: string): GoneAddress | null {
    const stored = this.#sql.get`SELECT details FROM entry WHERE id = ${id} AND details IS NOT NULL`;
    return stored ? goneAddress(JSON.parse(String(stored['details'])) as GoneStatement) : null;
  }

  /** The addresses that have no content of their own now, of articles, statements and speakers. */
  *formerAddresses(): Generator<Address> {
    yield* this.#each('SELECT address FROM former ORDER BY place', ({ address }) => address as Address);
    yield* this.#each('SELECT id FROM entry WHERE details IS NOT NULL ORDER BY path, line', ({ id }) =>
      statementAddress(id as StatementId),
    );
  }

  /** Whether an address was released; if not, its page is a preview. */
  isReleased(address: Address): boolean {
    return this.#sql.get`SELECT 1 FROM ledger WHERE address = ${address}` !== undefined;
  }

  /** What the archive contains, in numbers. */
  totals() {
    const row = this.#sql.get`SELECT
      (SELECT count(*) FROM article WHERE is_public = 1) AS articles,
      (SELECT coalesce(sum(awaiting), 0) FROM article WHERE is_public = 1) AS awaiting,
      (SELECT count(*) FROM speaker WHERE is_public = 1) AS speakers`;
    const statements = this.#sql.get`SELECT count(*) AS statements, total(is_confirmed) AS confirmed,
      total(NOT is_certain) AS unsure, total(type = 'direct') AS direct, total(type = 'partial') AS partial,
      total(type = 'reported') AS reported FROM statement INDEXED BY statement_by_kind`;
    const total = (name: string): number => Number(row?.[name] ?? statements?.[name]);
    return {
      articles: total('articles'),
      speakers: total('speakers'),
      statements: total('statements'),
      /** Statements that an editor has seen. */
      confirmed: total('confirmed'),
      /** Statements whose speaker is only probable, or not known. */
      unsure: total('unsure'),
      /** Statements that wait for an editor, and appear nowhere. */
      awaiting: total('awaiting'),
      types: { direct: total('direct'), partial: total('partial'), reported: total('reported') },
    };
  }

  /** The language of most articles, as a BCP 47 tag. */
  get language(): string {
    return String(this.#sql.get`SELECT value FROM meta WHERE name = 'language'`?.['value'] ?? 'en');
  }

  /** What was made of the whole archive: the data files, or a search index. */
  made<Name extends keyof Made>(name: Name): Made[Name] {
    return readMade(this.#database, name);
  }

  /** How many statements each year has, the first year first. */
  statementYears(): Map<string, number> {
    return counts(
      this.#sql.all`SELECT substr(day, 1, 4) AS name, count(*) AS count FROM statement GROUP BY 1 ORDER BY 1`,
    );
  }

  /** How many statements there are in a period. */
  countStatementsIn(period: string): number {
    return Number(
      this.#sql.get`SELECT count(*) AS count FROM statement WHERE day BETWEEN ${period} AND ${`${period}~`}`?.['count'],
    );
  }

  /** The rows of statements of a period as JSON, in the order of the data files: a new article's rows come last. */
  *statementLines(period = ''): Generator<string> {
    yield* this.#each(
      `SELECT row FROM statement WHERE day BETWEEN ? AND ? || '~' ORDER BY day, article, position`,
      ({ row }) => String(row),
      period,
      period,
    );
  }

  /** The rows of statements from an article on as JSON, in the same order. */
  *statementLinesFrom({ day, address }: { day: string; address: string }): Generator<string> {
    yield* this.#each(
      'SELECT row FROM statement WHERE (day, article) >= (?, ?) ORDER BY day, article, position',
      ({ row }) => String(row),
      day,
      address,
    );
  }

  /** How many statements each article has, with a digest of their rows, in the same order. */
  *statementDigests(): Generator<{ day: string; address: string; count: number; digest: string }> {
    yield* this.#each(
      'SELECT day, address, statements, statements_digest FROM article WHERE is_public = 1 ORDER BY day, address',
      ({ day, address, statements, statements_digest: digest }) => ({
        day: String(day),
        address: String(address),
        count: Number(statements),
        digest: String(digest),
      }),
    );
  }

  /** The rows of articles of a period as JSON, in the order of the data files. */
  *articleLines(period = ''): Generator<string> {
    yield* this.#each(
      `SELECT row FROM article WHERE is_public = 1 AND day BETWEEN ? AND ? || '~' ORDER BY day, address DESC`,
      ({ row }) => String(row),
      period,
      period,
    );
  }

  /** Streams the rows of a query, without holding them in memory. */
  *#each<T>(query: string, make: (row: Stored) => T, ...parameters: string[]): Generator<T> {
    for (const row of this.#database.connection.prepare(query).iterate(...parameters)) yield make(row);
  }
}

/** A row of a table or of a query. */
type Stored = Record<string, unknown>;

const articleOf = ({ row }: Stored): ArticleRow => JSON.parse(String(row)) as ArticleRow;
const statementOf = ({ row }: Stored): StatementRow => JSON.parse(String(row)) as StatementRow;
const speakerOf = ({ data }: Stored): Speaker => JSON.parse(String(data)) as Speaker;
const topicOf = ({ id, name, count }: Stored): Topic => ({
  id: String(id),
  name: String(name),
  address: topicAddress(String(id)),
  count: Number(count),
});

const counts = (rows: readonly Stored[]): Map<string, number> =>
  new Map(rows.map(({ name, count }) => [String(name), Number(count)]));
