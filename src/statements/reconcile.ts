import type { Address } from '../article/address.ts';
import { overlaps, type Span } from '../article/canonical-text.ts';
import type { FoundStatement } from '../find/find-statements.ts';
import { locateQuote, occurrences } from './locate.ts';
import type { RecordedStatement, StatementRecord } from './record-file.ts';
import { firstStatementId, normalizeWords } from './statement-id.ts';

/** What a record and its article say of each other. */
export interface Reconciled {
  /** Found in the text, not in the record. */
  added: FoundStatement[];
  /** In the record, and not in the text: neither the words nor anything like them. */
  gone: RecordedStatement[];
  /** In the record, by the same words as elsewhere in the text now: which of them it is has to be said anew. */
  recounted: { recorded: RecordedStatement; occurrence: number | undefined }[];
  /** In the record, in other words in the text: for the editor to decide. */
  changed: { recorded: RecordedStatement; now: FoundStatement }[];
}

/** Two statements are one whose words changed when they share at least this part of their words. */
const ALIKE = 0.5;

/**
 * Compares a record with the statements found in its article. What stands in the text by its exact words is kept as
 * it is; a quote whose words changed is never taken for another in silence. What an editor took out is not found anew:
 * neither by its words nor, where these are not kept, by the id that they would get.
 */
export function reconcile(
  { statements, gone }: StatementRecord,
  found: readonly FoundStatement[],
  { text, address }: { text: string; address: Address },
): Reconciled {
  const kept: Span[] = [];
  const missing: RecordedStatement[] = [];
  for (const recorded of statements) {
    const spans = locateQuote(text, recorded.quote, recorded.occurrence);
    if (typeof spans === 'string') missing.push(recorded);
    else kept.push(...spans);
  }
  const lost: RecordedStatement[] = [];
  const recounted: Reconciled['recounted'] = [];
  for (const recorded of missing) {
    const place = freePlace(text, recorded.quote, kept);
    if (place) {
      kept.push(...place.spans);
      recounted.push({ recorded, occurrence: place.occurrence });
    } else lost.push(recorded);
  }
  const removed = new Set(gone.map(({ id }) => id));
  const words = new Set(gone.map(({ was }) => normalizeWords(was ?? '')));
  const fresh = found.filter(
    (statement) =>
      !words.has(normalizeWords(statement.text)) &&
      !removed.has(firstStatementId(address, statement.text)) &&
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
    changed.push({ recorded, now });
  }
  return {
    recounted,
    added: fresh.filter((statement) => !taken.has(statement)),
    gone: lost.filter((recorded) => !changed.some((change) => change.recorded === recorded)),
    changed,
  };
}

/** The first place where a quote stands by its exact words and no other statement does; its occurrence, if it has several. */
function freePlace(
  text: string,
  quote: readonly string[],
  kept: readonly Span[],
): { spans: Span[]; occurrence: number | undefined } | null {
  const places = occurrences(text, quote[0] ?? '');
  for (const [index] of places.entries()) {
    const spans = locateQuote(text, quote, index + 1);
    if (typeof spans === 'string' || spans.some((span) => kept.some((other) => overlaps(span, other)))) continue;
    return { spans, occurrence: places.length > 1 ? index + 1 : undefined };
  }
  return null;
}

/** The share of words that two texts have in common (Jaccard). */
function likeness(a: string, b: string): number {
  const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const [first, second] = [words(a), words(b)];
  const shared = first.intersection(second).size;
  return shared / (first.size + second.size - shared || 1);
}
