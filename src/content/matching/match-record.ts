import type { SearchedText } from './evidence.ts';
import { type Match, matchStatements } from './match-statements.ts';
import { type Dismissed, dismissedStatement, type RecordedStatement, type StatementRecord } from '../record-file.ts';

/** What became of the entries of a record in its article. */
export interface RecordMatches {
  /** One a statement, in the order of the record. */
  statements: Match[];
  /** One a dismissed quotation. */
  dismissed: Match[];
}

/**
 * Finds the statements of a record again, and what was dismissed: the two are weighed together, so that neither takes the
 * place of the other when equal words are both.
 */
export function matchRecord(
  { statements, dismissed }: Pick<StatementRecord, 'statements' | 'dismissed'>,
  searched: SearchedText,
): RecordMatches {
  const others = dismissed.filter((entry) => !statements.some((statement) => isSamePlace(statement, entry)));
  const matches = matchStatements([...statements, ...others.map(dismissedStatement)], searched);
  const ofDismissed = dismissed.map((entry): Match => {
    const index = others.indexOf(entry);
    return (index < 0 ? undefined : matches[statements.length + index]) ?? { kind: 'missing' };
  });
  return { statements: matches.slice(0, statements.length), dismissed: ofDismissed };
}

/** Whether a statement has the words and the number of what was dismissed: an editor wrote it anew. */
export const isSamePlace = (statement: RecordedStatement, { quote, occurrence }: Dismissed): boolean =>
  statement.occurrence === occurrence && statement.quote.join('\n') === quote.join('\n');
