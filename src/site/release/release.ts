import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { RELEASES_FILE, withRelease } from '../../content/releases.ts';
import { readSettings } from '../../base/settings.ts';
import type { Day } from '../../base/day.ts';
import { changeFiles } from '../../content/pending.ts';
import { buildSite } from '../publish/build-site.ts';
import { type PlannedRelease, planRelease } from './plan-release.ts';

/**
 * Publishes what was planned: builds the site with the next ledger, writes that ledger and `releases.yaml`, and moves
 * the site into the output folder, in this order. A killed run leaves the old ledger and site, or a ledger that is
 * ahead of the site; the next run then finds nothing to add, and ends in the same state.
 *
 * @returns the corpus version of the site
 */
export async function release({ view, ledger }: PlannedRelease, day: Day, base?: string): Promise<string> {
  const { content } = readSettings();
  const commit = (version: string): void => {
    if (!isDeepStrictEqual(planRelease(content, day).ledger, ledger))
      throw new Error('The content changed during the release. Nothing was released. Run it again.');
    const statements = view.articles.reduce((sum, article) => sum + article.statements.length, 0);
    const counts = { articles: view.articles.length, statements, speakers: view.speakers.length };
    const releases = withRelease(content, { on: day, ...counts, version });
    changeFiles(content, new Map([...ledgerFiles(content, ledger), [join(content, RELEASES_FILE), releases]]));
  };
  const { version } = await buildSite({ date: day, base, ledger, beforeMoving: commit });
  return version;
}

/** Writes the next ledger of an archive. */
export function commitLedger(content: string, ledger: ReadonlyMap<string, string>): void {
  changeFiles(content, new Map(ledgerFiles(content, ledger)));
}

const ledgerFiles = (content: string, ledger: ReadonlyMap<string, string>): [path: string, text: string][] =>
  [...ledger].map(([name, text]) => [join(content, 'ledger', name), text]);
