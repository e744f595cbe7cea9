import type { StatementType } from '../text/statement-types.ts';
import { type Span, wordsOf } from '../text/canonical-text.ts';
import { overlapping } from '../base/sorted.ts';
import { attribute, type Attributed } from './attribution/attribute.ts';
import { joins } from './attribution/join.ts';
import { CUE_VERBS } from './grammar/words.ts';
import { findReported } from './reported/find-reported.ts';
import { readTellings, type Telling } from './occasions.ts';
import { type People, readPeople, type Who } from './people/people.ts';
import { PLAIN_LAYOUT, type Quotation } from './quotes/find-quotes.ts';
import { type Reading, readText, sentenceWith } from './reading.ts';

/** A statement that the program found in a text. */
export interface FoundStatement {
  /**
   * `direct`: whole clauses in quotation marks. `partial`: a fragment in quotation marks. `reported`: a clause without
   * them.
   */
  type: StatementType;
  spans: Span[];
  /** The spans as they appear between the marks, with the reporter's stop after a fragment; none for `reported`. */
  quoted: Span[];
  /** The spans' words, joined by one space. */
  text: string;
  /** What shows that it is a quotation: double marks, single ones, or none (`reported` or set apart). */
  marks: Quotation['marks'];
  /** The words that name who speaks: "he", "The Russian Foreign Ministry". `null` if nobody is named. */
  source: Span | null;
  /** The words that attribute it: "told". */
  cue: Span | null;
  /** The sentence that attributes it; its own if nobody is named. */
  sentence: Span;
  /** Whom the source means; `null` for nobody in particular. */
  who: Who | null;
  /** The other sources that it may have, the most probable first. */
  rivals: readonly RivalSource[];
  /** Where the article says before when the same speaker spoke, nearest first. */
  occasions: readonly Telling[];
  /** The probability that this is a statement and its source the right one, 0 to 1. */
  confidence: number;
  /** False for what is reported in a way that is often no statement: only offered to an editor. */
  isClear: boolean;
  /** Whether the program is sure of the words that name the source. */
  isSure: boolean;
  /** Whether it is sure of the speaker, whichever words name them. */
  isSpeakerSure: boolean;
}

/** A source that the program did not choose, and whom it means. */
export interface RivalSource {
  source: Span;
  who: Who | null;
}

/** At this confidence or more, 99 of 100 sources were right in cross-validation. */
export const SURE_FROM = 0.9;

/**
 * A quotation with fewer words that does not end with a stop is a fragment in the reporter's sentence, even if it
 * begins with a capital.
 */
const WORDS_OF_CLAUSE = 4;

/** The share of reported statements whose content and source were right in PolNeAR's training articles. */
const REPORTED_RIGHT = 0.86;

/**
 * Finds the statements of a text whose paragraphs are lines, in order, each with its speaker.
 */
export function findStatements(text: string, layout = PLAIN_LAYOUT): FoundStatement[] {
  const reading = readText(text, layout);
  const people = readPeople(reading);
  const tellings = readTellings(reading, people);
  const quoted = quotedStatements(reading, people);
  const marked = quoted.flatMap(({ spans }) => spans);
  const isQuoted = (span: Span): boolean => overlapping(marked, span).length > 0;
  const reported = reportedStatements(reading, people).filter(({ spans }) => !spans.some(isQuoted));
  const start = ({ spans }: Found): number => spans[0]?.start ?? 0;
  const all = [...quoted, ...reported].sort((a, b) => start(a) - start(b));
  let last = { name: '', start: -1 };
  let other = -1;
  return all.map((found) => {
    const { who, sentence } = found;
    const name = who?.name ?? '';
    if (who?.isSure && name !== '') {
      if (name !== last.name) other = last.start;
      last = { name, start: start(found) };
    }
    // Once somebody else has spoken, the occasion may be another one.
    const since = name === last.name ? other : last.start;
    const occasions =
      name === '' ? [] : tellings(name, sentence.start).filter((telling) => telling.sentence.end > since);
    return { ...found, occasions };
  });
}

/** What is known of a statement on its own. */
type Found = Omit<FoundStatement, 'occasions'>;

