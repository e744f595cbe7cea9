import { join } from 'node:path';
import { Archive } from '../../catalogue/archive.ts';
import type { Database } from '../../catalogue/database.ts';
import { storeMade } from '../../catalogue/made.ts';
import type { Unit } from '../../catalogue/units.ts';
import { WorkerPool } from '../../base/workers.ts';
import indexCatalogue, {
  inStatementIndex,
  type IndexingTask,
  type OlderPart,
  STATEMENT_INDEX,
  type WrittenIndex,
} from './index-statements.ts';
import type { SiteFolder } from './site-folder.ts';

const OLDER = 'statement index, older part' as Unit;
const NEWEST = 'statement index' as Unit;

/** Fewer statements than this are indexed sooner by this process than another one starts. */
const WORTH_A_PROCESS = 100;

/**
 * Indexes the statements of a catalogue and adds the index to the site. If there are many, a process of its own does it
 * while pages are made.
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
  const take = ({ entry, older, olderFiles, files }: WrittenIndex): void => {
    site.addFolder(NEWEST, built);
    site.keep(NEWEST, files.map(inStatementIndex));
    if (olderFiles) site.keep(OLDER, olderFiles.map(inStatementIndex));
    site.note('older statements', JSON.stringify(older));
    storeMade(database, 'statementIndex', entry);
  };
  if (new Archive(database).totals().statements < WORTH_A_PROCESS) {
    take(await indexCatalogue(task));
    return;
  }
  const pool = new WorkerPool<IndexingTask, WrittenIndex>(new URL('./index-statements.ts', import.meta.url), 1);
  try {
    await pool.run([task], take);
  } finally {
    await pool.end();
  }
}
