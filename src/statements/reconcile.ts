import { overlaps, type Span } from '../article/canonical-text.ts';
import type { FoundStatement } from '../find/find-statements.ts';
import { locateQuote } from './locate.ts';
import type { RecordedStatement, StatementRecord } from './record-file.ts';
import { normalizeWords } from './statement-id.ts';

/** What a record and its article say of each other. */
export interface Reconciled {
  /** Found in the text, not in the record. */
  added: FoundStatement[];
  /** In the record, and not in the text: neither the words nor anything like them. */
  gone: RecordedStatement[];
  /** In the record, in other words in the text: for the editor to decide. */
  changed: { recorded: RecordedStatement; now: string }[];
}

/** Two statements are one whose words changed when they share at least this part of their words. */
const ALIKE = 0.5;

/**
 * Compares a record with the statements found in its article. What stands in the text by its exact words is kept as
 * it is; a quote whose words changed is never taken for another in silence.
 */
export function reconcile(
  { statements, gone }: StatementRecord,
  found: readonly FoundStatement[],
  text: string,
): Reconciled {
  const kept: Span[] = [];
  const lost: RecordedStatement[] = [];
  for (const recorded of statements) {
    const spans = locateQuote(text, recorded.quote, recorded.occurrence);
    if (typeof spans === 'string') lost.push(recorded);
    else kept.push(...spans);
  }
  const removed = new Set(gone.map(({ was }) => normalizeWords(was ?? '')));
  const fresh = found.filter(
    (statement) =>
      !removed.has(normalizeWords(statement.text)) &&
      !statement.spans.some((span) => kept.some((other) => overlaps(span, other))),
  );

  const taken = new Set<FoundStatement>();
  const changed: Reconciled['changed'] = [];
  for (const recorded of lost) {
    const now = fresh.find(
      (statement) => !taken.has(statement) && likeness(recorded.quote.join(' '), statement.text) >= ALIKE,
    );
    if (!now) continue;
    taken.add(now);
    changed.push({ recorded, now: now.text });
  }
  return {
    added: fresh.filter((statement) => !taken.has(statement)),
    gone: lost.filter((recorded) => !changed.some((change) => change.recorded === recorded)),
    changed,
  };
}

/** The share of words that two texts have in common (Jaccard). */
function likeness(a: string, b: string): number {
  const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const [first, second] = [words(a), words(b)];
  const shared = first.intersection(second).size;
  return shared / (first.size + second.size - shared || 1);
}
