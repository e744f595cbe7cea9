import { isDeepStrictEqual } from 'node:util';
import type { Document, YAMLMap } from 'yaml';
import { overlaps, type Span } from '../text/canonical-text.ts';
import type { SearchedText } from '../content/matching/evidence.ts';
import { anchorFor, locateAnchor, occurrenceOf, type Place, wholeAnchor } from '../content/matching/locate.ts';
import type { Anchor, RecordedStatement } from '../content/record-file.ts';
import { surroundingsOf } from '../content/matching/surroundings.ts';
import { setField, setWhereabouts, type Whereabouts } from './edit-record.ts';

/** What a record keeps of where equal words are: which of them, and the text around; nothing for words that appear once. */
export function whereabouts(text: string, spans: readonly Span[]): Whereabouts {
  const occurrence = occurrenceOf(text, spans);
  return occurrence === undefined ? {} : { occurrence, ...surroundingsOf(text, spans) };
}

/** Brings what an entry says of equal words up to date: which of them it is, and the text around. */
export function refreshPlace(
  document: Document,
  entry: YAMLMap,
  recorded: Pick<RecordedStatement, 'occurrence' | 'before' | 'after'>,
  spans: readonly Span[],
  text: string,
): void {
  const now = whereabouts(text, spans);
  const { occurrence, before, after } = recorded;
  if (now.occurrence !== occurrence || now.before !== before || now.after !== after)
    setWhereabouts(document, entry, now);
}

/**
 * Brings what an entry says of its place up to date, once that place is certain: which of the equal words it is, what
 * surrounds them, and the words that its attribution rests on. What is right already keeps its form.
 */
export function refreshStatement(
  document: Document,
  entry: YAMLMap,
  recorded: RecordedStatement,
  { spans }: Place,
  searched: SearchedText,
): void {
  refreshPlace(document, entry, recorded, spans, searched.text);
  for (const field of ['source', 'cue'] as const) {
    const anchor = recorded[field];
    if (!anchor) continue;
    const now = anchorNow(anchor, field, spans, searched);
    if (now !== anchor) setField(document, entry, field, now);
  }
}

/**
 * The words that an attribution rests on, as the text has them now. Those that are still near the statement stay; in a
 * paragraph that was edited, the program's reading tells which of equal words they are.
 */
function anchorNow(
  anchor: Anchor,
  field: 'source' | 'cue',
  spans: readonly Span[],
  { text, foundAt, around, isUnchanged }: SearchedText,
): Anchor {
  const { occurrence, quote } = wholeAnchor(anchor);
  const span = locateAnchor(text, anchor, spans);
  const isEdited = spans.some((own) => isUnchanged(own) === false);
  const isNear = span !== null && overlaps(span, around(spans, 0));
  const mayHaveMoved = !isNear && (isEdited || occurrence !== undefined || span === null);
  const found = isEdited || mayHaveMoved ? spans.map(foundAt).find((one) => one !== undefined)?.[field] : null;
  if (found && (mayHaveMoved || text.slice(found.start, found.end) === quote))
    return sameForm(anchor, anchorFor(text, found, spans));
  return span && occurrence !== undefined ? anchorFor(text, span, spans) : anchor;
}

/** An anchor as the editor wrote it if it says the same. */
const sameForm = (written: Anchor, now: Anchor): Anchor => (isDeepStrictEqual(written, now) ? written : now);
