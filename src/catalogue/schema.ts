import { UTTERANCE_SCHEMA } from './same/utterances.ts';

/**
 * The tables of a catalogue. Another schema, or another version of the code that fills it, makes it again from the
 * content.
 *
 * - `article`, `body`: a file of an article with its record: what it was read from, and what is public of it
 * - `entry`: every id of every record, public or not, to find ids that are used twice; `details` tell what a public one
 *   was that is gone
 * - `statement`: the public statements, with their rows of data
 * - `mention`: the speakers that a record names, to read it again when one of them changes
 * - `speaker`, `former`, `ledger`: what the files of these names say
 * - `utterance`, `link`: which statements are the same in other articles (`same/utterances.ts`)
 * - `dirty`: the units whose pages must be made again (`units.ts`)
 *
 * Queries say `is_public = 1`: only so can SQLite answer them by an index alone.
 */
export const SCHEMA = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE article (
  path TEXT PRIMARY KEY,
  stat TEXT NOT NULL,
  digest TEXT NOT NULL,
  file TEXT NOT NULL,
  record_file TEXT NOT NULL,
  address TEXT NOT NULL,
  day TEXT NOT NULL,
  is_draft INTEGER NOT NULL,
  is_public INTEGER NOT NULL,
  awaiting INTEGER NOT NULL,
  problems TEXT,
  images TEXT NOT NULL,
  row TEXT NOT NULL,
  summary TEXT NOT NULL,
  statements INTEGER NOT NULL,
  statements_digest TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX article_by_address ON article (address);
CREATE INDEX article_by_day ON article (is_public, day DESC, address);
CREATE INDEX article_statements ON article (is_public, day, address, statements, statements_digest, awaiting);
CREATE INDEX article_with_problems ON article (path) WHERE problems IS NOT NULL;

CREATE TABLE body (path TEXT PRIMARY KEY, body TEXT, text TEXT, html TEXT, quotes TEXT) WITHOUT ROWID;

CREATE TABLE entry (id TEXT, path TEXT, line INTEGER, details TEXT, PRIMARY KEY (id, path, line)) WITHOUT ROWID;
CREATE INDEX entry_by_path ON entry (path);
CREATE INDEX entry_gone ON entry (path, line, id) WHERE details IS NOT NULL;

CREATE TABLE statement (
  day TEXT,
  article TEXT,
  path TEXT,
  position INTEGER,
  id TEXT NOT NULL,
  speaker TEXT,
  type TEXT NOT NULL,
  is_confirmed INTEGER NOT NULL,
  is_certain INTEGER NOT NULL,
  words TEXT NOT NULL,
  row TEXT NOT NULL,
  details TEXT NOT NULL,
  PRIMARY KEY (day, article, path, position)
) WITHOUT ROWID;
CREATE INDEX statement_by_id ON statement (id);
CREATE INDEX statement_by_path ON statement (path);
CREATE INDEX newest_statements ON statement (day DESC, article, position);
CREATE INDEX statement_by_speaker ON statement (speaker, day DESC, article, position);
CREATE INDEX statement_by_words ON statement (words);
CREATE INDEX statement_by_kind ON statement (type, is_confirmed, is_certain);

CREATE TABLE topic (
  id TEXT,
  day TEXT,
  address TEXT,
  path TEXT,
  name TEXT NOT NULL,
  PRIMARY KEY (id, day, address, path)
) WITHOUT ROWID;
CREATE INDEX topic_by_path ON topic (path);

CREATE TABLE correction (
  path TEXT,
  place INTEGER,
  kind TEXT NOT NULL,
  changed TEXT NOT NULL,
  details TEXT NOT NULL,
  PRIMARY KEY (path, place)
) WITHOUT ROWID;
CREATE INDEX correction_by_day ON correction (changed DESC);

CREATE TABLE mention (speaker TEXT, path TEXT, PRIMARY KEY (speaker, path)) WITHOUT ROWID;
CREATE INDEX mention_by_path ON mention (path);

CREATE TABLE speaker (
  path TEXT PRIMARY KEY,
  stat TEXT NOT NULL,
  digest TEXT NOT NULL,
  id TEXT,
  is_merged INTEGER NOT NULL,
  is_public INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  data TEXT
) WITHOUT ROWID;
CREATE INDEX speaker_by_id ON speaker (id);

CREATE TABLE former (address TEXT PRIMARY KEY, place INTEGER NOT NULL, target TEXT NOT NULL, data TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX former_by_target ON former (target);

CREATE TABLE ledger_file (name TEXT PRIMARY KEY, digest TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE ledger (address TEXT PRIMARY KEY, name TEXT NOT NULL, file TEXT NOT NULL, line INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX ledger_by_name ON ledger (name);

CREATE TABLE dirty (unit TEXT PRIMARY KEY) WITHOUT ROWID;

${UTTERANCE_SCHEMA}`;
