import { PARAGRAPH_BREAK, type Span } from '../article/canonical-text.ts';

/** The words that a quotation's attribution rests on. */
export interface Attribution {
  /** The words that attribute: "told". */
  cue: Span;
  /** The words that name who speaks: "he", "The Russian Foreign Ministry". */
  source: Span;
}

const CUES =
  'accused|added|admitted|announced|argued|asked|asserted|attributed|blamed|called|charged|claimed|condemned|conceded|' +
  'concluded|confirmed|criticized|declared|decried|denied|described|dismissed|explained|insisted|noted|pointed out|' +
  'praised|promised|rejected|replied|said|says|stated|stressed|suggested|told|tweeted|urged|vowed|warned|wrote';
const NAME = String.raw`(?:(?:\p{Lu}\.)+|\p{Lu}[\p{L}\p{N}’'-]*)`;
const SOURCE = String.raw`(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|(?:[Tt]he )?${NAME}(?: (?:of |de |van |the )?${NAME})*(?:[’']s? [a-z]+)?)`;
const ADVERB = String.raw`(?:(?:again|already|also|has|had|have|later|then|\p{Ll}+ly) )*`;

const FORMS = [
  new RegExp(String.raw`(?<source>${SOURCE}) ${ADVERB}(?<cue>${CUES})\b`, 'dgu'),
  new RegExp(String.raw`\b(?<cue>${CUES}) (?<source>${SOURCE})`, 'dgu'),
];

/**
 * Finds who says a quotation: the cue nearest to it in its paragraph, with the name or pronoun before the cue or after
 * it. Marks are blanked, so that words inside quotations are never taken for a cue.
 *
 * @returns `null` where the paragraph has no cue
 */
export function attribute(text: string, quote: Span, quotes: readonly Span[]): Attribution | null {
  const start = text.lastIndexOf(PARAGRAPH_BREAK, quote.start) + 1;
  const next = text.indexOf(PARAGRAPH_BREAK, quote.end);
  const end = next < 0 ? text.length : next;
  const narration = quotes.reduce((blanked, span) => blank(blanked, span), text).slice(start, end);

  const candidates = FORMS.flatMap((form) =>
    [...narration.matchAll(form)].flatMap(({ indices }) => {
      const [cue, source] = [indices?.groups?.['cue'], indices?.groups?.['source']];
      return cue && source ? [{ cue: moved(cue, start), source: moved(source, start) }] : [];
    }),
  );
  const distance = ({ cue }: Attribution): number => Math.max(cue.start - quote.end, quote.start - cue.end);
  return candidates.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

const moved = ([start, end]: [number, number], by: number): Span => ({ start: start + by, end: end + by });

function blank(text: string, { start, end }: Span): string {
  return `${text.slice(0, start)}${'_'.repeat(end - start)}${text.slice(end)}`;
}
