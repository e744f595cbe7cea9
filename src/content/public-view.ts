import type { StatementId } from '../base/ids.ts';
import { type Address, speakerAddress, statementAddress } from '../text/address.ts';
import type { ArchiveFile } from './archive-file.ts';
import { followMoves, type FormerAddress } from './former.ts';
import { archiveAddresses } from './ledger.ts';
import type { ArchiveFolder } from './read-archive.ts';
import type { Settings } from '../base/settings.ts';
import type { Article, Speaker, Statement } from './types.ts';

/** What of an archive is public: what pages, data and search are made from. */
export interface PublicView {
  /** With the statements that are public. */
  articles: Article[];
  /** Those who say a public statement, and those whose addresses were released. */
  speakers: Speaker[];
  former: FormerAddress[];
  /** How many statements of these articles wait for an editor, and appear nowhere. */
  awaiting: number;
  /** Addresses in it that were never released, by the name of their file in the ledger. */
  unreleased: Map<string, Address[]>;
}

/**
 * Chooses what of an archive is public: articles that are not drafts and not dated later than the settings say, and their
 * statements as far as `publish` lets them through. What was released stays, whatever the gate or its status is now; what
 * was taken out and never released leaves nothing.
 *
 * With `onlyReleased` nothing else is public, but where something released needs it: a released statement keeps its
 * article, and an address that leads on keeps where it leads.
 */
export function publicView(folder: ArchiveFolder, { onlyReleased }: Pick<Settings, 'onlyReleased'>): PublicView {
  const { archive, ledger } = folder;
  const former = folder.former.filter(({ address }) => ledger.has(address));
  const follow = followMoves(former);
  const targets = new Set<string>(former.map(({ address }) => follow(address)));
  const gate: Gate = {
    publish: archive.publish,
    onlyReleased,
    isReleased: (address) => ledger.has(address),
    isTarget: (address) => targets.has(address),
  };
  const chosen = folder.articles.filter((article) => isPublic(article, gate));
  const articles = chosen.map((article) => publicPart(article, gate));
  const speaking = new Set(articles.flatMap(({ statements }) => statements.map(({ speaker }) => speaker)));
  const speakers = folder.speakers.filter(({ id, mergedInto }) => {
    const address = speakerAddress(id);
    return !mergedInto && (speaking.has(id) || ledger.has(address) || targets.has(address));
  });
  const unreleased = [...archiveAddresses(articles, speakers)].map(
    ([name, addresses]) => [name, addresses.filter((address) => !ledger.has(address))] as const,
  );
  return {
    articles,
    speakers,
    former,
    awaiting: chosen.reduce((sum, article) => sum + countAwaiting(article, gate), 0),
    unreleased: new Map(unreleased.filter(([, addresses]) => addresses.length > 0)),
  };
}

/** What decides what of an archive is public. */
export interface Gate extends Pick<Settings, 'onlyReleased'>, Pick<ArchiveFile, 'publish'> {
  /** Whether an address is in the ledger. */
  isReleased: (address: Address) => boolean;
  /** Whether a released address leads to this one. */
  isTarget: (address: Address) => boolean;
}

/** Whether an article is public. */
export function isPublic({ address, isPublished, statements, gone }: Article, gate: Gate): boolean {
  if (!isPublished || !gate.onlyReleased) return isPublished;
  const ids = [...statements, ...gone].map(({ id }) => statementAddress(id));
  return gate.isTarget(address) || [address, ...ids].some(gate.isReleased);
}

/** A public article with what of it is public. */
export function publicPart(article: Article, gate: Gate): Article {
  const isReleased = ({ id }: { id: StatementId }): boolean => gate.isReleased(statementAddress(id));
  return {
    ...article,
    statements: article.statements.filter(
      (statement) => isReleased(statement) || (!gate.onlyReleased && passes(statement, gate.publish)),
    ),
    gone: article.gone.filter(isReleased),
  };
}

/** How many statements of a public article wait for an editor, and appear nowhere. */
export const countAwaiting = ({ statements }: Article, gate: Gate): number =>
  statements.filter((statement) => !gate.isReleased(statementAddress(statement.id)) && !passes(statement, gate.publish))
    .length;

/** Whether the gate of an archive lets a statement through. */
export function passes({ status, sure }: Pick<Statement, 'status' | 'sure'>, publish: ArchiveFile['publish']): boolean {
  if (publish === 'all' || status === 'confirmed') return true;
  return publish === 'sure' && status === 'inferred' && sure;
}
