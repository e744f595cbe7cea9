import { z } from 'zod';
import { edtf, line, oneOf, speakerId, statementId } from '../../base/fields.ts';
import type { StatementId } from '../../base/ids.ts';
import { SAID_BASES } from '../../text/said-basis.ts';
import { attributeEntry, confirmEntry, dateEntry, dismissEntry, retypeEntry } from '../../record/decisions.ts';
import {
  addFound,
  addMarked,
  dismissFound,
  joinEntries,
  selectedSpans,
  setSpans,
  splitEntry,
} from '../../record/edit-spans.ts';
import type { Editing, Entry } from '../../record/editing.ts';
import { afterEdits, entryOf, type OpenArticle, spansOf } from '../../record/open-article.ts';
import { describe } from '../../text/describe.ts';
import { formatEdtf } from '../../text/dates.ts';
import { STATEMENT_TYPES, typeWords } from '../../text/statement-types.ts';
import { problemsOf, refuseBroken } from '../../record/refuse-broken.ts';
import type { Desk, DeskArticle, Told } from '../desk.ts';
import { offeredIn } from './item.ts';

const span = z.strictObject({ start: z.int().min(0), end: z.int().min(0) });
const spans = z.array(span).min(1).max(100);
const why = line.optional().catch(undefined);

const who = z.union([
  z.strictObject({ speaker: speakerId }),
  z.strictObject({ name: line, kind: oneOf(['person', 'organisation']) }),
  z.strictObject({ described: z.boolean() }),
]);

/** What an editor decides of a statement, as the page sends it. */
export const decisionSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('confirm') }),
  z.strictObject({ act: z.literal('dismiss') }),
  z.strictObject({ act: z.literal('speaker'), who, role: line.optional(), source: span.optional(), why }),
  z.strictObject({ act: z.literal('day'), said: edtf.nullable(), basis: oneOf(SAID_BASES).optional() }),
  z.strictObject({ act: z.literal('type'), type: oneOf(STATEMENT_TYPES) }),
  z.strictObject({ act: z.literal('spans'), spans, why }),
  z.strictObject({ act: z.literal('mark'), spans }),
  z.strictObject({ act: z.literal('split'), spans }),
  z.strictObject({ act: z.literal('join'), with: statementId }),
]);

export type Decision = z.infer<typeof decisionSchema>;

/** What a decision did. */
export interface Decided extends Told {
  id: StatementId;
  /** The statement that is to be decided on next: one that was made; `null`: the next one of the queue. */
  made: StatementId | null;
}

/**
 * Does what an editor decided of a statement, by the same functions as `npm run record`.
 *
 * @param at the statement, its article, and the version of the article that the editor saw
 */
export async function decide(
  desk: Desk,
  at: { id: StatementId; path: string; version: string },
  decision: Decision,
): Promise<Decided> {
  const { id, path, version } = at;
  return await desk.editArticle(path, version, (article, editing): Decided => {
    const { language, ids: known, addresses } = desk.state;
    const setting = { language, known, addresses };
    const before = CHECKED.has(decision.act) ? new Set(problemsOf(article.open, setting)) : null;
    const decided = decideIn(article, id, decision, editing);
    if (before) refuseBroken(article.open, before, setting);
    return decided;
  });
}

/** Acts that may leave a record that does not fit its article; the others cannot. */
const CHECKED = new Set<Decision['act']>(['day', 'type', 'spans', 'mark', 'split', 'join']);

function decideIn(article: DeskArticle, id: StatementId, decision: Decision, editing: Editing): Decided {
  const offered = offeredIn(article.open, article.found).get(id);
  if (!offered) return decideRecorded(article.open, id, decision, editing);
  const words = describe(offered.text, LABEL_LENGTH);
  if (decision.act === 'dismiss') {
    dismissFound(article.open, offered);
    return { label: `Not a statement: ${words}`, id, made: null };
  }
  if (decision.act === 'mark') {
    const spans = selectedSpans(article.open, decision.spans);
    return { label: `Marked instead of: ${words}`, id, made: addMarked(article.open, spans, editing) };
  }
  // What was only offered becomes a statement, and is then decided on like any other.
  const added = addFound(article.open, offered, editing);
  return decideRecorded(afterEdits(article.open), added, decision, editing);
}

/** In characters: the log shows one line. */
const LABEL_LENGTH = 40;

function decideRecorded(open: OpenArticle, id: StatementId, decision: Decision, editing: Editing): Decided {
  const entry = entryOf(open, id);
  const { statement } = entry;
  const words = describe(statement.quote.join(' '), LABEL_LENGTH);
  const told = (label: string, made: StatementId | null = null): Decided => ({ label: `${label}: ${words}`, id, made });
  switch (decision.act) {
    case 'confirm':
      confirmEntry(entry, editing);
      return told('Confirmed');
    case 'dismiss':
      dismissEntry(entry, editing);
      return told('Not a statement');
    case 'speaker': {
      const { who: by, role, source, why: reason } = decision;
      attributeEntry(entry, by, { role, source, spans: spansOf(open, entry), why: reason }, editing);
      return told(`By ${nameOf(decision)}`);
    }
    case 'day': {
      const { said, basis = 'editor' } = decision;
      dateEntry(entry, said === null ? null : { said, saidBasis: basis });
      return told(said === null ? 'No day' : `Said ${formatEdtf(said)}`);
    }
    case 'type':
      retypeEntry(entry, decision.type);
      return told(`Is ${typeWords(decision.type)}`);
    case 'spans':
      setSpans(open, entry, selectedSpans(open, decision.spans), editing, decision.why);
      return told('Other words', id);
    case 'mark':
      return told('Marked a new statement beside', addMarked(open, selectedSpans(open, decision.spans), editing));
    case 'split':
      return told('Split', splitEntry(open, entry, selectedSpans(open, decision.spans), editing));
    case 'join': {
      const kept = joinEntries(open, ...inOrder(entry, entryOf(open, decision.with)), editing);
      return { ...told('Joined'), made: kept.statement.id ?? null };
    }
  }
}

const inOrder = (a: Entry, b: Entry): [Entry, Entry] => (a.index < b.index ? [a, b] : [b, a]);

function nameOf({ who: by }: Extract<Decision, { act: 'speaker' }>): string {
  if ('speaker' in by) return by.speaker;
  if ('name' in by) return by.name;
  return by.described ? 'somebody described' : 'nobody who is named';
}
