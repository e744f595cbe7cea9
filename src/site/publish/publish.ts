import { resolve } from 'node:path';
import type { OnProgress } from '../../base/progress.ts';
import type { Settings } from '../../base/settings.ts';
import { Archive } from '../../catalogue/archive.ts';
import type { Database } from '../../catalogue/database.ts';
import { catalogueId, clearDirty, readMade } from '../../catalogue/made.ts';
import { LAST } from '../../catalogue/units.ts';
import { updateCatalogue } from '../../catalogue/update.ts';
import { addArticleIndexes } from './article-indexes.ts';
import { compilePages } from './compile-pages.ts';
import { addDataIndex } from './data-index.ts';
import { Rendering } from './rendering.ts';
import { type Changes, SiteFolder } from './site-folder.ts';
import { addStatementIndex } from './statement-index.ts';
import { addStaticFiles } from './static-files.ts';
import { allUnits, countUnits } from './unit-files.ts';
import { cataloguePath, rootOf } from './work-paths.ts';

/** How a site is published. */
export interface PublishOptions {
  settings: Settings;
  /** The folder for what can be made again. */
  work: string;
  /** The folder in it for what is known of this site. */
  own: string;
  /** Whether to write all files into an empty folder, which then replaces the site's at once. */
  isFresh: boolean;
  /** Called with the corpus version when all files are made, before any of them is moved into the site's folder. */
  beforeMoving?: ((version: string) => void) | undefined;
  onProgress?: OnProgress | undefined;
}

/** What was published. */
export interface Published {
  changes: Changes;
  /** The corpus version. */
  version: string;
}

/**
 * Publishes the content as a site: reads what changed of it into the catalogue, makes the files that show what changed,
 * and moves those that differ into the site's folder.
 *
 * @throws if the content cannot be published; the site is then as it was
 */
export async function publish(options: PublishOptions): Promise<Published> {
  const { settings, work, own, isFresh, beforeMoving, onProgress } = options;
  const site = new SiteFolder(settings.out, resolve(own), isFresh);
  try {
    const catalogue = cataloguePath(own, settings);
    const database = await updateCatalogue(catalogue, settings, onProgress);
    try {
      const program = await compilePages(work, rootOf(settings));
      const madeFrom = JSON.stringify([catalogueId(database), program.entry]);
      const isWhole = site.noted('made from') !== madeFrom;
      const rendering = new Rendering(site, program, catalogue, onProgress);
      await makeFiles(site, database, rendering, catalogue, isWhole).finally(() => rendering.end());
      if (rendering.hasMade) addStaticFiles(site, program);
      const { version } = readMade(database, 'data');
      beforeMoving?.(version);
      site.note('made from', madeFrom);
      const changes = site.commit(isWhole);
      clearDirty(database);
      return { changes, version };
    } finally {
      database.connection.close();
    }
  } finally {
    site.close();
  }
}

/**
 * Makes every file of a site, or those that show what changed. Pages that tell of other files are made last.
 *
 * @param catalogue the path of the catalogue, for processes that do a part of this
 */
async function makeFiles(
  site: SiteFolder,
  database: Database,
  rendering: Rendering,
  catalogue: string,
  isWhole: boolean,
): Promise<void> {
  const archive = new Archive(database);
  const dirty = archive.dirtyUnits();
  if (!isWhole && dirty.length === 0) return;
  const makeUnits = async (): Promise<void> => {
    const days = isWhole
      ? await rendering.make(allUnits(archive), countUnits(archive))
      : await rendering.make(dirty, dirty.length);
    addDataIndex(site, database);
    await addArticleIndexes(site, database, isWhole ? null : days);
  };
  await Promise.all([addStatementIndex(site, database, catalogue, isWhole), makeUnits()]);
  await rendering.make([LAST], 1);
}
