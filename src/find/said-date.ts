import { overlaps, type Span } from '../text/canonical-text.ts';
import { type Day, parseDay } from '../base/day.ts';
import type { Edtf } from '../base/edtf.ts';
import { findDates } from './dates/find-dates.ts';
import { CUE_VERBS } from './grammar/words.ts';
import type { FoundStatement } from './find-statements.ts';
import type { Telling } from './occasions.ts';

/** When a statement was made, and what says so: its sentence, that of a broadcast, or the occasion that it belongs to. */
export interface SaidDate {
  said: Edtf;
  saidBasis: 'text' | 'broadcast' | 'same-occasion';
}

/** Words after which a date is a beginning, an end or a limit, and not the time of speaking. */
const BOUND = /\b(?:since|until|till|by|before|after|from|for|ahead of|planned|scheduled)\s+(?:the\s+)?$/i;
const BROADCAST = /\b(?:broadcast|aired|televised|airing)\b[^.]{0,20}$/i;
/** The reporter's clause about the speaking itself: ", when it reacted in February". */
const OWN_CLAUSE =
  /\bwhen (?:he|she|they|it) (?:reacted|responded|spoke|testified|appeared|was asked|were asked|addressed \p{Ll}+) (?:in|on)\s+$/u;
/** What may come before a date at the beginning of a sentence: "On", "But in", "In an interview broadcast on". */
const LEADS_IN =
  /^\W*(?:(?:and|but|then|earlier|also)\s+)*(?:(?:in|on|at|during|speaking|talking|appearing|asked)\b(?:(?!\b(?:that|who|which)\b)[^,;:—])*)?$/i;
/** A clause of its own, about something else than the speaking. */
const OTHER_CLAUSE = /\b(?:who|which|whose|where|when|that|to|will|would)\b/i;
/** "testified about a July 10 meeting": the day of what is spoken about. */
const ABOUT = /\b(?:about|of|over|for|from|regarding|concerning)\s+(?:an?|the|his|her|its|their)\s+(?:\p{L}+\s+)?$/iu;
/** A sentence about another time than that of the story. */
const FLASHBACK = /\b(?:already|earlier|previously|once|originally|initially|last (?:week|month|year)|ago)\b/i;
/** "has said": some time before. */
const PERFECT = /\b(?:has|have|had)\b[^,;:]{0,20}$/i;
/** In characters: how far after the cue a date may be, "told reporters in the harbour office on Wednesday". */
const FARTHEST = 120;

/**
 * When an English statement was made, if its sentence says so: at its beginning ("In January, Quill asked"), between
 * the source and the cue, or after the cue before the words begin. A date within what was said does not tell when it
 * was said, so a date after "that" or after a verb of another clause is ignored.
 *
 * If its sentence does not, it may belong to an occasion whose day the article names: "told reporters on Wednesday. …
 * She also said". That day is uncertain, as its `?` says.
 *
 * @returns `null` if there is no such date: dates are never guessed
 */
export function findSaidDate(
  text: string,
  found: Pick<FoundStatement, 'spans' | 'source' | 'cue' | 'sentence' | 'occasions'>,
  published: Day,
): SaidDate | null {
  const { source, cue, sentence } = found;
  if (!source || !cue) return null;
  const own = dateOfTelling(text, { ...found, source, cue }, published);
  if (own) return own;
  if (!isSpeech(text, cue)) return null;
  const isOfAnotherTime =
    FLASHBACK.test(narration(text, found)) ||
    PERFECT.test(text.slice(sentence.start, Math.max(cue.start, sentence.start)));
  if (isOfAnotherTime) return null;
  for (const telling of found.occasions) {
    const date = dateOfTelling(text, telling, published);
    const day = date && parseDay(date.said);
    if (day) return { said: `${day}?` as Edtf, saidBasis: 'same-occasion' };
  }
  return null;
}

/** The words of a statement's sentence that are the reporter's. */
function narration(text: string, { sentence, spans }: Pick<FoundStatement, 'sentence' | 'spans'>): string {
  const inside = spans.filter(({ start, end }) => start < sentence.end && end > sentence.start);
  let at = sentence.start;
  let words = '';
  for (const { start, end } of inside) {
    words += text.slice(at, Math.max(at, start));
    at = Math.max(at, end);
  }
  return words + text.slice(at, sentence.end);
}

function dateOfTelling(text: string, { spans, source, cue, sentence }: Telling, published: Day): SaidDate | null {
  for (const { date, ...place } of findDates(text.slice(sentence.start, sentence.end), published)) {
    const span = { start: sentence.start + place.start, end: sentence.start + place.end };
    if (spans.some((own) => overlaps(own, span))) continue;
    const before = text.slice(sentence.start, span.start);
    if (BOUND.test(before) || ABOUT.test(before) || !tellsWhen(text, span, { spans, source, cue, sentence })) continue;
    return { said: date, saidBasis: BROADCAST.test(before) ? 'broadcast' : 'text' };
  }
  return null;
}

function tellsWhen(text: string, date: Span, { spans, source, cue, sentence }: Telling): boolean {
  const first = Math.min(source.start, cue.start);
  const last = Math.max(source.end, cue.end);
  const [words] = spans;
  if (date.end <= first) {
    // "In January, Quill", "On Monday Quill": it begins the sentence, or the source's own clause.
    const lead = text.slice(date.end, first);
    const opening = text.slice(sentence.start, date.start);
    // "The march ended on Saturday, with Quill telling the crowd".
    if (/^,? with (?:\p{L}+ ){0,3}$/u.test(lead) && /ing$/.test(text.slice(cue.start, cue.end))) return true;
    const isApart = !spans.some((span) => span.start < first && span.start >= date.end);
    return isApart && /^[\s,]*$/.test(lead) && LEADS_IN.test(opening);
  }
  // "Quill on Monday said", and not "Quill, who will testify on Monday, said".
  if (date.start < last) {
    const lead = text.slice(first, date.start);
    return date.start >= Math.min(source.end, cue.end)
      ? !OTHER_CLAUSE.test(lead.slice(lead.lastIndexOf(',') + 1))
      : !OTHER_CLAUSE.test(lead);
  }
  const between = text.slice(last, date.start);
  if (OWN_CLAUSE.test(between)) return true;
  const isInside = words !== undefined && words.start > last && date.start > words.start;
  if (isInside)
    return (
      endsClause(text, date) && /^["”»]?\s*(?:(?:in|on)\s+)?$/.test(text.slice(spans.at(-1)?.end ?? 0, date.start))
    );
  if (!isSpeech(text, cue)) return /^\s*(?:\p{L}+ly )?(?:(?:in|on|earlier|late|back in) )?(?:the )?$/u.test(between);
  return (
    between.length <= FARTHEST &&
    !/\bthat\b|[;:—–]|["“”«»]/.test(between) &&
    !/,\s+(?:who|which|and|but|while)\b|\bwh(?:o|ich|en|ere)\b|\b(?:will|would|could|had|has|have|was|were|is|are|to)\b[^,]*$/.test(
      between,
    )
  );
}

/** Whether a cue speaks, and does not judge or think; those that no list has are of two words: "put it". */
const isSpeech = (text: string, { start, end }: Span): boolean =>
  !/^according$/i.test(text.slice(start, end)) &&
  (CUE_VERBS.get(text.slice(start, end).toLowerCase())?.kind ?? 'speech') === 'speech';

const endsClause = (text: string, { end }: Span): boolean => /^\s*(?:[.,;]|$)/.test(text.slice(end, end + 3));
