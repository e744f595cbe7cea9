import type { StatementId } from '../base/ids.ts';
import { isReleased } from '../content/ledger.ts';
import { anchorFor, locateAnchor } from '../content/matching/locate.ts';
import type { Anchor } from '../content/record-file.ts';
import { DOUBLE, SINGLE } from '../find/quotes/marks.ts';
import type { FoundStatement } from '../find/find-statements.ts';
import { overlaps, overlapsAny, type Span } from '../text/canonical-text.ts';
import type { StatementType } from '../text/statement-types.ts';
import {
  acceptWords,
  addDismissed,
  addStatement,
  dropStatement,
  removeDismissed,
  retireStatement,
  setField,
  setWhereabouts,
  type NewStatement,
} from './edit-record.ts';
import { dismissedAs } from './dismissed-as.ts';
import { documentOf, type Editing, type Entry, nodeOf } from './editing.ts';
import { Refusal } from './refusal.ts';
import { type OpenArticle, rankOf, spansOf } from './open-article.ts';
import { whereabouts } from './refresh-statement.ts';
import { sourceOf } from './source-of.ts';

/** What may surround the words of a statement without being part of them. */
const MARKS = `${DOUBLE.openers}${DOUBLE.closers}${DOUBLE.straight}`;
const OPENERS = `${DOUBLE.openers}${SINGLE.openers}${DOUBLE.straight}`;

/** A clause has at least this many words, or ends with a stop: fewer are a fragment. */
const WORDS_OF_CLAUSE = 4;

/**
 * The words that an editor selected as the spans of a statement: one for each paragraph, without the white space and the
 * quotation marks around them.
 *
 * @param selected in the canonical text
 * @throws a `Refusal` if no words are left, or they are in a block of code
 */
export function selectedSpans({ source: { canonical } }: OpenArticle, selected: readonly Span[]): Span[] {
  const { text, paragraphs } = canonical;
  const parts = selected.flatMap((span) =>
    paragraphs
      .filter((paragraph) => overlaps(paragraph, span))
      .map((paragraph) => {
        if (paragraph.element.tagName === 'pre')
          throw new Refusal('These words are in a block of code, where no statement can be marked.');
        return trimmed(text, { start: Math.max(paragraph.start, span.start), end: Math.min(paragraph.end, span.end) });
      }),
  );
  const spans = parts.filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
  if (spans.length === 0) throw new Refusal('No words are selected. Select some words of the article.');
  const inOrder = spans.toSorted((a, b) => a.start - b.start);
  if (inOrder.some((span, index) => (inOrder[index + 1]?.start ?? Infinity) < span.end))
    throw new Refusal('The parts of the statement overlap. Narrow one of them.');
  return inOrder;
}

function trimmed(text: string, { start, end }: Span): Span {
  const isOuter = (character = ''): boolean => character.trim() === '' || MARKS.includes(character);
  let [from, to] = [start, end];
  while (from < to && isOuter(text[from])) from++;
  while (to > from && isOuter(text[to - 1])) to--;
  return { start: from, end: to };
}

/** Adds a statement that the program missed; its source is the one that the program reads there, if it reads any. */
export function addMarked(open: OpenArticle, spans: readonly Span[], editing: Editing): StatementId {
  refuseTaken(open, spans, []);
  const { source, searched } = open;
  const { text } = searched;
  const found = spans.map(searched.foundAt).find((one) => one !== undefined);
  const type = typeOf(text, spans);
  const id = editing.ids.make(source.address, wordsOf(text, spans).join(' '));
  const isOutside = (span: Span | null): Span | null =>
    span && !spans.some((own) => overlaps(own, span)) ? span : null;
  const made: NewStatement = found
    ? editing.maker.make(
        source,
        { ...found, spans: [...spans], type, source: isOutside(found.source), cue: isOutside(found.cue) },
        id,
      )
    : { id, type, quote: wordsOf(text, spans), ...whereabouts(text, spans), status: 'unattributed' };
  insertStatement(open, made, spans);
  return id;
}

