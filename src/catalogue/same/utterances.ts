import type { SQLTagStore } from 'node:sqlite';
import { comparedWords, countWords, isWord, longestRun } from './same-words.ts';
import {
  type Compared,
  DAYS_UNNAMED,
  FEW_DAYS,
  FEW_WORDS,
  isSame,
  MANY_WORDS,
  UNMISTAKABLE,
} from './same-statement.ts';

/**
 * - `utterance`: the words of every statement as they are compared. Its `key` is the beginning of its longest run of words,
 *   which a statement that quotes it must contain. Those that were not compared yet are new.
 * - `link`: the statements that are the same in other articles, each pair in both directions
 */
export const UTTERANCE_SCHEMA = `
CREATE TABLE utterance (
  id TEXT,
  path TEXT,
  article TEXT NOT NULL,
  day TEXT NOT NULL,
  speaker TEXT,
  count INTEGER NOT NULL,
  key TEXT,
  words TEXT NOT NULL,
  is_new INTEGER NOT NULL,
  PRIMARY KEY (id, path)
) WITHOUT ROWID;
CREATE INDEX utterance_by_path ON utterance (path);
CREATE INDEX utterance_by_key ON utterance (key, speaker, day);
CREATE INDEX new_utterance ON utterance (is_new) WHERE is_new;
CREATE TABLE link (statement TEXT, other TEXT, PRIMARY KEY (statement, other)) WITHOUT ROWID;
`;

/** What decides whether two statements are the same, as it is stored. */
export interface Utterance {
  id: string;
  text: string;
  /** The speaker's id; `null` if nobody is named. */
  speaker: string | null;
  /** The article that contains it. */
  article: string;
  /** The day of publication, `YYYY-MM-DD`. */
  day: string;
}

/** The most words of a key. */
const KEY_WORDS = 5;

/** With this many new utterances or more, all are compared again, which is faster than to look for each among the others. */
const MANY_NEW = 300;

/** How many utterances are compared at a time. */
const AT_A_TIME = 500;

/**
 * Stores the utterances of an article's file in the place of those that it had. Those that are the same keep their links.
 *
 * @returns the ids of statements to which links were removed
 */
export function storeUtterances(sql: SQLTagStore, path: string, utterances: readonly Utterance[]): string[] {
  const before = new Map(sql.all`SELECT * FROM utterance WHERE path = ${path}`.map((row) => [String(row['id']), row]));
  for (const { id, text, speaker, article, day } of utterances) {
    const tokens = comparedWords(text);
    const words = ` ${tokens.join(' ')} `;
    const old = before.get(id);
    if (old?.['words'] === words && old['speaker'] === speaker && old['article'] === article && old['day'] === day) {
      before.delete(id);
      continue;
    }
    const run = longestRun(tokens).slice(0, KEY_WORDS);
    const key = run.length < FEW_WORDS ? null : run.join(' ');
    sql.run`INSERT OR REPLACE INTO utterance (id, path, article, day, speaker, count, key, words, is_new)
      VALUES (${id}, ${path}, ${article}, ${day}, ${speaker}, ${countWords(tokens)}, ${key}, ${words}, 1)`;
  }
  const kept = new Set(utterances.map(({ id }) => id));
  return [...before.keys()].flatMap((id) => {
    if (!kept.has(id)) sql.run`DELETE FROM utterance WHERE id = ${id} AND path = ${path}`;
    const others = sql.all`SELECT other FROM link WHERE statement = ${id}`.map(({ other }) => String(other));
    sql.run`DELETE FROM link WHERE statement = ${id} OR other = ${id}`;
    return others;
  });
}

/**
 * Links the new utterances to those that are the same in other articles.
 *
 * @param onCompared called for every two statements that are compared, which takes most of the time
 * @returns the ids of the statements whose links changed
 */
