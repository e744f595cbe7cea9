import { isDeepStrictEqual } from 'node:util';
import type { SpeakerId } from '../base/ids.ts';
import type { Problem } from '../base/problem.ts';
import { listSpeakers, readSpeaker } from '../content/speakers.ts';
import { listedName } from '../base/person-names.ts';
import { type Address, speakerAddress } from '../text/address.ts';
import type { Database } from './database.ts';
import { digestOf, statOf } from './file-state.ts';
import { mark } from './mark.ts';
import { storedSpeakers } from './surroundings.ts';
import { articleUnit, speakerUnit, WHOLE } from './units.ts';

/** Reads the speaker files that changed, and marks the articles that name these speakers to be read again. */
export function updateSpeakers(database: Database, content: string): Problem[] {
  const { sql } = database;
  const { files, problems } = listSpeakers(content);
  const before = new Map(storedSpeakers(database).map((speaker) => [speaker.id, speaker]));
  const known = new Map(sql.all`SELECT path, stat, digest FROM speaker`.map((row) => [String(row['path']), row]));
  for (const path of files) {
    const row = known.get(path);
    known.delete(path);
    const stat = statOf([path]);
    if (row?.['stat'] === stat) continue;
    const digest = digestOf([path]);
    if (row?.['digest'] === digest) {
      sql.run`UPDATE speaker SET stat = ${stat} WHERE path = ${path}`;
      continue;
    }
    const read = readSpeaker(path);
    problems.push(...read.problems);
    // What cannot be used is read again next time.
    const { id = null, mergedInto } = read.speaker ?? {};
    const data = read.speaker && JSON.stringify(read.speaker);
    sql.run`INSERT OR REPLACE INTO speaker (path, stat, digest, id, is_merged, is_public, rank, data)
      VALUES (${path}, ${data ? stat : ''}, ${data ? digest : ''}, ${id}, ${Number(mergedInto !== undefined)}, 0, 0, ${data})`;
  }
  for (const path of known.keys()) sql.run`DELETE FROM speaker WHERE path = ${path}`;
  const after = new Map(storedSpeakers(database).map((speaker) => [speaker.id, speaker]));
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    if (isDeepStrictEqual(before.get(id), after.get(id))) continue;
    const ids = [id, ...(before.get(id)?.formerly ?? []), ...(after.get(id)?.formerly ?? [])];
    for (const one of ids) readAgain(database, one);
    mark(database, speakerUnit(id));
    mark(database, WHOLE);
  }
  return problems;
}

/** Makes the articles that name a speaker be read again. */
function readAgain({ sql }: Database, speaker: SpeakerId): void {
  sql.run`UPDATE article SET stat = '', digest = ''
    WHERE path IN (SELECT path FROM mention WHERE speaker = ${speaker})`;
}

/** Finds which speakers are public: those who say a public statement, and those whose addresses were released. */
export function updatePublicSpeakers(database: Database): void {
  const { sql } = database;
  const byFamilyName = new Intl.Collator('en');
  const speakers = storedSpeakers(database)
    .map((speaker) => ({ ...speaker, key: listedName(speaker) }))
    .toSorted((a, b) => byFamilyName.compare(a.key, b.key) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const known = new Map(sql.all`SELECT id, is_public, rank FROM speaker`.map((row) => [String(row['id']), row]));
  for (const [rank, { id, mergedInto }] of speakers.entries()) {
    const address = speakerAddress(id);
    const isPublic =
      mergedInto === undefined &&
      (sql.get`SELECT 1 FROM statement WHERE speaker = ${id} LIMIT 1` !== undefined ||
        sql.get`SELECT 1 FROM ledger WHERE address = ${address}` !== undefined ||
        sql.get`SELECT 1 FROM former WHERE target = ${address} LIMIT 1` !== undefined);
    const row = known.get(id);
    if (row?.['is_public'] === Number(isPublic) && row['rank'] === rank) continue;
    if (row?.['is_public'] !== Number(isPublic)) markSpeaker(database, id);
    sql.run`UPDATE speaker SET is_public = ${Number(isPublic)}, rank = ${rank} WHERE id = ${id}`;
  }
}

/** Marks a speaker who became public or ceased to be, and the articles whose corrections name them. */
function markSpeaker(database: Database, id: SpeakerId): void {
  mark(database, speakerUnit(id));
  const rows = database.sql.all`SELECT address FROM mention JOIN article USING (path) WHERE speaker = ${id}`;
  for (const { address } of rows) mark(database, articleUnit(String(address) as Address));
}
