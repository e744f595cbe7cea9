import { isDeepStrictEqual } from 'node:util';
import { followMoves, formerAddresses, readFormerFile } from '../content/former.ts';
import type { Address } from '../text/address.ts';
import { storeRemovals } from './corrections.ts';
import type { Database } from './database.ts';
import { mark } from './mark.ts';
import { storedSpeakers } from './surroundings.ts';
import { WHOLE } from './units.ts';

/** Stores where published addresses lead. Where they lead decides what is public, so articles there are read again. */
export function updateFormer(database: Database, content: string): void {
  const { sql } = database;
  const isInLedger = (address: Address): boolean =>
    sql.get`SELECT 1 FROM ledger WHERE address = ${address}` !== undefined;
  const former = formerAddresses(readFormerFile(content)?.value ?? null, storedSpeakers(database)).filter(
    ({ address }) => isInLedger(address),
  );
  const follow = followMoves(former);
  const rows = former.map((entry) => {
    const target = follow(entry.address);
    return {
      address: entry.address,
      target,
      data: JSON.stringify(entry.to === null ? entry : { ...entry, to: target }),
    };
  });
  const before = sql.all`SELECT address, target, data FROM former ORDER BY place`.map((row) => ({ ...row }));
  if (isDeepStrictEqual(before, rows)) return;
  const targets = new Set([...before.map(({ target }) => String(target)), ...rows.map(({ target }) => target)]);
  for (const target of targets) sql.run`UPDATE article SET stat = '', digest = '' WHERE address = ${target}`;
  sql.run`DELETE FROM former`;
  for (const [place, { address, target, data }] of rows.entries())
    sql.run`INSERT OR REPLACE INTO former (address, place, target, data) VALUES (${address}, ${place}, ${target}, ${data})`;
  storeRemovals(
    database,
    former.filter((entry) => entry.to === null),
  );
  mark(database, WHOLE);
}
