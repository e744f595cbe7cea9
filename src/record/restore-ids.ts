import type { StatementId } from '../base/ids.ts';
import type { Address } from '../text/address.ts';
import type { FoundStatement } from '../find/find-statements.ts';
import { occurrenceOf } from '../content/matching/locate.ts';
import { idOf, idsMadeFor, normalizeWords } from '../content/statement-id.ts';
import type { FormerAddresses } from './former-addresses-of.ts';
import { type Plan, UNFINISHED } from './plan.ts';

/** Which of the equal words an editor gave to an id, from 1. */
export type Decisions = ReadonlyMap<StatementId, number>;

interface Known {
  /** When an id was published, as a number that grows; `undefined` if it never was. */
  rank: (id: StatementId) => number | undefined;
  /** Whether a record has it. */
  isUsed: (id: StatementId) => boolean;
  former: FormerAddresses;
  /** Every article address that was ever published. */
  articles: readonly Address[];
  decisions: Decisions;
}

/** More looks at articles that vanished than this are not worth the time: a second on a small machine. */
const MOST_LOOKS = 200_000;

/**
 * Gives statements whose entries are lost their ids back: ids are made from the article's address and the words, so both
 * tell which addresses were published for a found statement.
 *
 * - The record is there and lacks an entry of a paragraph that was not edited: an editor removed it, and it stays away.
 * - The record is lost: its ids return, if as many equal words are there as ids; else the editor is asked.
 * - Words are new in an article, and no record has the id that was released for them elsewhere, or here once: they left
 *   an article that is gone with its record, and take their ids along.
 */
export function restoreIds(plans: readonly Plan[], known: Known): void {
  for (const plan of plans) {
    if (plan.reconciled.added.length === 0) continue;
    if (isLost(plan)) restoreRecord(plan, known);
    else setAsideRemoved(plan, known);
  }
  // A text that did not change was searched for what was removed only: a better engine adds nothing to it by itself.
  for (const { isSettled, reconciled } of plans) if (isSettled) [reconciled.added, reconciled.back] = [[], []];
  takeAlong(plans, known);
}

/** Whether the record of an article is lost, or was and is not restored yet. */
const isLost = ({ source }: Plan): boolean => source.record?.value?.searched === UNFINISHED || !source.record;

function setAsideRemoved(plan: Plan, { rank, isUsed, former }: Known): void {
  const isKnown = (id: StatementId): boolean => rank(id) !== undefined;
  const addresses = [plan.source.address, ...former.of(plan.source)];
  for (const [words, all] of byWords(plan)) {
    const equal = all.filter(({ spans }) => !spans.some((span) => plan.searched.isUnchanged(span) === false));
    const made = addresses.flatMap((address) => idsMadeFor(address, words, isKnown));
    const ids = made.filter((id) => !isUsed(id) && !former.isGone(id));
    for (const [index, id] of ids.entries()) {
      const found = equal[index];
      if (found) plan.removed.push({ found, id });
    }
  }
  const isRemoved = new Set(plan.removed.map(({ found }) => found));
  plan.reconciled.added = plan.reconciled.added.filter((found) => !isRemoved.has(found));
}

function restoreRecord(plan: Plan, { rank, isUsed, former, decisions }: Known): void {
  const { text } = plan.source.canonical;
  const addresses = [plan.source.address, ...former.of(plan.source)];
  const isKnown = (id: StatementId): boolean => rank(id) !== undefined;
  const groups = [...byWords(plan)].map(([words, found]) => {
    const ids = addresses.flatMap((address) => idsMadeFor(address, words, isKnown)).filter((id) => !isUsed(id));
    return { found, ids };
  });
  // What appears once comes first: it tells whether the article still has the order in which it was published.
  for (const { found, ids } of groups.toSorted((a, b) => a.found.length - b.found.length)) {
    const decided = ids.filter((id) => decisions.has(id));
    for (const id of decided) {
      const chosen = found.find(({ spans }) => (occurrenceOf(text, spans) ?? 1) === decisions.get(id));
      if (chosen) plan.ids.set(chosen, id);
    }
    const free = found.filter((one) => !plan.ids.has(one));
    const left = ids.filter((id) => !decided.includes(id));
    const given = new Map(
      free.flatMap((one, index) => {
        const id = left[index];
        return id ? [[one, id] as const] : [];
      }),
    );
    const isPlain = left.length === free.length && (free.length === 1 || isInOrder([...plan.ids, ...given], rank));
    if (decided.length === 0 && left.length > 0 && !isPlain) {
      plan.questions.push(questionOn(left, free, text));
      plan.reconciled.added = plan.reconciled.added.filter((one) => !free.includes(one));
    } else for (const [one, id] of given) plan.ids.set(one, id);
  }
}

/** Whether statements come in the text as their ids were published: one after the other, from the first to the last. */
function isInOrder(ids: readonly (readonly [FoundStatement, StatementId])[], rank: Known['rank']): boolean {
  const inText = ids.toSorted(([a], [b]) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
  const ranks = inText.map(([, id]) => rank(id) ?? 0);
  return ranks.every((own, index) => index === 0 || own > (ranks[index - 1] ?? 0));
}

/**
 * Finds what went elsewhere: the words of articles that vanished with their records, and, in articles that lost theirs,
 * statements that had come from other articles.
 */
function takeAlong(plans: readonly Plan[], { rank, isUsed, former, articles }: Known): void {
  const fresh = plans.flatMap((plan) =>
    plan.reconciled.added.filter((found) => !plan.ids.has(found)).map((found) => ({ plan, found })),
  );
  if (articles.length * fresh.length > MOST_LOOKS) return;
  const isKnown = (id: StatementId): boolean => rank(id) !== undefined;
  const given = new Set(fresh.flatMap(({ plan }) => [...plan.ids.values()]));
  for (const [words, equal] of Map.groupBy(fresh, ({ found }) => normalizeWords(found.text))) {
    for (const address of articles) {
      if (!isKnown(idOf(address, words))) continue;
      const [target, ...others] = equal.filter(({ plan, found }) => !plan.ids.has(found));
      const isFree = (id: StatementId): boolean => !isUsed(id) && !former.isGone(id) && !given.has(id);
      const ids = idsMadeFor(address, words, isKnown).filter(isFree);
      const [id, ...rivals] = ids;
      // Equal words of several people are not told apart by an address.
      if (!id || !target || others.length + rivals.length > 0) continue;
      target.plan.ids.set(target.found, id);
      given.add(id);
    }
  }
}

/** The statements that are new in an article, equal ones together, in their order. */
const byWords = ({ reconciled }: Plan): Map<string, FoundStatement[]> =>
  Map.groupBy(reconciled.added, ({ text }) => normalizeWords(text));

function questionOn(ids: readonly StatementId[], found: readonly FoundStatement[], text: string): string {
  const places = found.map(({ spans, sentence }) => {
    return `    ${occurrenceOf(text, spans) ?? 1}: ${text.slice(sentence.start, sentence.end)}`;
  });
  const count = ids.length === 1 ? 'One address was' : `${ids.length} addresses were`;
  const reason = `${count} published for \`${found[0]?.text ?? ''}\`, and the record that told which is lost.`;
  return [`${ids.join(', ')}: ${reason}`, ...places].join('\n');
}
