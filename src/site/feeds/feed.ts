import { x } from 'xastscript';
import { speakerAddress } from '../../text/address.ts';
import type { ListedArticle, Topic } from '../../catalogue/archive.ts';
import { type Correction, correctionId } from '../../catalogue/corrections.ts';
import { authorNames } from '../../catalogue/rows/byline.ts';
import type { StatementRow } from '../../content/rows/statement-row.ts';
import type { Speaker } from '../../content/types.ts';
import { rowName, rowSpeaker } from '../../text/speaker-name.ts';
import { describe } from '../../text/describe.ts';
import { words } from '../../words/chosen.ts';
import { t } from '../../words/words.ts';
import { absolute, site } from '../site.ts';
import { xmlFile } from './xml.ts';

/** An entry of a feed, whatever its format. */
export interface FeedEntry {
  /** The path of its page from the archive's root. */
  address: string;
  title: string;
  summary: string;
  /** The day of publication. */
  day: string;
  authors: readonly string[];
  language: string;
}

/** A feed: its title, its address in each format, and its newest entries. */
export interface Feed {
  title: string;
  /** The path of the page that shows the same content. */
  page: string;
  atom: string;
  json: string;
  entries: readonly FeedEntry[];
}

/** As many entries as somebody who reads once a week may have missed. */
export const NEWEST_IN_FEED = 50;

/** The feed of articles, newest first. */
export function articleFeed(articles: readonly ListedArticle[]): Feed {
  const entries = articles.map(({ row, summary }) => ({
    address: row.url,
    title: row.title,
    summary,
    day: row.published,
    authors: authorNames(row.authors),
    language: row.language,
  }));
  return {
    title: t('feed.articles', { archive: site.title }),
    page: '/',
    atom: '/feed.xml',
    json: '/feed.json',
    entries,
  };
}

/** The feed of the articles on a topic, newest first. */
export function topicFeed({ name, address }: Topic, articles: readonly ListedArticle[]): Feed {
  const { entries } = articleFeed(articles);
  return { title: `${site.title}: ${name}`, page: address, ...feedFiles(address), entries };
}

/** The feed of a speaker's statements, newest first. */
export function speakerFeed({ id, name }: Speaker, statements: readonly StatementRow[]): Feed {
  const { entries } = statementFeed(statements);
  const page = speakerAddress(id);
  return { title: `${site.title}: ${name}`, page, ...feedFiles(page), entries };
}

/** The addresses of the feed of a page, by format. */
export const feedFiles = (page: string) => ({ atom: `${page}feed.xml`, json: `${page}feed.json` });

/** The feed of statements, newest first. */
export function statementFeed(statements: readonly StatementRow[]): Feed {
  const entries = statements.map((statement) => ({
    address: statement.url,
    title: `${rowSpeaker(statement)}: ${describe(statement.shown)}`,
    summary: statement.shown,
    day: statement.published,
    authors: statement.speaker === null ? [] : [rowName(statement.speaker) ?? ''],
    language: statement.language,
  }));
  return {
    title: t('feed.statements', { archive: site.title }),
    page: '/',
    atom: '/statements.xml',
    json: '/statements.json',
    entries,
  };
}

/** The feed of corrections, latest first. Each has its own id, since a statement may be corrected twice. */
export function correctionFeed(corrections: readonly Correction[]): Feed {
  const entries = corrections.map(({ address, kind, on, why, was, now, statement }) => ({
    address: `${address}#${correctionId(kind, on)}`,
    title: t('feed.corrected', { kind: t(`corrections.${kind}`), words: describe(now ?? was ?? address) }),
    summary: [why, was && t('feed.wasUntil', { words: was }), now && t('feed.isSince', { words: now })]
      .filter(Boolean)
      .join(' '),
    day: on,
    authors: [],
    language: statement?.language ?? words().language,
  }));
  const address = '/corrections/';
  return {
    title: t('feed.corrections', { archive: site.title }),
    page: address,
    atom: '/corrections.xml',
    json: '/corrections.json',
    entries,
  };
}

/** A feed in Atom (RFC 4287). It is dated by its newest entry, not by the build. */
export function toAtom({ title, page, atom, entries }: Feed): string {
  const updated = (day: string | undefined) => x('updated', `${day ?? '1970-01-01'}T00:00:00Z`);
  const people = (names: readonly string[]) => names.map((name) => x('author', [x('name', name)]));
  const feed = x('feed', { xmlns: 'http://www.w3.org/2005/Atom' }, [
    x('title', title),
    x('id', absolute(atom)),
    x('link', { rel: 'self', type: 'application/atom+xml', href: absolute(atom) }),
    x('link', { rel: 'alternate', type: 'text/html', href: absolute(page) }),
    updated(entries[0]?.day),
    ...people([site.title]),
    ...entries.map((entry) =>
      x('entry', { 'xml:lang': entry.language }, [
        x('title', entry.title),
        x('id', absolute(entry.address)),
        x('link', { rel: 'alternate', type: 'text/html', href: absolute(entry.address) }),
        x('published', `${entry.day}T00:00:00Z`),
        updated(entry.day),
        ...people(entry.authors),
        x('summary', entry.summary),
      ]),
    ),
  ]);
  return xmlFile(feed);
}

/** A feed in JSON Feed 1.1 (jsonfeed.org). */
export function toJsonFeed({ title, page, json, entries }: Feed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: absolute(page),
    feed_url: absolute(json),
    description: site.description,
    items: entries.map(({ address, title, summary, day, authors, language }) => ({
      id: absolute(address),
      url: absolute(address),
      title,
      content_text: summary,
      date_published: `${day}T00:00:00Z`,
      language,
      ...(authors.length > 0 ? { authors: authors.map((name) => ({ name })) } : {}),
    })),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}
