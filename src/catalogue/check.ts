import { join } from 'node:path';
import type { StatementId } from '../base/ids.ts';
import type { Problem } from '../base/problem.ts';
import { shownPath } from '../base/settings.ts';
import { sharedAddress } from '../content/article-source.ts';
import { checkFormer, FORMER_FILE, formerAddresses, readFormerFile } from '../content/former.ts';
import { lostAddress } from '../content/ledger.ts';
import { checkPending, sharedId } from '../content/read-archive.ts';
import { readReleases } from '../content/releases.ts';
import { checkSpeakers } from '../content/speakers.ts';
import type { Address } from '../text/address.ts';
import type { Database } from './database.ts';
import { storedSpeakers } from './surroundings.ts';

/** What was wrong with files when they were read. */
interface Found {
  speakerProblems: Problem[];
  ledgerProblems: Problem[];
  nameProblems: Problem[];
}

/** Checks what files of the content say together. The same is checked by `check`, on the files themselves. */
export function checkCatalogue(database: Database, content: string, found: Found): Problem[] {
  const { sql } = database;
  const formerFile = readFormerFile(content);
  const speakers = storedSpeakers(database);
  const problems = [
    ...checkPending(content),
    ...found.speakerProblems,
    ...checkSpeakers(speakers),
    ...found.nameProblems,
    ...sharedAddresses(database),
    ...sql.all`SELECT problems FROM article WHERE problems IS NOT NULL ORDER BY path`.flatMap(
      ({ problems: own }) => JSON.parse(String(own)) as Problem[],
    ),
    ...sharedIds(database),
    ...(formerFile?.problems ?? []),
    ...(readReleases(content)?.problems ?? []),
    ...found.ledgerProblems,
  ];
  // An article that could not be read has no pages, which would fill the list with ledger problems that are none.
  if (problems.length > 0) return problems;
  const former = formerAddresses(formerFile?.value ?? null, speakers);
  const file = shownPath(join(content, FORMER_FILE));
  const live = { has: (address: string) => isLive(database, address) };
  const published = {
    has: (address: string) => sql.get`SELECT 1 FROM ledger WHERE address = ${address}` !== undefined,
  };
  return [
    ...lostAddresses(database, new Set(former.map(({ address }) => address))),
    ...(formerFile ? checkFormer(formerFile, former, live, published, file) : []),
  ];
}

function sharedAddresses({ sql }: Database): Problem[] {
  const rows = sql.all`SELECT address, file, (SELECT file FROM article AS other WHERE other.address = article.address
      ORDER BY path LIMIT 1) AS first FROM article
    WHERE address IN (SELECT address FROM article GROUP BY address HAVING count(*) > 1) ORDER BY path`;
  return rows
    .filter(({ file, first }) => file !== first)
    .map(({ address, file, first }) => sharedAddress(String(address) as Address, String(file), String(first)));
}

function sharedIds({ sql }: Database): Problem[] {
  const rows = sql.all`SELECT id, line, record_file FROM entry JOIN article USING (path)
    WHERE id IN (SELECT id FROM entry GROUP BY id HAVING count(*) > 1) ORDER BY path, line`;
  const first = new Map<string, string>();
  return rows.flatMap(({ id, line, record_file: file }) => {
    const other = first.get(String(id));
    first.set(String(id), other ?? `${String(file)}:${String(line)}`);
    return other ? [sharedId(String(id) as StatementId, String(file), Number(line), other)] : [];
  });
}

/** Whether an address is that of an article, a statement or a speaker of the content. */
function isLive({ sql }: Database, address: string): boolean {
  const [, kind = '', id = ''] = address.split('/');
  if (kind === 's')
    return (
      sql.get`SELECT 1 FROM entry JOIN article USING (path) WHERE id = ${id} AND NOT is_draft AND ${address} = '/s/' || id || '/'` !==
      undefined
    );
  if (kind === 'speakers')
    return (
      sql.get`SELECT 1 FROM speaker WHERE id = ${id} AND NOT is_merged AND ${address} = '/speakers/' || id || '/'` !==
      undefined
    );
  return sql.get`SELECT 1 FROM article WHERE address = ${address} AND NOT is_draft` !== undefined;
}

/** The addresses of the ledger that nothing has now. */
function lostAddresses({ sql }: Database, former: ReadonlySet<string>): Problem[] {
  const rows = sql.all`SELECT address, file, line FROM ledger
    WHERE address NOT IN (SELECT address FROM article WHERE NOT is_draft)
      AND address NOT IN (SELECT '/s/' || id || '/' FROM entry JOIN article USING (path) WHERE NOT is_draft)
      AND address NOT IN (SELECT '/speakers/' || id || '/' FROM speaker WHERE id IS NOT NULL AND NOT is_merged)
    ORDER BY name, line`;
  return rows
    .filter(({ address }) => !former.has(String(address)))
    .map(({ address, file, line }) =>
      lostAddress(String(address) as Address, { file: String(file), line: Number(line) }),
    );
}
