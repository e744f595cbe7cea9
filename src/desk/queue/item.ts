import type { Edtf } from '../../base/edtf.ts';
import type { SpeakerId, StatementId } from '../../base/ids.ts';
import { wholeAnchor } from '../../content/matching/locate.ts';
import { isConfirmedByHand, type StatementStatus } from '../../content/record-file.ts';
import { makeStatementId } from '../../content/statement-id.ts';
import type { FoundStatement } from '../../find/find-statements.ts';
import { entriesOf } from '../../record/editing.ts';
import { isTaken, type OpenArticle, spansOf } from '../../record/open-article.ts';
import type { StatementType } from '../../text/statement-types.ts';

/** What the queue knows of a statement. */
export interface Item {
  /** Of what the program only offers, the id that it would get. */
  id: StatementId;
  /** Where it begins in the article; -1 if its words are not found. */
  start: number;
  /** Whether the program only offers it: it is in no record. */
  isMore: boolean;
  type: StatementType;
  status: StatementStatus;
  sure: boolean;
  speaker: SpeakerId | null;
  proposed: string | null;
  /** The words by which the article describes who speaks. */
  described: string | null;
  /** The words that name who speaks. */
  source: string | null;
  role: string | null;
  said: Edtf | null;
  /** How sure the program is, 0 to 1; 0 if it does not find the statement, or nobody who said it. */
  confidence: number;
}

/** Everything in an article that an editor may decide on, in its order. */
export function itemsOf(open: OpenArticle, found: readonly FoundStatement[]): Item[] {
  const items = [...recordedItems(open, found), ...offeredItems(open, found)];
  return items.sort((a, b) => a.start - b.start);
}

function recordedItems(open: OpenArticle, found: readonly FoundStatement[]): Item[] {
  const byStart = new Map(found.flatMap((one) => one.spans.map(({ start }) => [start, one] as const)));
  return entriesOf(open.source).flatMap((entry): Item[] => {
    const { statement } = entry;
    const { id, type, status, sure, speaker, proposed, described, source, role, said } = statement;
    if (!id) return [];
    const isByHand = isConfirmedByHand(statement);
    const start = spansOf(open, entry)[0]?.start ?? -1;
    const words = source ? wholeAnchor(source).quote : null;
    const isNamed = Boolean(speaker ?? proposed ?? described);
    return [
      {
        id,
        start,
        isMore: false,
        type,
        status: isByHand ? 'confirmed' : status,
        sure: isByHand || sure,
        speaker: speaker ?? null,
        proposed: (isByHand ? null : proposed) ?? null,
        described: isByHand ? null : described === true ? words : described || null,
        source: words,
        role: role ?? null,
        said: said ?? null,
        confidence: isNamed ? (byStart.get(start)?.confidence ?? 0) : 0,
      },
    ];
  });
}

/** What is reported less clearly, and is in no record, by the ids that these statements would get. */
export function offeredIn(open: OpenArticle, found: readonly FoundStatement[]): Map<StatementId, FoundStatement> {
  const { source } = open;
  const isKnown = isTaken(open);
  const recorded = new Set(entriesOf(source).map(({ statement }) => statement.id));
  const offered = new Map<StatementId, FoundStatement>();
  for (const one of found) {
    if (one.isClear || one.spans.some(isKnown)) continue;
    const { id } = makeStatementId(source.address, one.text, (taken) => recorded.has(taken) || offered.has(taken));
    offered.set(id, one);
  }
  return offered;
}

function offeredItems(open: OpenArticle, found: readonly FoundStatement[]): Item[] {
  const { text } = open.searched;
  return [...offeredIn(open, found)].map(([id, { spans, type, who, source, confidence }]) => {
    const words = source && text.slice(source.start, source.end);
    return {
      id,
      start: spans[0]?.start ?? -1,
      isMore: true,
      type,
      status: 'inferred',
      sure: false,
      speaker: null,
      proposed: who?.name ?? null,
      described: who?.name ? null : words,
      source: words,
      role: who?.role ?? null,
      said: null,
      confidence,
    };
  });
}
