import type { FoundStatement } from '../find/find-statements.ts';
import { occurrenceOf } from '../statements/locate.ts';
import { idOf, idsMadeFor, normalizeWords } from '../statements/statement-id.ts';
import type { FormerAddresses } from './former-addresses-of.ts';
import type { Plan } from './plan.ts';

/** Which of the equal words an editor gave to an id, from 1. */
export type Decisions = ReadonlyMap<string, number>;

interface Known {
  /** Whether an id was ever published. */
  isKnown: (id: string) => boolean;
  /** Whether a record has it. */
  isUsed: (id: string) => boolean;
  former: FormerAddresses;
  decisions: Decisions;
}

/** More looks at articles that vanished than this are not worth the time: a second on a small machine. */
const MOST_LOOKS = 200_000;

/**
 * Gives statements whose entries are lost their ids back: ids are made from the article's address and the words, so both
 * tell which addresses were published for a found statement.
 *
 * - The record is there and lacks the entry: an editor removed it, and it stays away.
 * - The record is lost: its ids return, if as many equal words are there as ids; else the editor is asked.
 * - An article is gone with its record, and its words are new elsewhere in the same run: they take their ids along.
 */
export function restoreIds(plans: readonly Plan[], known: Known): void {
  for (const plan of plans) {
    if (plan.reconciled.added.length === 0) continue;
    if (plan.source.record) setAsideRemoved(plan, known);
    else restoreRecord(plan, known);
  }
  takeAlong(plans, known);
}

function setAsideRemoved(plan: Plan, { isKnown, isUsed, former }: Known): void {
  const addresses = [plan.source.address, ...former.of(plan.source)];
  for (const [words, equal] of byWords(plan)) {
    const ids = addresses.flatMap((address) => idsMadeFor(address, words, isKnown)).filter((id) => !isUsed(id));
    plan.removed.push(...equal.slice(0, ids.length).map((found, index) => ({ found, id: ids[index] ?? '' })));
  }
  const isRemoved = new Set(plan.removed.map(({ found }) => found));
  plan.reconciled.added = plan.reconciled.added.filter((found) => !isRemoved.has(found));
}

function restoreRecord(plan: Plan, { isKnown, isUsed, decisions }: Known): void {
  const { text } = plan.source.canonical;
  for (const [words, equal] of byWords(plan)) {
    const ids = idsMadeFor(plan.source.address, words, isKnown).filter((id) => !isUsed(id));
    const decided = ids.filter((id) => decisions.has(id));
    for (const id of decided) {
      const found = equal.find(({ spans }) => (occurrenceOf(text, spans) ?? 1) === decisions.get(id));
      if (found) plan.ids.set(found, id);
    }
    const free = equal.filter((found) => !plan.ids.has(found));
    const left = ids.filter((id) => !decided.includes(id));
    if (decided.length === 0 && left.length > 0 && left.length !== free.length) {
      plan.questions.push(questionOn(left, free, text));
    } else {
      free.slice(0, left.length).forEach((found, index) => plan.ids.set(found, left[index] ?? ''));
    }
  }
}

/** Articles that vanished with their records: where their words are now, and nothing else could have them. */
function takeAlong(plans: readonly Plan[], { isKnown, isUsed, former }: Known): void {
  const fresh = plans.flatMap((plan) =>
    plan.reconciled.added.filter((found) => !plan.ids.has(found)).map((found) => ({ plan, found })),
  );
  if (former.lost.length * fresh.length > MOST_LOOKS) return;
  for (const [words, equal] of Map.groupBy(fresh, ({ found }) => normalizeWords(found.text))) {
    for (const address of former.lost) {
      if (!isKnown(idOf(address, words))) continue;
      const free = equal.filter(({ plan, found }) => !plan.ids.has(found));
      const ids = idsMadeFor(address, words, isKnown).filter((id) => !isUsed(id) && !former.isGone(id));
      if (ids.length === free.length) free.forEach(({ plan, found }, index) => plan.ids.set(found, ids[index] ?? ''));
    }
  }
}

/** The statements that are new in an article, equal ones together, in their order. */
const byWords = ({ reconciled }: Plan): Map<string, FoundStatement[]> =>
  Map.groupBy(reconciled.added, ({ text }) => normalizeWords(text));

function questionOn(ids: readonly string[], found: readonly FoundStatement[], text: string): string {
  const places = found.map(({ spans, sentence }) => {
    return `    ${occurrenceOf(text, spans) ?? 1}: ${text.slice(sentence.start, sentence.end)}`;
  });
  const count = ids.length === 1 ? 'One address was' : `${ids.length} addresses were`;
  const reason = `${count} published for \`${found[0]?.text ?? ''}\`, and the record that told which is lost.`;
  return [`${ids.join(', ')}: ${reason}`, ...places].join('\n');
}
