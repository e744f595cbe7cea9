import type { OnProgress } from '../base/progress.ts';
import { ContentError, type Problem } from '../base/problem.ts';
import type { Settings } from '../base/settings.ts';
import type { ArchiveFile } from '../content/archive-file.ts';
import { readArchiveFile } from '../content/read-archive.ts';
import { chooseWords } from '../content/words/read-words.ts';
import { checkCatalogue } from './check.ts';
import { codeVersion } from './code-version.ts';
import { type Database, inTransaction, openToWrite } from './database.ts';
import { mark } from './mark.ts';
import { linkStatements } from './same/link-statements.ts';
import { WHOLE } from './units.ts';
import { updateArticles } from './update-articles.ts';
import { updateFormer } from './update-former.ts';
import { updateLedger } from './update-ledger.ts';
import { updatePeriods } from './update-periods.ts';
import { updatePublicSpeakers, updateSpeakers } from './update-speakers.ts';

/** The rooms whose code decides what is in a catalogue. */
const ROOMS = ['base', 'words', 'text', 'find', 'content', 'catalogue'].map((room) => `src/${room}`);

/** The settings on which a catalogue depends. */
export type CatalogueSettings = Omit<Settings, 'out'>;

/**
 * Brings the catalogue at a path up to date with a content folder: reads what changed, keeps the rest, and marks the
 * units that show what changed. If it was made from other settings or by other code, it is made again.
 *
 * @returns the catalogue, to be closed
 * @throws a `ContentError` with all that has to be fixed before the archive can be published
 */
export async function updateCatalogue(
  path: string,
  settings: CatalogueSettings,
  onProgress?: OnProgress,
): Promise<Database> {
  const { content, base, onlyReleased } = settings;
  const archive = readArchiveFile(content);
  const words = chooseWords(archive, content);
  const madeFrom = [codeVersion(ROOMS), archive, words.file, content, base, onlyReleased];
  const database = openToWrite(path, JSON.stringify(madeFrom));
  try {
    const problems = await update(database, path, archive, settings, onProgress);
    if (problems.length > 0) throw new ContentError(problems);
    return database;
  } catch (error) {
    database.connection.close();
    throw error;
  }
}

async function update(
  database: Database,
  path: string,
  archive: ArchiveFile,
  settings: CatalogueSettings,
  onProgress: OnProgress | undefined,
): Promise<Problem[]> {
  const { content, ledger } = settings;
  const problems = inTransaction(database, () => {
    const speakerProblems = updateSpeakers(database, content);
    const ledgerProblems = updateLedger(database, ledger);
    updateFormer(database, content);
    return { speakerProblems, ledgerProblems };
  });
  const articleProblems = await updateArticles(database, path, archive, settings, onProgress);
  return inTransaction(database, () => {
    if (isChanged(database)) {
      updatePublicSpeakers(database);
      linkStatements(database);
      updatePeriods(database);
      mark(database, WHOLE);
    }
    return checkCatalogue(database, content, { ...problems, ...articleProblems });
  });
}

const isChanged = ({ sql }: Database): boolean => sql.get`SELECT 1 FROM dirty LIMIT 1` !== undefined;
