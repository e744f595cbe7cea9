import type { SpeakerId } from '../base/ids.ts';
import type { Problem } from '../base/problem.ts';
import { shownPath } from '../base/settings.ts';
import { listLedger, readLedgerFile } from '../content/ledger.ts';
import type { Address } from '../text/address.ts';
import type { Database } from './database.ts';
import { digestOf } from './file-state.ts';
import { mark } from './mark.ts';
import { articleUnit, speakerUnit, WHOLE } from './units.ts';

/** Reads the files of the ledger that changed, and marks what has the addresses that came or went. */
export function updateLedger(database: Database, folder: string): Problem[] {
  const { sql } = database;
  const { files, problems } = listLedger(folder);
  const known = new Map(
    sql.all`SELECT name, digest FROM ledger_file`.map(({ name, digest }) => [String(name), String(digest)]),
  );
  for (const path of files) {
    const name = path.slice(folder.length + 1);
    const digest = digestOf([path]);
    const isSame = known.get(name) === digest;
    known.delete(name);
    if (isSame) continue;
    const { entries, problems: own } = readLedgerFile(path);
    problems.push(...own);
    replaceLedger(database, name, new Map(entries), shownPath(path));
    sql.run`INSERT OR REPLACE INTO ledger_file VALUES (${name}, ${own.length > 0 ? '' : digest})`;
  }
  for (const name of known.keys()) {
    replaceLedger(database, name, new Map(), '');
    sql.run`DELETE FROM ledger_file WHERE name = ${name}`;
  }
  return problems;
}

function replaceLedger(database: Database, name: string, entries: ReadonlyMap<Address, number>, shown: string): void {
  const { sql } = database;
  const before = new Set(
    sql.all`SELECT address FROM ledger WHERE name = ${name}`.map(({ address }) => String(address)),
  );
  sql.run`DELETE FROM ledger WHERE name = ${name}`;
  for (const [address, line] of entries) {
    if (!before.delete(address)) markAddress(database, address);
    sql.run`INSERT OR REPLACE INTO ledger (address, name, file, line) VALUES (${address}, ${name}, ${shown}, ${line})`;
  }
  for (const address of before) markAddress(database, address as Address);
}

/** Marks what has an address, whose release or withdrawal from the ledger may change what is public. */
function markAddress(database: Database, address: Address): void {
  const { sql } = database;
  const [, kind = '', id = ''] = address.split('/');
  if (kind === 'speakers') mark(database, speakerUnit(id as SpeakerId));
  else if (kind === 's') {
    sql.run`UPDATE article SET stat = '', digest = '' WHERE path IN (SELECT path FROM entry WHERE id = ${id})`;
    for (const row of sql.all`SELECT article FROM statement WHERE id = ${id}`)
      mark(database, articleUnit(String(row['article']) as Address));
  } else {
    sql.run`UPDATE article SET stat = '', digest = '' WHERE address = ${address}`;
    mark(database, articleUnit(address));
  }
  mark(database, WHOLE);
}
