import { overlaps, type Span } from '../text/canonical-text.ts';
import type { Day } from '../base/day.ts';
import type { Edtf } from '../base/edtf.ts';
import { findDates } from './dates/find-dates.ts';
import { CUE_VERBS } from './grammar/words.ts';
import type { FoundStatement } from './find-statements.ts';

/** When a statement was made, and what says so: the text, or the text about a broadcast. */
export interface SaidDate {
  said: Edtf;
  saidBasis: 'text' | 'broadcast';
}

/** Words after which a date is a beginning, an end or a limit, and not the time of speaking. */
const BOUND = /\b(?:since|until|till|by|before|after|from|for|ahead of|planned|scheduled)\s+(?:the\s+)?$/i;
const BROADCAST = /\b(?:broadcast|aired|televised|airing)\b[^.]{0,20}$/i;
/** The reporter's clause about the speaking itself: ", when it reacted in February". */
const OWN_CLAUSE = /\bwhen (?:he|she|they|it) \p{Ll}+(?: \p{Ll}+)? (?:in|on)\s+$/u;
/** What may come before a date at the beginning of a sentence: "On", "But in", "In an interview broadcast on". */
const LEADS_IN =
  /^\W*(?:(?:and|but|then|earlier|also)\s+)*(?:(?:in|on|at|during|speaking|appearing|asked)\b(?:(?!\b(?:that|who|which)\b)[^,;:—])*)?$/i;
/** In characters: how far after the cue a date may be, "told reporters in the harbour office on Wednesday". */
const FARTHEST = 120;

/**
 * When an English statement was made, if its sentence says so: at its beginning ("In January, Quill asked"), between
 * the source and the cue, or after the cue before the words begin. A date within what was said does not tell when it
 * was said, so a date after "that" or after a verb of another clause is ignored.
 *
 * @returns `null` if there is no such date: dates are never guessed
 */
export function findSaidDate(
  text: string,
  { spans, source, cue, sentence }: Pick<FoundStatement, 'spans' | 'source' | 'cue' | 'sentence'>,
  published: Day,
): SaidDate | null {
  if (!source || !cue) return null;
  for (const { date, ...place } of findDates(text.slice(sentence.start, sentence.end), published)) {
    const span = { start: sentence.start + place.start, end: sentence.start + place.end };
    if (spans.some((own) => overlaps(own, span))) continue;
    const before = text.slice(sentence.start, span.start);
    if (BOUND.test(before) || !tellsWhen(text, span, { spans, source, cue, sentence })) continue;
    return { said: date, saidBasis: BROADCAST.test(before) ? 'broadcast' : 'text' };
  }
  return null;
}

/** A statement with the words that attribute it. */
interface Told {
  spans: readonly Span[];
  source: Span;
  cue: Span;
  sentence: Span;
}

function tellsWhen(text: string, date: Span, { spans, source, cue, sentence }: Told): boolean {
  const first = Math.min(source.start, cue.start);
  const last = Math.max(source.end, cue.end);
  const [words] = spans;
  if (date.end <= first) {
    // "In January, Quill", "On Monday Quill": it begins the sentence, or the source's own clause.
    const lead = text.slice(date.end, first);
    const opening = text.slice(sentence.start, date.start);
    const isApart = !spans.some((span) => span.start < first && span.start >= date.end);
    return isApart && /^[\s,]*$/.test(lead) && LEADS_IN.test(opening);
  }
  if (date.start < last) return true;
  const between = text.slice(last, date.start);
  if (OWN_CLAUSE.test(between)) return true;
  const isInside = words !== undefined && words.start > last && date.start > words.start;
  if (isInside)
    return (
      endsClause(text, date) && /^["”»]?\s*(?:(?:in|on)\s+)?$/.test(text.slice(spans.at(-1)?.end ?? 0, date.start))
    );
  const isSpeech = CUE_VERBS.get(text.slice(cue.start, cue.end).toLowerCase())?.kind === 'speech';
  if (!isSpeech) return /^\s*(?:\p{L}+ly )?(?:(?:in|on|earlier|late|back in) )?(?:the )?$/u.test(between);
  return (
    between.length <= FARTHEST &&
    !/\bthat\b|[;:—–]|["“”«»]/.test(between) &&
    !/,\s+(?:who|which|and|but|while)\b/.test(between)
  );
}

const endsClause = (text: string, { end }: Span): boolean => /^\s*(?:[.,;]|$)/.test(text.slice(end, end + 3));