/** Adds a statement that the program offers. */
export function addFound(open: OpenArticle, found: FoundStatement, editing: Editing): StatementId {
  refuseTaken(open, found.spans, []);
  const id = editing.ids.make(open.source.address, found.text);
  insertStatement(open, editing.maker.make(open.source, found, id), found.spans);
  return id;
}

/** Says of what the program offers that it is not a statement. */
export function dismissFound({ source }: OpenArticle, found: FoundStatement): void {
  addDismissed(documentOf(source), dismissedAs(source, found));
}

/** Gives a statement other words of its article: more, fewer, or in several spans. Its id stays. */
export function setSpans(
  open: OpenArticle,
  entry: Entry,
  spans: readonly Span[],
  editing: Editing,
  why?: string,
): void {
  refuseTaken(open, spans, spansOf(open, entry));
  const { statement, source, index } = entry;
  const { text } = open.searched;
  const [document, node] = [documentOf(source), nodeOf(entry)];
  const before = {
    until: editing.today,
    quote: statement.quote,
    why: why ?? 'The extent of the quotation was corrected.',
  };
  acceptWords(document, index, wordsOf(text, spans), isReleased(editing.ledger, statement.id) ? before : null);
  setWhereabouts(document, node, whereabouts(text, spans));
  for (const field of ['source', 'cue'] as const)
    if (statement[field]) setField(document, node, field, anchorAt(open, entry, field, spans));
}

/** The words on which the attribution of a statement rests, as those nearest to other spans; none if they are inside these. */
function anchorAt(
  open: OpenArticle,
  entry: Entry,
  field: 'source' | 'cue',
  spans: readonly Span[],
): Anchor | undefined {
  const anchor = entry.statement[field];
  const { text } = open.searched;
  const at = anchor && locateAnchor(text, anchor, spansOf(open, entry));
  if (!at) return anchor;
  return spans.some((span) => overlaps(span, at)) ? undefined : anchorFor(text, at, spans);
}

/** Makes one statement of two: the first keeps its id, unless only the other was released. Returns the entry that stays. */
export function joinEntries(open: OpenArticle, first: Entry, second: Entry, editing: Editing): Entry {
  if (first.index === second.index) throw new Refusal('A statement cannot be joined with itself.');
  if (sourceOf(first.statement) !== sourceOf(second.statement))
    throw new Refusal('The two are not by the same speaker. Correct the speaker of one of them first.');
  if (second.statement.note !== undefined && first.statement.note !== undefined)
    throw new Refusal('Both have a note. Keep one of the notes in the record, and join them then.');
  const [kept, dropped] =
    isReleased(editing.ledger, second.statement.id) && !isReleased(editing.ledger, first.statement.id)
      ? [second, first]
      : [first, second];
  const spans = [...spansOf(open, kept), ...spansOf(open, dropped)].sort((a, b) => a.start - b.start);
  if (spansOf(open, kept).length === 0 || spansOf(open, dropped).length === 0)
    throw new Refusal('The words of one of them are not found in the article. Run `npm run record`.');
  const between = overlapsAny([{ start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 }]);
  const others = open.matches.statements.filter((_, index) => index !== kept.index && index !== dropped.index);
  if (others.some((match) => match.kind === 'found' && match.place.spans.some(between)))
    throw new Refusal('Another statement is between the two. Join neighbours.');
  setSpans({ ...open, matches: without(open, dropped) }, kept, spans, editing);
  if (dropped.statement.note !== undefined) nodeOf(kept).set('note', dropped.statement.note);
  const { id, quote } = dropped.statement;
  if (!id) return kept;
  const document = documentOf(dropped.source);
  if (isReleased(editing.ledger, id)) {
    const why = `Its words are part of the statement ${kept.statement.id ?? ''} now.`;
    retireStatement(document, { id, was: quote.join(' '), on: editing.today, why });
  } else dropStatement(document, id);
  return kept;
}

