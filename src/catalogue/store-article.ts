import { shortHash } from '../base/hash.ts';
import type { SpeakerId } from '../base/ids.ts';
import { topicId } from '../base/topic-id.ts';
import type { StatementRow } from '../content/rows/statement-row.ts';
import { normalizeWords } from '../content/statement-id.ts';
import type { Address } from '../text/address.ts';
import type { Database } from './database.ts';
import type { ReadArticle } from './read-article.ts';
import { articleUnit, periodUnit, speakerUnit, topicUnit } from './units.ts';
import { mark } from './mark.ts';
import { markArticlesOf } from './same/link-statements.ts';
import { storeUtterances } from './same/utterances.ts';

/** The length of the digest of an article's rows: 60 bits. */
const ROWS_DIGEST = 12;

/** What an article's files were when it was read. */
export interface State {
  stat: string;
  digest: string;
}

/** Stores an article in the place of what the catalogue had of it, and marks what shows either. */
export function storeArticle(database: Database, article: ReadArticle, { stat, digest }: State): void {
  const { sql } = database;
  const { path, address, day, isDraft, problems, ids, mentions, images, published } = article;
  const before = shownOf(database, path);
  deleteRows(database, path);
  const told = problems.length > 0 ? JSON.stringify(problems) : null;
  const row = published ? JSON.stringify(published.row) : '';
  const rows = published?.statements.map((statement) => JSON.stringify(statement.row)) ?? [];
  sql.run`INSERT INTO article
    (path, stat, digest, file, record_file, address, day, is_draft, is_public, awaiting, problems, images, row, summary,
      statements, statements_digest)
    VALUES (${path}, ${stat}, ${digest}, ${article.file}, ${article.recordFile}, ${address}, ${day},
      ${Number(isDraft)}, ${Number(published !== null)}, ${published?.awaiting ?? 0}, ${told}, ${JSON.stringify(images)},
      ${row}, ${published?.summary ?? ''}, ${rows.length}, ${shortHash(rows.join('\n'), ROWS_DIGEST)})`;
  const gone = new Map(published?.gone.map((entry) => [entry.id, entry]));
  for (const { id, line, isGone } of ids) {
    const entry = isGone ? gone.get(id) : undefined;
    sql.run`INSERT OR IGNORE INTO entry (id, path, line, details) VALUES (${id}, ${path}, ${line}, ${entry ? JSON.stringify(entry) : null})`;
  }
  for (const speaker of mentions) sql.run`INSERT INTO mention (speaker, path) VALUES (${speaker}, ${path})`;
  if (published) {
    const { body, text, html, quotes, statements, corrections } = published;
    sql.run`INSERT INTO body (path, body, text, html, quotes) VALUES (${path}, ${body}, ${text}, ${html}, ${JSON.stringify(quotes)})`;
    for (const [position, { row: own, details }] of statements.entries()) {
      const { id, type, speaker, status, sure, text: words } = own;
      sql.run`INSERT OR IGNORE INTO statement
        (id, path, article, position, day, speaker, type, is_confirmed, is_certain, words, row, details)
        VALUES (${id}, ${path}, ${address}, ${position}, ${day}, ${speaker?.id ?? null}, ${type},
          ${Number(status === 'confirmed')}, ${Number(sure && speaker !== null)}, ${normalizeWords(words)},
          ${rows[position] ?? ''}, ${JSON.stringify(details)})`;
    }
    const topics = new Map(published.row.topics.map((name) => [topicId(name), name]));
    for (const [id, name] of topics)
      sql.run`INSERT INTO topic (id, day, address, path, name) VALUES (${id}, ${day}, ${address}, ${path}, ${name})`;
    for (const [place, { kind, on, ...details }] of corrections.entries()) {
      sql.run`INSERT INTO correction (path, place, kind, changed, details)
        VALUES (${path}, ${place}, ${kind}, ${on}, ${JSON.stringify({ kind, on, ...details })})`;
    }
  }
  linkAgain(database, path, published?.statements.map(({ row: own }) => own) ?? []);
  mark(database, articleUnit(address));
  markDifference(database, before, shownOf(database, path));
}

/** Lets the statements of an article be linked again to those that are the same, if their words or speakers changed. */
function linkAgain(database: Database, path: string, rows: readonly StatementRow[]): void {
  const utterances = rows.map(({ id, text, speaker, article, published }) => ({
    id,
    text,
    speaker: speaker?.id ?? null,
    article: article.url,
    day: published,
  }));
  markArticlesOf(database, storeUtterances(database.sql, path, utterances));
}

/** Removes an article whose file is gone. */
export function removeArticle(database: Database, path: string): void {
  const before = shownOf(database, path);
  if (before.address) mark(database, articleUnit(before.address));
  deleteRows(database, path);
  linkAgain(database, path, []);
  markDifference(database, before, shownOf(database, path));
}

function deleteRows({ sql }: Database, path: string): void {
  sql.run`DELETE FROM article WHERE path = ${path}`;
  sql.run`DELETE FROM body WHERE path = ${path}`;
  sql.run`DELETE FROM entry WHERE path = ${path}`;
  sql.run`DELETE FROM mention WHERE path = ${path}`;
  sql.run`DELETE FROM statement WHERE path = ${path}`;
  sql.run`DELETE FROM topic WHERE path = ${path}`;
  sql.run`DELETE FROM correction WHERE path = ${path}`;
}

/** What lists show of an article. */
interface Shown {
  address: Address | null;
  day: string;
  row: string;
  topics: string[];
  /** The rows of its statements, with their speakers, by id. */
  statements: Map<string, { row: string; speaker: SpeakerId | null }>;
}

function shownOf({ sql }: Database, path: string): Shown {
  const article = sql.get`SELECT address, day, row, summary FROM article WHERE path = ${path}`;
  return {
    address: (article?.['address'] ?? null) as Address | null,
    day: String(article?.['day'] ?? ''),
    row: article ? `${String(article['row'])}${String(article['summary'])}` : '',
    topics: sql.all`SELECT id FROM topic WHERE path = ${path}`.map(({ id }) => String(id)),
    statements: new Map(
      sql.all`SELECT id, row, speaker FROM statement WHERE path = ${path}`.map(({ id, row, speaker }) => [
        String(id),
        { row: String(row), speaker: speaker as SpeakerId | null },
      ]),
    ),
  };
}

/** Marks what shows what an article was or what it is, if that differs: lists, and articles with the same statements. */
function markDifference(database: Database, before: Shown, after: Shown): void {
  for (const { day, topics, row } of before.row === after.row ? [] : [before, after]) {
    if (row === '') continue;
    mark(database, periodUnit(day.slice(0, 'YYYY'.length)));
    mark(database, periodUnit(day.slice(0, 'YYYY-MM'.length)));
    for (const topic of topics) mark(database, topicUnit(topic));
  }
  for (const id of new Set([...before.statements.keys(), ...after.statements.keys()])) {
    const [old, own] = [before.statements.get(id), after.statements.get(id)];
    if (old?.row === own?.row) continue;
    const others = database.sql.all`SELECT other FROM link WHERE statement = ${id}`;
    markArticlesOf(
      database,
      others.map(({ other }) => String(other)),
    );
    for (const speaker of [old?.speaker, own?.speaker]) if (speaker) mark(database, speakerUnit(speaker));
  }
}
