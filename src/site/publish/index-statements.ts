import { Archive } from '../../catalogue/archive.ts';
import { type Database, openDatabase } from '../../catalogue/database.ts';
import type { StatementRow } from '../../content/rows/statement-row.ts';
import { buildStatements, type BuiltIndex } from '../../search/index/build-statements.ts';
import { SiteRecord } from './site-record.ts';

/** Where the index is in a site. */
export const STATEMENT_INDEX = 'statement-index';

/** The path of a file of the index in a site's folder. */
export const inStatementIndex = (name: string): string => `${STATEMENT_INDEX}/${name}`;

/** Statements to be indexed in a worker process. */
export interface IndexingTask {
  /** The path of the catalogue. */
  catalogue: string;
  /** The folder for the files of the index. */
  folder: string;
  /** The database of the files that the site has now, which need not be written again. */
  known: string;
}

/** Indexes the statements of a catalogue with our own index. */
export default async function indexInWorker({ catalogue, folder, known }: IndexingTask): Promise<BuiltIndex> {
  const record = new SiteRecord(known, { isReader: true });
  return indexStatements(openDatabase(catalogue), folder, (name) => record.file(inStatementIndex(name)) !== null);
}

/**
 * Indexes the statements of a catalogue into a folder.
 *
 * @param isKept whether a file, by its name, exists where the index goes, so that it need not be written
 */
export async function indexStatements(
  database: Database,
  folder: string,
  isKept?: (name: string) => boolean,
): Promise<BuiltIndex> {
  const archive = new Archive(database);
  const otherNames = new Map(archive.speakers().map(({ speaker }) => [speaker.id, speaker.otherNames]));
  const days = [...archive.daysOfArticles()];
  const rows = archive.statementLines().map((line) => ({ line, row: JSON.parse(line) as StatementRow }));
  const count = archive.totals().statements;
  return buildStatements({ count, rows }, folder, days, otherNames, isKept);
}
