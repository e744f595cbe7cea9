import { type PublicView, publicView } from '../../content/public-view.ts';
import { readArchive } from '../../content/read-archive.ts';
import { followMoves } from '../../content/former.ts';
import { archiveAddresses, extendedLedger, type Ledger } from '../../content/ledger.ts';
import { speakerAddress, statementAddress } from '../../text/address.ts';
import type { Day } from '../../base/day.ts';
import { ContentError, type Problem } from '../../base/problem.ts';

/** What a release will make public. */
export interface PlannedRelease {
  view: PublicView;
  /** How many of each will become public for the first time. */
  articles: number;
  statements: number;
  speakers: number;
  /** How many of these statements no editor has confirmed. */
  unreviewed: number;
  /** The future ledger, as the texts of its files by name. */
  ledger: Map<string, string>;
}

/**
 * Chooses what becomes public: all that the archive's gate lets through, from articles up to a day.
 *
 * @throws a `ContentError` for what `check` reports, and for a released address that would have no page
 */
export function planRelease(content: string, day: Day): PlannedRelease {
  const folder = readArchive({ content, date: day });
  if (folder.problems.length > 0) throw new ContentError(folder.problems);
  const view = publicView(folder, { onlyReleased: false });
  const hidden = hiddenAddresses(view, folder.ledger, day);
  if (hidden.length > 0) throw new ContentError(hidden);
  const fresh = new Set<string>([...view.unreleased.values()].flat());
  const statements = view.articles
    .flatMap((article) => article.statements)
    .filter(({ id }) => fresh.has(statementAddress(id)));
  return {
    view,
    articles: view.articles.filter(({ address }) => fresh.has(address)).length,
    statements: statements.length,
    speakers: view.speakers.filter(({ id }) => fresh.has(speakerAddress(id))).length,
    unreviewed: statements.filter(({ status }) => status !== 'confirmed').length,
    ledger: extendedLedger(content, view.unreleased),
  };
}

/** Released addresses that would have no page because their articles were given a date after the release. */
function hiddenAddresses({ articles, speakers, former }: PublicView, ledger: Ledger, day: Day): Problem[] {
  const gone = former.filter(({ to }) => to === null).map(({ address }) => address);
  const answered = new Set([...[...archiveAddresses(articles, speakers).values()].flat(), ...gone]);
  const follow = followMoves(former);
  return [...ledger]
    .filter(([address]) => !answered.has(follow(address)))
    .map(([address, { file, line }]) => ({
      file,
      line,
      message: `\`${address}\` was released, but its article is now dated after ${day}. Date the article ${day} or earlier, or release with a later \`--date\`.`,
    }));
}
