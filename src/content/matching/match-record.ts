import { overlapsAny } from '../../text/canonical-text.ts';
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
  // Of a text that was not edited each statement knows its place, and what was dismissed has no claim to it.
  if (searched.isCurrent) {
    const matches = matchStatements(statements, searched);
    const isTaken = overlapsAny(matches.flatMap((match) => (match.kind === 'found' ? match.place.spans : [])));
    const others = matchStatements(dismissed.map(dismissedStatement), searched);
    const isFree = (match: Match): boolean => match.kind !== 'found' || !match.place.spans.some(isTaken);
    return { statements: matches, dismissed: others.map((match) => (isFree(match) ? match : { kind: 'missing' })) };
  }
  const others = dismissed.filter((entry) => !statements.some((statement) => isWrittenAnew(statement, entry)));
  const matches = matchStatements([...statements, ...others.map(dismissedStatement)], searched);
  const ofDismissed = dismissed.map((entry): Match => {
    const index = others.indexOf(entry);
    const match = index < 0 ? undefined : matches[statements.length + index];
    // Words by somebody else were not dismissed.
    const isOther = match?.kind === 'unclear' && match.why === 'source';
    return !match || isOther ? { kind: 'missing' } : match;
  });
  return { statements: matches.slice(0, statements.length), dismissed: ofDismissed };
}

/** Whether an editor wrote what was dismissed into the record again. */
export const isWrittenAnew = ({ id, quote, occurrence }: RecordedStatement, entry: Dismissed): boolean =>
  id === undefined && occurrence === entry.occurrence && quote.join('\n') === entry.quote.join('\n');
