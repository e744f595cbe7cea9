import { readArticleSources } from '../content/article-source.ts';
import { readArchiveFile } from '../content/read-archive.ts';
import { searchedText } from '../content/searched-text.ts';
import { statementsIn } from '../content/statements-in.ts';
import { describeProblems } from '../base/problem.ts';
import { matchRecord } from '../content/matching/match-record.ts';
import type { Match } from '../content/matching/match-statements.ts';
import type { RecordedStatement } from '../content/record-file.ts';
import { placeOf } from './place-of.ts';
import { sourceOf } from './source-of.ts';

/** The statements that need an editor's eye, as lines, and a description of the files that could not be read. */
export interface Unsure {
  lines: string[];
  unread: string | null;
}

/** Statements that need an editor's eye, least sure first, each with its sentence, and what could not be read. */
export function listUnsure(content: string): Unsure {
  const { articles, problems } = readArticleSources(content);
  const language = readArchiveFile(content).languages[0] ?? 'en';
  const addresses = articles.map(({ address }) => address);
  const unsure = articles.flatMap((source) => {
    const statements = source.record?.value?.statements ?? [];
    const open = statements
      .map((statement, index) => ({ statement, index }))
      .filter(({ statement }) => needsEye(statement));
    if (open.length === 0) return [];
    const found = statementsIn(source);
    const { text } = source.canonical;
    const record = source.record?.value ?? { statements: [], dismissed: [] };
    const matches = matchRecord(record, searchedText(source, language, addresses)).statements;
    return open.map(({ statement, index }) => {
      const start = startOf(matches[index]);
      const match = found.find((other) => other.spans[0]?.start === start);
      const paragraph =
        start < 0 ? 'Its words are not found in the article: run `npm run record`.' : paragraphAround(text, start);
      const sentence = match ? text.slice(match.sentence.start, match.sentence.end) : paragraph;
      return { source, statement, index, sentence, confidence: sourceOf(statement) ? (match?.confidence ?? 0) : 0 };
    });
  });
  unsure.sort((a, b) => a.confidence - b.confidence);
  const lines = unsure.map(({ source, statement, index, sentence }) => {
    const name = sourceOf(statement);
    const who = name ? `probably ${name}` : 'nobody is named';
    return `${placeOf(source, index)}: ${statement.id ?? 'without id'}, ${who}\n  ${sentence}\n`;
  });
  const unread = [...problems, ...articles.flatMap((source) => source.problems)];
  return { lines, unread: unread.length > 0 ? describeProblems(unread) : null };
}

const startOf = (match: Match | undefined): number =>
  match?.kind === 'found' ? (match.place.spans[0]?.start ?? -1) : -1;

const needsEye = ({ status, sure }: RecordedStatement): boolean =>
  status === 'unattributed' || status === 'disputed' || !sure;

function paragraphAround(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? undefined : end);
}
