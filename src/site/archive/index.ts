import type { SpeakerId } from '../../base/ids.ts';
import { getCollection } from 'astro:content';
import { type Address, inArticle, statementAddress } from '../../text/address.ts';
import type { Day } from '../../base/day.ts';
import { type FormerAddress, followMoves } from '../../content/former.ts';
import { roleOn } from '../../content/speaker-file.ts';
import type { Article, Speaker, Statement } from '../../content/types.ts';

export type { Article, Speaker, Statement };
export { authorNames, shownByline, shownSpeaker, shownTitle } from './shown.ts';

/** A statement with its article and its speaker as of that day. */
export interface ArchivedStatement extends Statement {
  article: Article;
  address: Address;
  /** Its address within the article. */
  place: string;
  who: Speaker | null;
  /** The name of that speaker, or the proposed name, or the words that describe somebody. */
  name: string | null;
  /** The role that the speaker held on the day of publication; if none is recorded, the one that the article names. */
  role: string | null;
}

/** Everything that is published, newest first. */
export interface Archive {
  articles: Article[];
  statements: ArchivedStatement[];
  speakers: Speaker[];
  speakerOf: (id: SpeakerId) => Speaker | undefined;
  /** Addresses that were moved or removed; `to` is where they finally lead. */
  former: FormerAddress[];
  /** The articles of a year or a month, `2023` or `2023-05`. */
  articlesIn: (period: string) => Article[];
  statementsIn: (article: Article) => ArchivedStatement[];
  statementsBy: (speaker: Speaker) => ArchivedStatement[];
  /** The number of statements that await review and are not included. */
  awaiting: number;
  /** Whether an address was released; if not, its page is a preview. */
  isReleased: (address: Address) => boolean;
  /** The first and the last day of publication; `null` while nothing is published. */
  days: { first: Day; last: Day } | null;
}

let loaded: Promise<Archive> | undefined;

/**
 * The archive that the pages show. Loaded once per build; in development, loaded again for each page, so that edits
 * show.
 */
export function getArchive(): Promise<Archive> {
  if (import.meta.env.DEV) return loadArchive();
  return (loaded ??= loadArchive());
}

async function loadArchive(): Promise<Archive> {
  const articles = (await getCollection('articles')).map(({ data }) => data);
  articles.sort((a, b) => compare(b.day, a.day) || compare(a.address, b.address));
  const [facts] = (await getCollection('facts')).map(({ data }) => data);
  const moves = facts?.former ?? [];
  const unreleased = new Set(facts?.unreleased);
  const follow = followMoves(moves);
  const former = moves.map((entry) => (entry.to === null ? entry : { ...entry, to: follow(entry.to) }));
  const speakers = (await getCollection('speakers')).map(({ data }) => data);
  speakers.sort((a, b) => a.name.localeCompare(b.name, 'en') || compare(a.id, b.id));
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]));

  const byArticle = new Map(
    articles.map((article) => [article, article.statements.map((statement) => archived(statement, article, byId))]),
  );
  const statements = [...byArticle.values()].flat();
  const byYear = Map.groupBy(articles, ({ day }) => day.slice(0, 4));
  const byMonth = Map.groupBy(articles, ({ day }) => day.slice(0, 7));
  const bySpeaker = Map.groupBy(statements, ({ speaker }) => speaker);
  return {
    articles,
    speakers,
    speakerOf: (id) => byId.get(id),
    former,
    statements,
    articlesIn: (period) => (period.length === 4 ? byYear : byMonth).get(period) ?? [],
    statementsIn: (article) => byArticle.get(article) ?? [],
    statementsBy: ({ id }) => bySpeaker.get(id) ?? [],
    awaiting: facts?.awaiting ?? 0,
    isReleased: (address) => !unreleased.has(address),
    days: articles[0] ? { first: articles.at(-1)?.day ?? articles[0].day, last: articles[0].day } : null,
  };
}

function archived(
  statement: Statement,
  article: Article,
  speakers: ReadonlyMap<SpeakerId, Speaker>,
): ArchivedStatement {
  const who = (statement.speaker && speakers.get(statement.speaker)) ?? null;
  return {
    ...statement,
    article,
    address: statementAddress(statement.id),
    place: inArticle(article.address, statement.id),
    who,
    name: who?.name ?? statement.proposed ?? statement.described,
    role: (who && roleOn(who, article.day)) ?? statement.role,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
