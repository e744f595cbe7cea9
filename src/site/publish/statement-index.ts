import { join } from 'node:path';
import { Archive } from '../../catalogue/archive.ts';
import type { Database } from '../../catalogue/database.ts';
import { storeMade } from '../../catalogue/made.ts';
import type { Unit } from '../../catalogue/units.ts';
import type { StatementRow } from '../../content/rows/statement-row.ts';
import { buildStatements, type BuiltIndex } from '../../search/index/build-statements.ts';
import type { SiteFolder } from './site-folder.ts';

/** Where the index is in a site. */
export const STATEMENT_INDEX = 'statement-index';

const UNIT = 'statement index' as Unit;

/** Indexes the statements of the archive with our own index, and adds its files to the site. */
export async function addStatementIndex(site: SiteFolder, database: Database): Promise<void> {
  const built = site.scratch(STATEMENT_INDEX);
  const inSite = (name: string): string => `${STATEMENT_INDEX}/${name}`;
  const isKept = (name: string): boolean => site.record.file(inSite(name)) !== null;
  const { files } = await indexStatements(database, join(built, STATEMENT_INDEX), isKept);
  site.keep(UNIT, files.map(inSite));
  site.addFolder(UNIT, built);
}

/**
 * Indexes the statements of a catalogue into a folder, and lets pages know the index.
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
  const index = await buildStatements({ count, rows }, folder, days, otherNames, isKept);
  storeMade(database, 'statementIndex', index.entry);
  return index;
}
