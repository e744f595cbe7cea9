import type { Day } from '../base/day.ts';
import type { SpeakerId } from '../base/ids.ts';
import type { GoneAddress } from '../content/former.ts';
import type { StatementRow } from '../content/rows/statement-row.ts';
import { type Address, isSpeaker, statementAddress } from '../text/address.ts';
import { removal } from './corrections-of.ts';
import type { Database } from './database.ts';
import type { StoredCorrection, Told } from './published.ts';

/** A change to something that was published: what it was and until when, what it is now, and why. */
export interface Correction {
  address: Address;
  /** What changed: its words, its speaker, or that it was removed. */
  kind: 'words' | 'speaker' | 'removed';
  on: Day;
  why: string;
  /** The digest of the words that it was, as citations carry it; `null` unless its words changed. */
  wasVersion: string | null;
  /** What it was; `null` if that may not be shown or is not known. */
  was: string | null;
  /** What it is now; `null` if nothing is left. */
  now: string | null;
  /** The statement in its present form. */
  statement: StatementRow | null;
}

/** The element id of a correction on the page of what was corrected, to which feeds link. */
export const correctionId = (kind: Correction['kind'], on: string): string => `corrected-${on}-${kind}`;

/** The corrections of an archive, the latest first. */
export class Corrections {
  readonly #database: Database;
  readonly #nameOf: (id: SpeakerId) => string;

  constructor(database: Database, nameOf: (id: SpeakerId) => string) {
    this.#database = database;
    this.#nameOf = nameOf;
  }

  /** How many there are in each year, the latest first. */
  count(): Map<string, number> {
    const rows = this.#database.sql.all`SELECT substr(changed, 1, 4) AS year, count(*) AS count FROM correction
      GROUP BY 1 ORDER BY 1 DESC`;
    return new Map(rows.map(({ year, count }) => [String(year), Number(count)]));
  }

  /** The latest, or those of a year. */
  latest(most: number, year = ''): Correction[] {
    const rows = this.#database.sql.all`SELECT correction.details FROM correction LEFT JOIN article USING (path)
      WHERE changed BETWEEN ${year} AND ${`${year}~`}
      ORDER BY changed DESC, kind = 'removed', path = '', day DESC, address, place LIMIT ${most}`;
    return rows.map(({ details }) => this.#told(JSON.parse(String(details)) as StoredCorrection));
  }

  /** Those of one statement. */
  of({ id, article }: StatementRow): Correction[] {
    const rows = this.#database.sql.all`SELECT details FROM correction JOIN article USING (path)
      WHERE address = ${article.url} ORDER BY place`;
    return rows
      .map(({ details }) => JSON.parse(String(details)) as StoredCorrection)
      .filter(({ statement }) => statement === id)
      .map((stored) => this.#told(stored));
  }

  #told({ statement, removed, kind, on, why, was, now, wasVersion }: StoredCorrection): Correction {
    const row = statement && this.#database.sql.get`SELECT row FROM statement WHERE id = ${statement}`;
    const words = (told: Told | null): string | null =>
      told && ('words' in told ? told.words : this.#nameOf(told.speaker));
    return {
      address: statement ? statementAddress(statement) : (removed?.address ?? ('/' as Address)),
      kind,
      on,
      why,
      wasVersion,
      was: words(was),
      now: words(now),
      statement: row ? (JSON.parse(String(row['row'])) as StatementRow) : null,
    };
  }
}

/** Stores that addresses of `former-addresses.yaml` are gone, in the place of what was stored before. */
export function storeRemovals({ sql }: Database, gone: readonly GoneAddress[]): void {
  sql.run`DELETE FROM correction WHERE path = ''`;
  // The address of a speaker contains the name.
  const told = gone.filter(({ address, isWithheld }) => !(isWithheld && isSpeaker(address)));
  for (const [place, entry] of told.entries()) {
    sql.run`INSERT INTO correction (path, place, kind, changed, details)
      VALUES ('', ${place}, 'removed', ${entry.on}, ${JSON.stringify(removal(entry))})`;
  }
}
