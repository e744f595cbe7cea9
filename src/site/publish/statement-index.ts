import { join } from 'node:path';
import type { Database } from '../../catalogue/database.ts';
import { storeMade } from '../../catalogue/made.ts';
import type { Unit } from '../../catalogue/units.ts';
import { WorkerPool } from '../../catalogue/workers.ts';
import type { BuiltIndex } from '../../search/index/build-statements.ts';
import { inStatementIndex, type IndexingTask, STATEMENT_INDEX } from './index-statements.ts';
import type { SiteFolder } from './site-folder.ts';

const UNIT = 'statement index' as Unit;

/**
 * Indexes the statements of a catalogue and adds the index to the site. The work is done by a process of its own, so that
 * pages are made at the same time.
 *
 * @param catalogue the path of the catalogue
 */
export async function addStatementIndex(site: SiteFolder, database: Database, catalogue: string): Promise<void> {
  const built = site.scratch(STATEMENT_INDEX);
  const pool = new WorkerPool<IndexingTask, BuiltIndex>(new URL('./index-statements.ts', import.meta.url), 1);
  const take = ({ entry, files }: BuiltIndex): void => {
    site.keep(UNIT, files.map(inStatementIndex));
    site.addFolder(UNIT, built);
    storeMade(database, 'statementIndex', entry);
  };
  try {
    await pool.run([{ catalogue, folder: join(built, STATEMENT_INDEX), known: site.record.path }], take);
  } finally {
    await pool.end();
  }
}
