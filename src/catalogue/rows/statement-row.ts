import type { StatementRow } from '../../content/rows/statement-row.ts';
import type { Article, Evidence, Statement } from '../../content/types.ts';
import { statementAddress } from '../../text/address.ts';
import { codePoints } from '../../text/canonical-text.ts';
import { versionOf } from '../../text/digest.ts';
import type { KnownSpeaker } from '../known-speaker.ts';
import { articleFacts } from './article-row.ts';

/**
 * A statement of an article as a row of data.
 *
 * @param fragments the text directives that lead to it in its article
 * @param absolute returns the absolute address of a path
 */
export function statementRow(
  article: Article,
  statement: Statement,
  speaker: KnownSpeaker,
  fragments: readonly string[],
  absolute: (path: string) => string,
): StatementRow {
  const { id, type, text, shown, spans, status, sure, said, saidBasis, translated } = statement;
  const address = statementAddress(id);
  const place = ({ start, end }: { start: number; end: number }) => ({
    start: codePoints(article.text, start),
    end: codePoints(article.text, end),
  });
  const evidenceRow = (words: Evidence | null) => words && { ...place(words), text: words.text };
  return {
    id,
    url: address,
    uri: absolute(address),
    type,
    text,
    shown,
    version: versionOf(text),
    spans: spans.map(place),
    fragments: [...fragments],
    speaker: speakerOf(statement, speaker),
    source: evidenceRow(statement.source),
    cue: evidenceRow(statement.cue),
    status,
    sure,
    said: said ?? null,
    saidBasis: saidBasis ?? null,
    translated,
    published: article.day,
    article: articleFacts(article),
    language: article.language,
  };
}

function speakerOf({ described }: Statement, { who, name, role }: KnownSpeaker): StatementRow['speaker'] {
  if (name === null) return null;
  const isDescribed = who === null && described === name;
  return {
    id: who?.id ?? null,
    name: isDescribed ? null : name,
    described: isDescribed ? described : null,
    kind: who?.kind ?? null,
    role,
  };
}
