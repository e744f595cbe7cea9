import { createHash } from 'node:crypto';
import { Archive } from '../../catalogue/archive.ts';
import { type Database, openDatabase } from '../../catalogue/database.ts';
import type { StatementRow } from '../../content/rows/statement-row.ts';
import type { BuiltPart } from '../../search/index/build-part.ts';
import { buildStatements } from '../../search/index/build-statements.ts';
import { planParts } from '../../search/index/plan-parts.ts';
import { SiteRecord } from './site-record.ts';

/** Where the index is in a site. */
export const STATEMENT_INDEX = 'statement-index';

/** The path of a file of the index in a site's folder. */
export const inStatementIndex = (name: string): string => `${STATEMENT_INDEX}/${name}`;

/** The part of the index that has the older statements, as it is in a site's folder. */
export interface OlderPart {
  /** A digest of what it was built from. */
  madeFrom: string;
  built: BuiltPart;
}

/** Statements to be indexed, by any process. */
export interface IndexingTask {
  /** The path of the catalogue. */
  catalogue: string;
  /** The folder for the files of the index. */
  folder: string;
  /** The database of the files that the site has now, which need not be written again. */
  known: string;
  older: OlderPart | null;
}

/** An index that was written for a site. */
export interface WrittenIndex {
  /** The name of its entry. */
  entry: string;
  /** The older part, if the index has two; `null` if it has one. */
  older: OlderPart | null;
  /** The names of the files of that part; `null` if it was kept, with its files. */
  olderFiles: string[] | null;
  /** The names of all other files. */
  files: string[];
}

/** Indexes the statements of a catalogue with our own index, over connections of its own. */
export default async function indexCatalogue({ catalogue, folder, known, older }: IndexingTask): Promise<WrittenIndex> {
  const record = new SiteRecord(known, { isReader: true });
  const database = openDatabase(catalogue);
  try {
    const isKept = (name: string): boolean => record.file(inStatementIndex(name)) !== null;
    return await indexStatements(database, folder, { isKept, older });
  } finally {
    database.connection.close();
    record.close();
  }
}

/**
 * Indexes the statements of a catalogue into a folder.
 *
 * @param isKept whether a file, by its name, exists where the index goes, so that it need not be written
 * @param older an older part that exists there; it is kept if its statements are still the same
 */
export async function indexStatements(
  database: Database,
  folder: string,
  { isKept, older = null }: { isKept?: (name: string) => boolean; older?: OlderPart | null } = {},
): Promise<WrittenIndex> {
  const archive = new Archive(database);
  const otherNames = new Map(archive.speakers().map(({ speaker }) => [speaker.id, speaker.otherNames]));
  const { statements: count } = archive.totals();
  const [, newest] = planParts(count);
  const { madeFrom, next } = dividedAt(archive, newest?.first ?? count, [...otherNames]);
  const isSame = newest !== undefined && older?.madeFrom === madeFrom;
  const { entry, parts, partFiles, files } = await buildStatements(
    { count, rows: rowsOf(isSame && next ? after(archive, next) : archive.statementLines()) },
    folder,
    {
      articleDays: [...archive.daysOfArticles()],
      otherNames,
      ...(isKept && { isKept }),
      older: isSame ? older.built : null,
    },
  );
  const [built] = parts;
  if (!newest || !built) return { entry, older: null, olderFiles: [], files: [...partFiles.flat(), ...files] };
  const [olderFiles = [], ...others] = partFiles;
  return {
    entry,
    older: { madeFrom, built },
    olderFiles: isSame ? null : olderFiles,
    files: [...others.flat(), ...files],
  };
}

/** Where the statements from a certain one on begin: in an article, after some of its statements. */
interface Start {
  article: { day: string; address: string };
  skipped: number;
}

/** Divides statements at a record: a digest of what is before it, and where it is. */
function dividedAt(archive: Archive, record: number, otherNames: unknown): { madeFrom: string; next: Start | null } {
  const before = createHash('sha256').update(JSON.stringify([record, otherNames]));
  let first = 0;
  for (const { count, digest, ...article } of archive.statementDigests()) {
    if (first < record) before.update(`${count} ${digest}\n`);
    if (first + count > record) return { madeFrom: before.digest('hex'), next: { article, skipped: record - first } };
    first += count;
  }
  return { madeFrom: before.digest('hex'), next: null };
}

const after = (archive: Archive, { article, skipped }: Start): Iterable<string> =>
  archive.statementLinesFrom(article).drop(skipped);

function* rowsOf(lines: Iterable<string>): Generator<{ line: string; row: StatementRow }> {
  for (const line of lines) yield { line, row: JSON.parse(line) as StatementRow };
}