/** Makes a statement of its own of some words of another; it has the same speaker and day. */
export function splitEntry(open: OpenArticle, entry: Entry, spans: readonly Span[], editing: Editing): StatementId {
  const { text } = open.searched;
  const own = spansOf(open, entry);
  const isOwn = (span: Span): boolean => own.some(({ start, end }) => span.start >= start && span.end <= end);
  if (!spans.every(isOwn)) throw new Refusal('These are not words of this statement. Select some of its own words.');
  const rest = own.flatMap((span) => minus(text, span, spans));
  if (rest.length === 0) throw new Refusal('These are all of its words: nothing is left to split off.');
  const { type, speaker, described, proposed, role, status, sure, said, saidBasis } = entry.statement;
  const [source, cue] = [anchorAt(open, entry, 'source', spans), anchorAt(open, entry, 'cue', spans)];
  setSpans(open, entry, rest, editing);
  const id = editing.ids.make(open.source.address, wordsOf(text, spans).join(' '));
  const made: NewStatement = {
    id,
    type,
    quote: wordsOf(text, spans),
    ...whereabouts(text, spans),
    ...{ speaker, described, proposed, role, source, cue, status, said, saidBasis },
    ...(sure ? {} : { sure }),
  };
  insertStatement(open, made, spans);
  return id;
}

/** What is left of a span without others. */
function minus(text: string, span: Span, others: readonly Span[]): Span[] {
  const cuts = others.filter((other) => overlaps(other, span)).toSorted((a, b) => a.start - b.start);
  const starts = [span.start, ...cuts.map(({ end }) => end)];
  const ends = [...cuts.map(({ start }) => start), span.end];
  return starts
    .map((start, index) => trimmed(text, { start, end: Math.max(start, ends[index] ?? start) }))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

function insertStatement(open: OpenArticle, made: NewStatement, spans: readonly Span[]): void {
  const document = documentOf(open.source);
  addStatement(document, made, rankOf(open, spans[0]?.start ?? 0));
  // What is a statement now was not one, as a whole or in part.
  const isMarked = overlapsAny(spans);
  for (const [index, entry] of (open.source.record?.value?.dismissed ?? []).entries()) {
    const match = open.matches.dismissed[index];
    if (match?.kind === 'found' && match.place.spans.some(isMarked))
      removeDismissed(document, entry.quote, entry.occurrence);
  }
}

/** Two statements cannot share words; those that a statement has may be its own again. */
function refuseTaken(open: OpenArticle, spans: readonly Span[], own: readonly Span[]): void {
  const isOwn = (span: Span): boolean => own.some(({ start, end }) => start === span.start && end === span.end);
  const taken = open.matches.statements
    .flatMap((match) => (match.kind === 'found' ? match.place.spans : []))
    .filter((span) => !isOwn(span));
  if (spans.some(overlapsAny(taken)))
    throw new Refusal('Some of these words are those of another statement. Narrow that one first, or join the two.');
}

/** The matches of a record without those of one statement. */
const without = ({ matches }: OpenArticle, { index }: Entry): OpenArticle['matches'] => ({
  ...matches,
  statements: matches.statements.map((match, at) => (at === index ? { kind: 'missing' } : match)),
});

const wordsOf = (text: string, spans: readonly Span[]): string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

/** The type of some words, by the marks around them and their number. */
function typeOf(text: string, spans: readonly Span[]): StatementType {
  const isMarked = ({ start }: Span): boolean => start > 0 && OPENERS.includes(text[start - 1] ?? '');
  if (!spans.some(isMarked)) return 'reported';
  const words = wordsOf(text, spans).join(' ');
  return /[.!?…]$/.test(words) || words.split(/\s+/).length >= WORDS_OF_CLAUSE ? 'direct' : 'partial';
}
