import type { Address } from '../text/address.ts';
import { overlapsAny, type Span } from '../text/canonical-text.ts';
import type { FoundStatement } from '../find/find-statements.ts';
import { isSameSource, type SearchedText } from '../content/matching/evidence.ts';
import { type Place, wholeAnchor } from '../content/matching/locate.ts';
import { matchRecord } from '../content/matching/match-record.ts';
import type { Match } from '../content/matching/match-statements.ts';
import type { Dismissed, GoneStatement, RecordedStatement, StatementRecord } from '../content/record-file.ts';
import { idOf, normalizeWords } from '../content/statement-id.ts';

/** What a record and its article say of each other. */
export interface Reconciled {
  /** In the record and in the text: where, by the place in the record. */
  kept: Map<RecordedStatement, Extract<Match, { kind: 'found' }>>;
  /** Dismissed by an editor, and in the text: where. */
  dismissed: Map<Dismissed, Extract<Match, { kind: 'found' }>>;
  /** In the record, and the text does not tell where or tells otherwise than the record: for the editor to decide. */
  unclear: Map<RecordedStatement, Extract<Match, { kind: 'unclear' }>>;
  /** In the record, in other words in the text: for the editor to decide. */
  changed: { recorded: RecordedStatement; now: FoundStatement }[];
  /** In the record, and not in the text: neither the words nor anything like them. */
  gone: RecordedStatement[];
  /** Gone because its words left the text, which has them again. */
  back: { entry: GoneStatement; found: FoundStatement }[];
  /** Found in the text, not in the record. */
  added: FoundStatement[];
}

/** What `record` writes about a statement that left the text, until an editor words it. */
export const NOT_IN_TEXT = 'Not in the text any more.';

/** Whether an entry is gone because its words left the text, and nobody decided that they should not come back. */
const isOnlyGone = ({ why, source, withhold }: GoneStatement): boolean =>
  why === NOT_IN_TEXT && source !== undefined && !withhold;

/** Two statements are one whose words changed when they share at least this part of their words. */
const ALIKE = 0.5;

/** How much more alike two statements of one source are. */
const SAME_SOURCE = 0.2;

/**
 * Compares a record with the statements found in its article. What the text has by its exact words is kept as it is; a
 * quote whose words or speaker changed is never silently matched with another. A statement that an editor removed or
 * dismissed is not added again.
 *
 * @param addresses those that the article has and had, from which its ids were made
 */
export function reconcile(
  record: Omit<StatementRecord, 'version' | 'searched'>,
  found: readonly FoundStatement[],
  searched: SearchedText,
  addresses: readonly Address[],
): Reconciled {
  const { statements, gone } = record;
  const result: Reconciled = {
    kept: new Map(),
    dismissed: new Map(),
    unclear: new Map(),
    changed: [],
    gone: [],
    back: [],
    added: [],
  };
  const claimed: Span[] = [];
  const claim = (match: Match): void => {
    for (const { spans } of placesIn(match)) claimed.push(...spans);
  };
  const lost: RecordedStatement[] = [];
  const matches = matchRecord(record, searched);
  for (const [index, match] of matches.statements.entries()) {
    const recorded = statements[index];
    if (!recorded) continue;
    if (match.kind === 'missing') lost.push(recorded);
    else if (match.kind === 'found') result.kept.set(recorded, match);
    else result.unclear.set(recorded, match);
    claim(match);
  }
  for (const [index, match] of matches.dismissed.entries()) {
    const entry = record.dismissed[index];
    if (entry && match.kind === 'found') result.dismissed.set(entry, match);
    // Nobody is asked about what is not a statement: wherever it may be, none is added.
    claim(match);
  }

  const isClaimed = overlapsAny(claimed);
  const removed = new Removed(gone, searched.text, addresses);
  const fresh: FoundStatement[] = [];
  for (const statement of found) {
    if (statement.spans.some(isClaimed)) continue;
    const entry = removed.take(statement);
    if (entry && isOnlyGone(entry)) result.back.push({ entry, found: statement });
    else if (!entry) fresh.push(statement);
  }

  const pairs = changedPairs(lost, fresh, searched.text);
  const taken = new Set(pairs.map(({ now }) => now));
  const isChanged = new Set(pairs.map(({ recorded }) => recorded));
  result.changed = pairs;
  result.gone = lost.filter((recorded) => !isChanged.has(recorded));
  result.added = fresh.filter((statement) => !taken.has(statement));
  return result;
}

const placesIn = (match: Match): Place[] =>
  match.kind === 'found' ? [match.place] : match.kind === 'unclear' ? match.places : [];

/** The entries under `gone`, to look up whether a found statement is one of them. */
class Removed {
  readonly #byWords: Map<string, GoneStatement[]>;
  readonly #text: string;
  /** Where the words were taken out too, the id tells them. */
  readonly #byId: Map<string, GoneStatement>;
  readonly #addresses: readonly Address[];

  constructor(gone: readonly GoneStatement[], text: string, addresses: readonly Address[]) {
    this.#byWords = Map.groupBy(gone, ({ was }) => normalizeWords(was ?? ''));
    this.#byId = new Map(gone.flatMap((entry) => (entry.was === undefined ? [[entry.id, entry]] : [])));
    this.#text = text;
    this.#addresses = addresses;
  }

  /** The entry of the same words and source, which no other found statement is then. */
  take({ text, source }: FoundStatement): GoneStatement | undefined {
    const entries = this.#byWords.get(normalizeWords(text)) ?? [];
    const named = source && this.#text.slice(source.start, source.end);
    const index = entries.findIndex((entry) => !entry.source || (named !== null && isSameSource(entry.source, named)));
    const entry = entries[index];
    // What left the text came back once for each entry; what an editor removed stays away, however often it is found.
    if (entry && isOnlyGone(entry)) entries.splice(index, 1);
    return entry ?? this.#withoutWords(text);
  }

  #withoutWords(text: string): GoneStatement | undefined {
    if (this.#byId.size === 0) return undefined;
    return this.#addresses.map((address) => this.#byId.get(idOf(address, text))).find((entry) => entry !== undefined);
  }
}

/** Pairs of what a record lost and what is new in the text that are alike, the most alike first, each in one pair. */
function changedPairs(
  lost: readonly RecordedStatement[],
  fresh: readonly FoundStatement[],
  text: string,
): Reconciled['changed'] {
  const pairs = lost.flatMap((recorded) =>
    fresh.flatMap((now) => {
      const alike = likeness(recorded.quote.join(' '), now.text);
      if (alike < ALIKE) return [];
      const named = now.source && text.slice(now.source.start, now.source.end);
      const isSame = recorded.source && named && isSameSource(wholeAnchor(recorded.source).quote, named);
      return [{ recorded, now, alike: alike + (isSame ? SAME_SOURCE : 0) }];
    }),
  );
  pairs.sort((a, b) => b.alike - a.alike);
  const taken = new Set<RecordedStatement | FoundStatement>();
  return pairs.flatMap(({ recorded, now }) => {
    if (taken.has(recorded) || taken.has(now)) return [];
    taken.add(recorded).add(now);
    return [{ recorded, now }];
  });
}

/** The share of words that two texts have in common (Jaccard). */
function likeness(a: string, b: string): number {
  const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const [first, second] = [words(a), words(b)];
  const shared = first.intersection(second).size;
  return shared / (first.size + second.size - shared || 1);
}
