import type { Document } from 'yaml';
import type { RecordWithoutArticle } from '../content/article-source.ts';
import { overlaps } from '../text/canonical-text.ts';
import type { FoundStatement } from '../find/find-statements.ts';
import { isSameSource } from '../content/matching/evidence.ts';
import { wholeAnchor } from '../content/matching/locate.ts';
import type { RecordedStatement } from '../content/record-file.ts';
import { normalizeWords } from '../content/statement-id.ts';
import { entryAt, removeDismissed } from './edit-record.ts';
import type { Plan } from './plan.ts';

/** A recorded statement that its article does not have any more. */
interface Lost {
  recorded: RecordedStatement;
  document: Document;
  index: number;
  file: string;
  plan: Plan | null;
  /** The digests of the paragraphs that its article had; `null` when they are not known. */
  before: ReadonlySet<string> | null;
  after: ReadonlySet<string>;
}

/** A statement that is new in its article. */
interface Fresh {
  plan: Plan;
  found: FoundStatement;
  source: string | null;
  /** The digests of its paragraphs. */
  paragraphs: string[];
}

/**
 * Lets statements go with their paragraphs from one article to another: the same words and the same source, lost here and
 * new there in one run, in a paragraph that moved whole. When several could be one, they move only if there are as many
 * of them on both sides, in order.
 */
export function moveStatements(plans: readonly Plan[], orphans: readonly RecordWithoutArticle[]): void {
  moveDismissed(plans, orphans);
  const lost = [...plans.flatMap(lostOf), ...orphans.flatMap(lostWithArticle)];
  if (lost.length === 0) return;
  const byWords = Map.groupBy(lost, ({ recorded }) => normalizeWords(recorded.quote.join(' ')));
  const fresh = plans.flatMap((plan) => freshOf(plan, byWords));
  for (const [words, arrivals] of Map.groupBy(fresh, ({ found }) => normalizeWords(found.text))) {
    const departures = byWords.get(words) ?? [];
    for (const departure of departures) {
      const targets = arrivals.filter((arrival) => isMoved(departure, arrival));
      const rivals = departures.filter((other) => targets.some((target) => isMoved(other, target)));
      const target = targets[rivals.indexOf(departure)];
      if (target && targets.length === rivals.length) move(departure, target);
    }
  }
}

/** Lets what was dismissed go along too: the same words, dismissed and lost here, and new there in a paragraph that moved whole. */
function moveDismissed(plans: readonly Plan[], orphans: readonly RecordWithoutArticle[]): void {
  const lost = [
    ...plans.flatMap((plan) =>
      plan.record.dismissed
        .filter((entry) => !plan.reconciled.dismissed.has(entry))
        .map((entry) => ({
          entry,
          plan,
          searched: plan.source.record?.value?.searched,
          after: digestSet(plan.digests),
        })),
    ),
    ...orphans.flatMap(({ record }) =>
      (record.value?.dismissed ?? []).map((entry) => {
        return { entry, plan: null, searched: record.value?.searched, after: new Set<string>() };
      }),
    ),
  ];
  if (lost.length === 0) return;
  const byWords = Map.groupBy(lost, ({ entry }) => normalizeWords(entry.quote.join(' ')));
  for (const fresh of plans.flatMap((plan) => freshOf(plan, byWords))) {
    const { plan: target, found, source, paragraphs } = fresh;
    const entries = byWords.get(normalizeWords(found.text)) ?? [];
    const index = entries.findIndex(({ entry, plan, searched, after }) => {
      const before = digestSet(searched);
      const isWhole = !before || paragraphs.every((digest) => before.has(digest) && !after?.has(digest));
      const named = entry.source && wholeAnchor(entry.source).quote;
      return plan !== target && isWhole && (!named || (source !== null && isSameSource(named, source)));
    });
    const [moved] = index < 0 ? [] : entries.splice(index, 1);
    if (!moved) continue;
    target.reconciled.added = target.reconciled.added.filter((other) => other !== found);
    target.dismissals.push(found);
    if (moved.plan) removeDismissed(moved.plan.document, moved.entry.quote, moved.entry.occurrence);
  }
}

function move({ recorded, document, index, file, plan }: Lost, { plan: target, found }: Fresh): void {
  const entry = entryAt(document, index);
  if (!entry) return;
  target.arrivals.push({ document, entry, file, recorded, found });
  target.reconciled.added = target.reconciled.added.filter((other) => other !== found);
  if (!plan) return;
  plan.departures.set(recorded, entry);
  const { reconciled } = plan;
  reconciled.gone = reconciled.gone.filter((other) => other !== recorded);
  const change = reconciled.changed.find((other) => other.recorded === recorded);
  if (!change) return;
  reconciled.changed = reconciled.changed.filter((other) => other !== change);
  reconciled.added.push(change.now);
}

function isMoved(departure: Lost, { plan, source, paragraphs }: Fresh): boolean {
  const own = departure.recorded.source && wholeAnchor(departure.recorded.source).quote;
  const isSame = own ? source !== null && isSameSource(own, source) : source === null;
  const { before, after } = departure;
  const isWhole = !before || paragraphs.every((digest) => before.has(digest) && !after.has(digest));
  return departure.plan !== plan && isSame && isWhole;
}

function lostOf(plan: Plan): Lost[] {
  const { reconciled, record, document, source, digests } = plan;
  const recorded = [...reconciled.gone, ...reconciled.changed.map((change) => change.recorded)];
  const before = digestSet(source.record?.value?.searched);
  const after = digestSet(digests) ?? new Set<string>();
  return recorded.map((one) => {
    const index = record.statements.indexOf(one);
    return { recorded: one, document, index, file: source.recordFile, plan, before, after };
  });
}

function lostWithArticle({ record, file }: RecordWithoutArticle): Lost[] {
  const { value, document } = record;
  const before = digestSet(value?.searched);
  return (value?.statements ?? []).map((recorded, index) => {
    return { recorded, document, index, file, plan: null, before, after: new Set() };
  });
}

function freshOf(plan: Plan, lost: ReadonlyMap<string, unknown>): Fresh[] {
  const { text, paragraphs } = plan.source.canonical;
  const digests = plan.digests.split(' ').map(withoutCounter);
  return plan.reconciled.added
    .filter((found) => lost.has(normalizeWords(found.text)))
    .map((found) => ({
      plan,
      found,
      source: found.source && text.slice(found.source.start, found.source.end),
      paragraphs: paragraphs.flatMap((paragraph, index) =>
        found.spans.some((span) => overlaps(paragraph, span)) ? [digests[index] ?? ''] : [],
      ),
    }));
}

const digestSet = (digests: string | undefined): Set<string> | null =>
  digests === undefined ? null : new Set(digests.split(' ').map(withoutCounter));

/** Equal paragraphs of one article are told apart by a counter, which says nothing in another. */
const withoutCounter = (digest: string): string => digest.replace(/-\d+$/, '');
