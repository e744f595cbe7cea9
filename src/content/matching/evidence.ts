import { overlaps, type Span } from '../../text/canonical-text.ts';
import type { FoundStatement } from '../../find/find-statements.ts';
import { type Place, wholeAnchor } from './locate.ts';
import type { RecordedStatement } from '../record-file.ts';
import { isAroundAsRecorded, likenessOfSide, surroundingsOf, wordsIn } from './surroundings.ts';

/** An article's text as recorded statements are found in it. */
export interface SearchedText {
  text: string;
  /** Whether it is the text that was searched last. */
  isCurrent: boolean;
  /** The statement that the program finds at some span; `undefined` when it finds none there. */
  foundAt: (span: Span) => FoundStatement | undefined;
  /** Whether the text dates a found statement as the record does; `null` when one of them has no day. */
  isSaidThen: (found: FoundStatement, recorded: RecordedStatement) => boolean | null;
  /** Whether the paragraphs of a span are as they were when the text was last searched; `null` when that is not known. */
  isUnchanged: (span: Span) => boolean | null;
  /** The paragraphs that hold some spans, with as many more on each side as asked for. */
  around: (spans: readonly Span[], more: number) => Span;
}

/** What a place says of a recorded statement. */
export interface Evidence {
  /** Whether the place names the source that the record names; `absent` when that is nowhere near. */
  source: 'same' | 'other' | 'absent' | 'unknown';
  cue: 'same' | 'other' | 'unknown';
  day: 'same' | 'other' | 'unknown';
  /** How much of the recorded text before and after the statement is there, 0 to 1; `null` when nothing can tell. */
  before: number | null;
  after: number | null;
  /** The place was not edited and is surrounded otherwise than recorded: it cannot be that of the statement. */
  isElsewhere: boolean;
  /** The words are those of a statement that the program finds. */
  isFound: boolean;
  /** The article's words here, and those that name the source, were not edited. */
  isUnchanged: boolean | null;
}

/** Compares a recorded statement with a place where its words appear. */
export function evidenceAt(recorded: RecordedStatement, { spans }: Place, searched: SearchedText): Evidence {
  const { text } = searched;
  const found = spans.map(searched.foundAt).find((one) => one !== undefined);
  const wordsOf = (span: Span | null | undefined): string | null => (span ? text.slice(span.start, span.end) : null);
  const own = { source: quoteOf(recorded.source), cue: quoteOf(recorded.cue) };
  const here = { source: wordsOf(found?.source), cue: wordsOf(found?.cue) };
  const sides = surroundingsOf(text, spans);
  const ignored = new Set([own.source, here.source].flatMap((words) => wordsIn(words ?? '')));
  const isThen = found ? searched.isSaidThen(found, recorded) : null;
  const places = [...spans, ...(found?.source ? [found.source] : [])];
  const unchanged = places.map(searched.isUnchanged);
  return {
    source: compareSource(
      own.source,
      recorded.speaker ?? recorded.proposed,
      here.source,
      found?.who?.name ?? null,
      (words, more) => appears(words, spans, searched.around(spans, more), text),
    ),
    cue: !own.cue || !here.cue ? 'unknown' : own.cue === here.cue ? 'same' : 'other',
    day: isThen === null ? 'unknown' : isThen ? 'same' : 'other',
    before: likenessOfSide(recorded.before, sides.before, ignored),
    after: likenessOfSide(recorded.after, sides.after, ignored),
    isFound: found !== undefined,
    isElsewhere:
      spans.every((span) => searched.isUnchanged(span) === true) &&
      !isAroundAsRecorded(recorded, text, spans, searched.around(spans, 0)),
    isUnchanged: unchanged.includes(null) ? null : unchanged.every(Boolean),
  };
}

const quoteOf = (anchor: RecordedStatement['source']): string | null => (anchor ? wholeAnchor(anchor).quote : null);

function compareSource(
  own: string | null,
  speaker: string | undefined,
  here: string | null,
  name: string | null,
  isWithin: (words: string, more: number) => boolean,
): Evidence['source'] {
  if (!own) return 'unknown';
  if (!here) return isWithin(own, 0) ? 'same' : isWithin(own, 1) ? 'unknown' : 'absent';
  // A pronoun that became the speaker's name, or a name another form of it, names the same.
  const names = [own, ...(speaker ? [speaker.replaceAll('-', ' ')] : [])];
  return names.some((one) => isSameSource(one, here) || (name !== null && isSameSource(one, name))) ? 'same' : 'other';
}

/** Whether two texts name one source: the same words, or one the end of the other, as in "Ada Quill" and "Quill". */
export function isSameSource(a: string, b: string): boolean {
  const [shorter, longer] = [wordsIn(a), wordsIn(b)].toSorted((x, y) => x.length - y.length);
  if (!shorter || !longer || shorter.length === 0) return false;
  return shorter.every((word, index) => word === longer[longer.length - shorter.length + index]);
}

/** Whether words appear in a stretch of text, outside of a statement. */
function appears(words: string, spans: readonly Span[], { start, end }: Span, text: string): boolean {
  for (let at = text.indexOf(words, start); at >= 0 && at < end; at = text.indexOf(words, at + 1)) {
    if (!spans.some((span) => overlaps(span, { start: at, end: at + words.length }))) return true;
  }
  return false;
}
