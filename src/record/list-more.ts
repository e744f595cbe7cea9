import { stringify } from 'yaml';
import type { Span } from '../text/canonical-text.ts';
import { overlapsAny } from '../text/canonical-text.ts';
import { type ArticleSource, readArticleSources } from '../content/article-source.ts';
import { anchorFor } from '../content/matching/locate.ts';
import { matchRecord } from '../content/matching/match-record.ts';
import { searchedText } from '../content/searched-text.ts';
import { readArchiveFile } from '../content/read-archive.ts';
import { statementsIn } from '../content/statements-in.ts';
import { describeProblems } from '../base/problem.ts';
import type { FoundStatement } from '../find/find-statements.ts';
import { whereabouts } from './refresh-statement.ts';

/** Statements that an editor may add, as entries to copy into records, and what could not be read. */
export interface More {
  lines: string[];
  unread: string | null;
}

/**
 * Lists what is reported in a way that is often no statement ("urged the council to wait"), and so is never written by the
 * program: each with its sentence, and as an entry that an editor can copy into the record.
 *
 * @param isAsked the articles that are searched
 */
export function listMore(content: string, isAsked: (source: ArticleSource) => boolean): More {
  const { articles, problems } = readArticleSources(content);
  const language = readArchiveFile(content).languages[0] ?? 'en';
  const addresses = articles.map(({ address }) => address);
  const lines = articles.filter(isAsked).flatMap((source) => {
    const { text } = source.canonical;
    const record = source.record?.value ?? { statements: [], dismissed: [] };
    const { statements, dismissed } = matchRecord(record, searchedText(source, language, addresses));
    const isKnown = overlapsAny(
      [...statements, ...dismissed].flatMap((match) => (match.kind === 'found' ? match.place.spans : [])),
    );
    return statementsIn(source, true)
      .filter(({ isClear, spans }) => !isClear && !spans.some(isKnown))
      .map((found) => `${source.recordFile}: ${wordsAt(text, found.sentence)}\n${entryOf(text, found)}`);
  });
  const unread = [...problems, ...articles.flatMap((source) => source.problems)];
  return { lines, unread: unread.length > 0 ? describeProblems(unread) : null };
}

function entryOf(text: string, { spans, source, cue, who }: FoundStatement): string {
  const entry = {
    type: 'reported',
    quote: spans.map((span) => wordsAt(text, span)),
    ...whereabouts(text, spans),
    ...(who?.name ? { proposed: who.name } : { described: true }),
    ...(source ? { source: anchorFor(text, source, spans) } : {}),
    ...(cue ? { cue: anchorFor(text, cue, spans) } : {}),
    status: 'inferred',
    sure: false,
  };
  return stringify([entry], { lineWidth: 0 }).replace(/^(?=.)/gm, '  ');
}

const wordsAt = (text: string, { start, end }: Span): string => text.slice(start, end);