function reportedStatements(reading: Reading, { whoIs }: People): Found[] {
  return findReported(reading).map(({ content, source, cue, isClear }) => {
    const spans = aroundAttribution(reading.text, content, source, cue);
    return {
      type: 'reported',
      spans,
      quoted: [],
      text: wordsOf(reading.text, spans),
      marks: 'none',
      source,
      cue,
      sentence: sentenceWith(reading, cue.start),
      who: whoIs(source),
      confidence: REPORTED_RIGHT,
      rivals: [],
      isSure: false,
      isSpeakerSure: false,
      isClear,
    };
  });
}

/** A content without the attribution inside it: "The tide, Quill told the council, had turned" has two spans. */
function aroundAttribution(text: string, content: Span, source: Span, cue: Span): Span[] {
  const [start, end] = [Math.min(source.start, cue.start), Math.max(source.end, cue.end)];
  if (start <= content.start || end >= content.end) return [content];
  const before = text.slice(content.start, start).replace(/[\s,]+$/, '');
  const comma = text.indexOf(',', end);
  const rest = comma === -1 || comma >= content.end ? end : comma + 1;
  const after = text.slice(rest, content.end);
  return [
    { start: content.start, end: content.start + before.length },
    { start: content.end - after.trimStart().length, end: content.end },
  ];
}

function quotedStatements(reading: Reading, { whoIs }: People): Found[] {
  const { text } = reading;
  return joinedParts(reading).map((parts) => {
    const { source, cue } = parts.reduce((best, part) => (part.confidence > best.confidence ? part : best));
    const confidence = Math.min(...parts.map((part) => part.confidence));
    const who = source && whoIs(source);
    const mayBeSure = source !== null && !showsOnly(text, cue);
    /** Other words that name the same speaker make nothing less certain. */
    const ofSpeaker = (part: Attributed): number =>
      part.rivals
        .filter((rival) => who !== null && who.name !== null && whoIs(rival.source)?.name === who.name)
        .reduce((sum, rival) => sum + rival.confidence, part.confidence);
    const rivals = parts
      .flatMap((part) => part.rivals)
      .toSorted((a, b) => b.confidence - a.confidence)
      .map((rival) => ({ source: rival.source, who: whoIs(rival.source) }));
    const quotes = parts.flatMap(({ quote }) => reading.quotes[quote] ?? []);
    const quoted = quotes.map(({ start, end }) => ({ start, end }));
    const type = quotes.some((quote) => isClause(text, quote)) ? 'direct' : 'partial';
    const spans = type === 'direct' ? quoted : quoted.map((span) => withoutStop(text, span));
    return {
      type,
      spans,
      quoted,
      text: wordsOf(text, spans),
      marks: quotes[0]?.marks ?? 'none',
      source,
      cue,
      sentence: sentenceWith(reading, (cue ?? source ?? quoted[0])?.start ?? 0),
      who,
      rivals,
      confidence,
      isClear: true,
      isSure: mayBeSure && confidence >= SURE_FROM,
      isSpeakerSure: mayBeSure && (who?.isSure ?? true) && Math.min(...parts.map(ofSpeaker)) >= SURE_FROM,
    };
  });
}

/** The quotations that are statements; those that continue one another are grouped. */
function joinedParts(reading: Reading): [Attributed, ...Attributed[]][] {
  const statements: [Attributed, ...Attributed[]][] = [];
  for (const part of attribute(reading)) {
    const open = statements.at(-1);
    const before = open?.at(-1);
    if (open && before && joins(reading, before, part)) open.push(part);
    else statements.push([part]);
  }
  return statements;
}

/** Whether a quotation is of whole clauses: it begins like a sentence, and ends like one or is long enough. */
function isClause(text: string, { start, end, marks }: Quotation): boolean {
  const words = text.slice(start, end);
  const begins = /^[\p{Lu}\p{N}…[¿¡‘']/u.test(words);
  return marks === 'none' || (begins && (/[.,!?…—]['’]?$/.test(words) || words.split(/\s+/).length >= WORDS_OF_CLAUSE));
}

/** Whether the cue is a verb such as "showed", after which the words may be a title. */
const showsOnly = (text: string, cue: Span | null): boolean =>
  cue !== null && CUE_VERBS.get(text.slice(cue.start, cue.end).toLowerCase())?.kind === 'showing';

/** Removes the stop after a fragment: American typesetting puts the reporter's stop inside the quotation marks. */
function withoutStop(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).replace(/[.,;]$/, '').length };
}
