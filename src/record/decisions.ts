import type { Edtf } from '../base/edtf.ts';
import type { SpeakerId } from '../base/ids.ts';
import { isReleased } from '../content/ledger.ts';
import { anchorFor, wholeAnchor } from '../content/matching/locate.ts';
import type { SaidBasis } from '../text/said-basis.ts';
import type { Span } from '../text/canonical-text.ts';
import type { StatementType } from '../text/statement-types.ts';
import {
  addDismissed,
  addHistory,
  dropStatement,
  retireStatement,
  setAttribution,
  setField,
  type Attribution,
} from './edit-record.ts';
import { documentOf, type Editing, type Entry, nodeOf } from './editing.ts';
import { Refusal } from './refusal.ts';
import { placeOf } from './place-of.ts';
import { sourceOf } from './source-of.ts';

/** Whom an editor says that a statement is by. */
export type Who =
  | { speaker: SpeakerId }
  /** Somebody whom the archive does not have yet. */
  | { name: string; kind: 'person' | 'organisation' }
  /** Somebody whom the article describes, in the words of its source. */
  | { described: true }
  /** Nobody whom the article names or describes. */
  | { described: false };

/** What an editor says of who speaks, beyond the name. */
export interface Said {
  /** What the article says that the speaker is. */
  role?: string | undefined;
  /** The words of the article that name the speaker, and those of the statement. */
  source?: Span | undefined;
  spans?: readonly Span[];
  /** Why a released statement gets another speaker: a sentence for readers. */
  why?: string | undefined;
}

/** Marks a statement as seen by an editor, as it is: a proposed name becomes a speaker, one without a file gets one. */
export function confirmEntry(entry: Entry, { speakers }: Editing): void {
  const { source, statement, index } = entry;
  const { speaker, described, proposed, role } = statement;
  const place = placeOf(source, index);
  if (speaker && !speakers.accept(speaker))
    throw new Refusal(`\`${speaker}\` cannot become a speaker. Write the id of another one at ${place}.`);
  const accepted = speaker ?? (proposed && speakers.acceptProposed(proposed));
  if (proposed && !accepted)
    throw new Refusal(
      `\`${proposed}\` would be the id of another speaker, or is none. Write \`speaker:\` at ${place}.`,
    );
  const who = accepted ? { speaker: accepted } : { described: described ?? false };
  setAttribution(documentOf(source), nodeOf(entry), { ...who, ...(role ? { role } : {}), status: 'confirmed' });
}

/** Takes out what is not a statement: it is not found again, and what was released says that it is gone. */
export function dismissEntry({ source, statement }: Entry, { ledger, today: on }: Editing): void {
  const { id, quote, occurrence, before, after, speaker, source: named } = statement;
  const document = documentOf(source);
  const why = 'It was not a statement.';
  const known = { ...(speaker ? { speaker } : {}), ...(named ? { source: wholeAnchor(named).quote } : {}) };
  if (id && isReleased(ledger, id)) retireStatement(document, { id, was: quote.join(' '), ...known, on, why });
  else if (id) dropStatement(document, id);
  addDismissed(document, {
    quote,
    ...(occurrence ? { occurrence, before, after } : {}),
    ...(named ? { source: named } : {}),
  });
}

/** Says who speaks, which confirms a statement. Who it was before goes to the history of one that was released. */
export function attributeEntry(entry: Entry, who: Who, said: Said, editing: Editing): void {
  const { source, statement } = entry;
  const document = documentOf(source);
  const node = nodeOf(entry);
  const now = attributionBy(who, editing);
  const { speakers } = editing;
  const isOther = now.speaker !== (statement.speaker && speakers.idOf(statement.speaker));
  // A role belongs to whom the article says it of.
  const role = said.role ?? (isOther ? undefined : statement.role);
  if (said.source && said.spans)
    setField(document, node, 'source', anchorFor(source.canonical.text, said.source, said.spans));
  setAttribution(document, node, { ...now, ...(role ? { role } : {}) });
  if (isOther || now.described !== statement.described)
    tellBefore(entry, said.why ?? 'The speaker was corrected.', editing);
}

/** Keeps who a released statement was by in its history; nobody known leaves nothing to tell. */
function tellBefore({ source, statement, index }: Entry, why: string, { ledger, today: until }: Editing): void {
  const { id, speaker } = statement;
  const described = sourceOf(statement);
  if (!isReleased(ledger, id) || described === null) return;
  addHistory(documentOf(source), index, { until, ...(speaker ? { speaker } : { described }), why });
}

function attributionBy(who: Who, { speakers }: Editing): Attribution {
  if ('described' in who) return { described: who.described, status: 'confirmed' };
  if ('speaker' in who) {
    if (!speakers.has(who.speaker)) throw new Refusal(`There is no speaker \`${who.speaker}\`. Choose another one.`);
    return { speaker: speakers.idOf(who.speaker), status: 'confirmed' };
  }
  const speaker = speakers.acceptName(who.name, who.kind);
  if (speaker === null)
    throw new Refusal(
      `\`${who.name}\` cannot become a speaker: the id made from it is in use or was in use, or it is none. Choose the speaker from the list, or add a word to the name.`,
    );
  return { speaker, status: 'confirmed' };
}

/** Takes away what a statement says of who speaks: nobody is known. */
export function clearAttribution(entry: Entry, editing: Editing): void {
  tellBefore(entry, 'The attribution was withdrawn.', editing);
  setAttribution(documentOf(entry.source), nodeOf(entry), { status: 'unattributed' });
}

/** Says when a statement was said, and what that rests on; `null`: nobody knows. */
export function dateEntry(entry: Entry, date: { said: Edtf; saidBasis: SaidBasis } | null): void {
  const [document, node] = [documentOf(entry.source), nodeOf(entry)];
  setField(document, node, 'said', date?.said);
  setField(document, node, 'saidBasis', date?.saidBasis);
}

/** Says of what type a statement is. */
export function retypeEntry(entry: Entry, type: StatementType): void {
  setField(documentOf(entry.source), nodeOf(entry), 'type', type);
}
