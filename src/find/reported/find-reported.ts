import { overlaps, type Span } from '../../text/canonical-text.ts';
import type { Link } from '../grammar/links.ts';
import { type Token, tokenAt } from '../grammar/tokens.ts';
import type { Reading } from '../reading.ts';
import { type Content, SHORTEST } from './content-clause.ts';
import { accordingTo, judging, leading, type Place, type Read, type ReportedForm, trailing, urging } from './forms.ts';

/** A statement without quotation marks: what it says, who says it, and the word that attributes it. */
export interface Reported {
  content: Span;
  source: Span;
  cue: Span;
  form: ReportedForm;
  /**
   * Whether forms like it are right in 85 of 100 cases, in PolNeAR's training articles. Others are only offered to the
   * editor, never written by themselves.
   */
  isClear: boolean;
}

const CLEAR_FORMS: ReadonlySet<ReportedForm> = new Set(['trailing', 'according', 'that']);
/** Verbs with which other forms are as clear. */
const CLEAR_VERBS: Partial<Record<ReportedForm, ReadonlySet<string>>> = {
  clause: new Set(['say', 'suggest', 'insist']),
  thought: new Set(['believe']),
  participle: new Set(['say', 'note', 'argue', 'add']),
};

/**
 * Finds the statements that are reported without quotation marks: "Quill said (that) the tide had turned", "The tide had
 * turned, Quill said", "According to Quill, …", "…, adding that …", "urged the council to …". Of contents that overlap the
 * first form counts, in the order of `ReportedForm`.
 */
export function findReported(reading: Reading): Reported[] {
  return reading.sentences.flatMap(({ tokens }, index) => {
    const links = reading.linksIn(index).filter(({ source }) => isSpeaker(tokens.slice(source.from, source.to)));
    if (links.length === 0) return [];
    const found: Reported[] = [];
    for (const link of links) {
      const { cue } = link;
      if (cue === null) continue;
      const place: Place = { tokens, link, cue };
      const read = trailing(place) ?? accordingTo(place) ?? leading(place) ?? urging(place) ?? judging(place);
      if (!read || read.content.to - read.content.from < shortest(read.form)) continue;
      if (isBesideQuote(tokens, read.content)) continue;
      const reported = report(tokens, read, link, cue);
      if (!found.some(({ content }) => overlaps(content, reported.content))) found.push(reported);
    }
    return found;
  });
}

/** Whether a content goes on in a quotation, or continues one: these words are the quotation's statement. */
function isBesideQuote(tokens: readonly Token[], { from, to }: Content): boolean {
  const isQuote = (at: number): boolean => tokenAt(tokens, at).kind === 'quote';
  let next = to;
  while (/^(?:comma|word)$/.test(tokenAt(tokens, next).kind) && next < to + 3 && !isQuote(next)) next++;
  return (
    tokenAt(tokens, to).kind === 'colon' ||
    isQuote(from - 1) ||
    isQuote(to) ||
    (isQuote(next) && tokens.slice(to, next).every(({ lower }) => LOOSE.test(lower)))
  );
}

/** What is left out at the end of a content. */
const LOOSE = /^(?:,|and|but|or|the|an?|in|on|of|for|to|that|as|with|because|by|at)$/;

const shortest = (form: ReportedForm): number => (form === 'object' ? 2 : form === 'infinitive' ? 3 : SHORTEST);

/** Somebody who can be named: not the writer, nor a share of the people asked. */
const isSpeaker = (source: readonly Token[]): boolean =>
  !source.some(
    ({ lower }, at) =>
      (at === 0 && /^(?:i|we|you|this|that|there)$/.test(lower)) ||
      (at === 0 && /^(?:who|which)$/.test(lower)) ||
      /^(?:percent|half|third|thirds|quarters)$/.test(lower),
  );

function report(tokens: readonly Token[], { content, form }: Read, { source, verb }: Link, cue: number): Reported {
  const span = (start: number, end: number): Span => ({
    start: tokenAt(tokens, start).start,
    end: tokenAt(tokens, end - 1).end,
  });
  const isCut = /^(?:that|clause)$/.test(form) && tokenAt(tokens, content.to).kind === 'comma';
  const isClear = !isCut && (CLEAR_FORMS.has(form) || (CLEAR_VERBS[form]?.has(verb?.lemma ?? '') ?? false));
  return {
    content: span(content.from, content.to),
    source: span(source.from, source.to),
    cue: span(cue, cue + 1),
    form,
    isClear,
  };
}
