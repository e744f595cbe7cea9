import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../../base/settings.ts';
import type { Unit } from '../../catalogue/units.ts';
import { archive } from '../archive.ts';
import { fileAt } from '../files.ts';
import { chooseWords } from '../../content/words/read-words.ts';
import { absolute, site } from '../site.ts';
import { inFolder, madeFile, type MadeFile, writeMade } from './made-file.ts';
import { SiteRecord } from './site-record.ts';
import { isOptional, unitFiles } from './unit-files.ts';
import { withoutIndentation } from './without-indentation.ts';

/** Some units whose files a worker process makes. */
export interface RenderingTask {
  units: Unit[];
  /** The module that renders pages. */
  program: string;
  /** The database of the files that the site has now. */
  known: string;
  /** The folder into which new and changed files are written. */
  folder: string;
}

/** The files of a unit, whether they changed or not. */
export interface MadeUnit {
  unit: Unit;
  files: MadeFile[];
}

chooseWords(site, readSettings().content);

let known: SiteRecord | undefined;

/** Makes the files of units; writes those that differ from what the site has. */
export default async function renderUnits({ units, program, known: path, folder }: RenderingTask): Promise<MadeUnit[]> {
  known ??= new SiteRecord(path, { isReader: true });
  const made: MadeUnit[] = [];
  for (const unit of units) {
    const files: MadeFile[] = [];
    for (const file of unitFiles(archive(), unit)) {
      const one = await make(file, program, folder, known);
      if (one) files.push(one);
    }
    made.push({ unit, files });
  }
  return made;
}

async function make(file: string, program: string, folder: string, site: SiteRecord): Promise<MadeFile | null> {
  const isPage = file.endsWith('/') || file.endsWith('.html');
  const content = isPage ? await renderPage(file, program) : await fileAt(archive(), file);
  if (content === null) {
    if (isOptional(file)) return null;
    throw new Error(`The archive has nothing at \`${file}\`.`);
  }
  const path = inFolder(file);
  if (typeof content === 'string' || content instanceof Uint8Array) {
    const made = madeFile(path, content);
    return site.has(made) ? made : writeMade(folder, path, content);
  }
  const made = writeMade(folder, path, content);
  if (site.has(made)) rmSync(join(folder, path));
  return made;
}

type Render = (url: string) => Promise<Response>;

/** The page of an address that no page has. */
const NOT_FOUND = '/404.html';

/**
 * Renders a page.
 *
 * @throws if it is not a whole page: a page whose data is missing must not be published
 */
async function renderPage(address: string, program: string): Promise<string> {
  const { render } = (await import(program)) as { render: Render };
  const isNotFound = address === NOT_FOUND;
  const failed = (reason: string, cause?: unknown): Error =>
    new Error(`The page \`${address}\` cannot be published: ${reason}`, { cause });
  let response: Response;
  try {
    response = await render(absolute(isNotFound ? '/404/' : address));
  } catch (error) {
    throw failed(error instanceof Error ? error.message : String(error), error);
  }
  const html = await response.text();
  if (response.status !== (isNotFound ? 404 : 200)) throw failed(`it was answered with status ${response.status}.`);
  if (!html.trimEnd().endsWith('</html>')) throw failed('it is incomplete.');
  return `${withoutIndentation(html).trimEnd()}\n`;
}
