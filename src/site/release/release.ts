import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RELEASES_FILE, withRelease } from '../../content/releases.ts';
import { readSettings } from '../../base/settings.ts';
import type { Day } from '../../base/day.ts';
import { replaceFile } from '../../base/write-file.ts';
import { buildSite } from '../publish/build-site.ts';
import { replaceFolder } from '../publish/replace-folder.ts';
import type { PlannedRelease } from './plan-release.ts';

/**
 * Publishes what was planned: builds the site with the next ledger, writes that ledger and `releases.yaml`, and puts the
 * site into the output folder, in this order. A run that is killed leaves the old ledger and site, or a ledger that is
 * ahead of the site; the next run then finds fewer addresses to add, and ends the same.
 *
 * @returns the corpus version of the site
 */
export async function release(planned: PlannedRelease, day: Day, base?: string): Promise<string> {
  const { content, out } = readSettings();
  const { view, ledger } = planned;
  return buildSite({ date: day, base, ledger }, (site) => {
    const { version } = JSON.parse(readFileSync(join(site, 'data.json'), 'utf8')) as { version: string };
    commitLedger(content, ledger);
    const statements = view.articles.reduce((sum, article) => sum + article.statements.length, 0);
    const counts = { articles: view.articles.length, statements, speakers: view.speakers.length };
    replaceFile(join(content, RELEASES_FILE), withRelease(content, { on: day, ...counts, version }));
    replaceFolder(site, out);
    return version;
  });
}

/** Writes the next ledger of an archive, one file after the other. */
export function commitLedger(content: string, ledger: ReadonlyMap<string, string>): void {
  const folder = join(content, 'ledger');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of ledger) replaceFile(join(folder, name), text);
}
