import { join } from 'node:path';
import type { Database } from '../../catalogue/database.ts';
import { storeMade } from '../../catalogue/made.ts';
import type { Unit } from '../../catalogue/units.ts';
import { WorkerPool } from '../../base/workers.ts';
import {
  inStatementIndex,
  type IndexingTask,
  type OlderPart,
  STATEMENT_INDEX,
  type WrittenIndex,
} from './index-statements.ts';
import type { SiteFolder } from './site-folder.ts';

const OLDER = 'statement index, older part' as Unit;
const NEWEST = 'statement index' as Unit;

/**
 * Indexes the statements of a catalogue and adds the index to the site. The work is done by a process of its own, so that
 * pages are made at the same time.
 *
 * @param catalogue the path of the catalogue
 * @param isWhole whether to make all files, even those that would stay as they are
 */
export async function addStatementIndex(
  site: SiteFolder,
  database: Database,
  catalogue: string,
  isWhole: boolean,
): Promise<void> {
  const built = site.scratch(STATEMENT_INDEX);
  const noted = isWhole ? null : site.noted('older statements');
  const task: IndexingTask = {
    catalogue,
    folder: join(built, STATEMENT_INDEX),
    known: site.record.path,
    older: noted === null ? null : (JSON.parse(noted) as OlderPart | null),
  };
  const pool = new WorkerPool<IndexingTask, WrittenIndex>(new URL('./index-statements.ts', import.meta.url), 1);
  const take = ({ entry, older, olderFiles, files }: WrittenIndex): void => {
    site.addFolder(NEWEST, built);
    site.keep(NEWEST, files.map(inStatementIndex));
    if (olderFiles) site.keep(OLDER, olderFiles.map(inStatementIndex));
    site.note('older statements', JSON.stringify(older));
    storeMade(database, 'statementIndex', entry);
  };
  try {
    await pool.run([task], take);
  } finally {
    await pool.end();
  }
}
