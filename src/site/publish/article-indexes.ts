import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Archive } from '../../catalogue/archive.ts';
import type { Database } from '../../catalogue/database.ts';
import { readMade, storeMade } from '../../catalogue/made.ts';
import type { Unit } from '../../catalogue/units.ts';
import { indexArticles } from '../../search/index/index-articles.ts';
import { inFolder } from './made-file.ts';
import type { SiteFolder } from './site-folder.ts';

/** Where the indexes are in a site. */
const FOLDER = 'pagefind';

/** Up to this many articles have one index, which costs readers least; then each year has one. */
const MOST_TOGETHER = 500;

/** A year with more articles than this has an index for each month; such a month has one for each day. */
const MOST_OF_YEAR = 1000;

const unitOf = (period: string): Unit => `article index ${period}` as Unit;

/**
 * Indexes articles with Pagefind, into `pagefind/` or, if there are many, `pagefind/PERIOD/`. Only the indexes with
 * articles of the given days are made again.
 *
 * @param days the days on which articles changed; `null` for all
 */
export async function addArticleIndexes(
  site: SiteFolder,
  database: Database,
  days: ReadonlySet<string> | null,
): Promise<void> {
  const archive = new Archive(database);
  const periods = indexPeriods(archive);
  const before = readMade(database, 'articleIndexes');
  const isNew = (period: string): boolean => !before.includes(period);
  for (const period of periods) {
    if (days && !isNew(period) && !days.values().some((day) => day.startsWith(period))) continue;
    const built = site.scratch(FOLDER);
    await indexArticles(pagesOf(site, archive, period), join(built, FOLDER, period), archive.language);
    site.addFolder(unitOf(period), built);
  }
  for (const period of before) if (!periods.includes(period)) site.add(unitOf(period), []);
  storeMade(database, 'articleIndexes', periods);
}

/**
 * The periods that have an index of their own, newest first; only the empty one if all articles are in one index.
 *
 * @param together the most articles of an archive with one index
 * @param most the most articles of a year, or of a month, with one index
 */
export function indexPeriods(archive: Archive, together = MOST_TOGETHER, most = MOST_OF_YEAR): string[] {
  const split = (period: string, [span, ...shorter]: readonly ('year' | 'month' | 'day')[]): string[] =>
    span === undefined
      ? [period]
      : [...archive.countArticles(span, { period })].flatMap(([part, count]) =>
          count > most ? split(part, shorter) : [part],
        );
  return archive.totals().articles <= together ? [''] : split('', ['year', 'month', 'day']);
}

/** The articles of a period with their pages, oldest first. */
function* pagesOf(site: SiteFolder, archive: Archive, period: string): Generator<{ url: string; content: string }> {
  for (const url of archive.articleAddresses(period))
    yield { url, content: readFileSync(site.madeOrStanding(inFolder(url)), 'utf8') };
}