export function linkUtterances(sql: SQLTagStore, onCompared: () => void = () => undefined): Set<string> {
  const changed = new Set<string>();
  const fresh = Number(sql.get`SELECT count(*) AS count FROM utterance WHERE is_new`?.['count']);
  if (fresh === 0) return changed;
  const link = (a: string, b: string): void => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const { changes } = sql.run`INSERT OR IGNORE INTO link VALUES (${one}, ${other})`;
      if (changes > 0) changed.add(one);
    }
  };
  const compare = (a: Stored, b: Stored): void => {
    onCompared();
    if (isSame(a, b)) link(a.id, b.id);
  };

  let keys: Set<string> | null = null;
  if (fresh < MANY_NEW) compareWithOlder(sql, compare);
  else {
    for (const { statement } of sql.all`SELECT statement FROM link`) changed.add(String(statement));
    sql.run`DELETE FROM link`;
    sql.run`UPDATE utterance SET is_new = 1`;
    keys = new Set(sql.all`SELECT DISTINCT key FROM utterance WHERE key IS NOT NULL`.map(({ key }) => String(key)));
  }
  for (;;) {
    const part = sql.all`SELECT * FROM utterance WHERE is_new LIMIT ${AT_A_TIME}`.map(storedOf);
    if (part.length === 0) return changed;
    for (const longer of part) {
      const found = new Set<string>();
      for (const key of keysIn(longer.tokens)) {
        if (keys && !keys.has(key)) continue;
        for (const shorter of withKey(sql, key, longer)) {
          if (found.has(shorter.id)) continue;
          found.add(shorter.id);
          compare(longer, shorter);
        }
      }
      sql.run`UPDATE utterance SET is_new = 0 WHERE id = ${longer.id} AND path = ${longer.path}`;
    }
  }
}

/** Compares new utterances with the older ones that contain their keys, and so may quote them. */
function compareWithOlder(sql: SQLTagStore, compare: (a: Stored, b: Stored) => void): void {
  const fresh = sql.all`SELECT * FROM utterance WHERE is_new AND key IS NOT NULL`.map(storedOf);
  for (const shorter of fresh) {
    const rows = sql.all`SELECT * FROM utterance WHERE instr(words, ${` ${shorter.key ?? ''} `}) AND NOT is_new`;
    for (const row of rows) compare(storedOf(row), shorter);
  }
}

/**
 * The utterances with a key that may be the same as a longer one: short ones by the same speaker within days, and others
 * by the same speaker, or without a named speaker if they are close in time or very long.
 */
function withKey(sql: SQLTagStore, key: string, { speaker, day, count }: Stored): Stored[] {
  const [soon, near] = [daysAround(day, FEW_DAYS), daysAround(day, DAYS_UNNAMED)];
  const rows =
    speaker === null
      ? sql.all`SELECT * FROM utterance WHERE key = ${key} AND count >= ${MANY_WORDS}
          AND (day BETWEEN ${near.first} AND ${near.last} OR (count >= ${UNMISTAKABLE} AND ${count} >= ${UNMISTAKABLE}))`
      : sql.all`SELECT * FROM utterance WHERE key = ${key} AND speaker = ${speaker}
          AND (count >= ${MANY_WORDS} OR day BETWEEN ${soon.first} AND ${soon.last})
          UNION ALL
          SELECT * FROM utterance WHERE key = ${key} AND speaker IS NULL AND count >= ${MANY_WORDS}
          AND (day BETWEEN ${near.first} AND ${near.last} OR (count >= ${UNMISTAKABLE} AND ${count} >= ${UNMISTAKABLE}))`;
  return rows.map(storedOf);
}

const MS_A_DAY = 86_400_000;

function daysAround(day: string, days: number): { first: string; last: string } {
  const shifted = (by: number): string => new Date(Date.parse(day) + by * MS_A_DAY).toISOString().slice(0, 10);
  return { first: shifted(-days), last: shifted(days) };
}

/** An utterance as the database has it. */
interface Stored extends Compared {
  id: string;
  path: string;
  key: string | null;
}

function storedOf(row: Record<string, unknown>): Stored {
  const text = (name: string): string => String(row[name]);
  return {
    id: text('id'),
    path: text('path'),
    article: text('article'),
    day: text('day'),
    speaker: row['speaker'] === null ? null : text('speaker'),
    count: Number(row['count']),
    key: row['key'] === null ? null : text('key'),
    tokens: text('words').trim().split(' '),
  };
}

/** The runs of words in a text that may be keys of other statements. */
function* keysIn(tokens: readonly string[]): Generator<string> {
  for (let start = 0; start < tokens.length; start++) {
    let key = '';
    for (let length = 1; length <= KEY_WORDS; length++) {
      const token = tokens[start + length - 1];
      if (token === undefined || !isWord(token)) break;
      key = length === 1 ? token : `${key} ${token}`;
      if (length >= FEW_WORDS) yield key;
    }
  }
}
