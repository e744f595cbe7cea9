import type { Span } from '../../text/canonical-text.ts';
import { phraseAt } from '../grammar/noun-phrases.ts';
import { type Token, tokenAt } from '../grammar/tokens.ts';
import type { Reading } from '../reading.ts';
import { featuresOfLink, type Where } from './link-features.ts';
import { shapeOf } from './shape.ts';

/** A possible source of a quotation, with the features for and against it. */
export interface Candidate {
  /** `null`: nobody is named. */
  source: Span | null;
  cue: Span | null;
  /** The names of the weights that add up to its score. */
  features: string[];
}

/** What was decided about the previous quotation. */
export interface Decided {
  quote: number;
  source: Span | null;
  cue: Span | null;
}

/** The one feature of a name that signs a quotation. */
export const SIGNED = 'signed';

/**
 * Lists every possible source of a quotation: those in its sentence and the neighbouring ones, the source of the
 * previous quotation, and none. A name that signs the quotation, or whom an interview asks, is the only candidate.
 */
export function candidatesFor(reading: Reading, quote: number, previous: Decided | null): Candidate[] {
  const isAnswer = reading.quotes[quote]?.isAnswer ?? false;
  if (isAnswer) return [{ source: reading.interviewee, cue: null, features: [SIGNED] }];
  const signature = signatureOf(reading, quote);
  if (signature) return [{ source: signature, cue: null, features: [SIGNED] }];
  const { sentence } = reading.placeOf(quote);
  const { paragraph } = reading.sentenceAt(sentence);
  const before = reading.sentenceAt(sentence - 1).paragraph === paragraph ? 'before' : 'para';
  const candidates = [
    ...candidatesIn(reading, quote, sentence, 'same', previous),
    ...candidatesIn(reading, quote, sentence - 1, before, previous),
  ];
  const isNextNear = reading.sentenceAt(sentence + 1).paragraph === paragraph || reading.quotes[quote]?.goesOn;
  if (isNextNear) candidates.push(...candidatesIn(reading, quote, sentence + 1, 'after', previous));
  if (previous?.source)
    candidates.push({
      source: previous.source,
      cue: previous.cue,
      features: featuresOfPrevious(reading, quote, previous),
    });
  const shape = shapeOf(reading, quote);
  candidates.push({ source: null, cue: null, features: ['none', `none:${shape}`] });
  return candidates;
}

function candidatesIn(
  reading: Reading,
  quote: number,
  index: number,
  where: Where,
  previous: Decided | null,
): Candidate[] {
  const { tokens } = reading.sentenceAt(index);
  return reading.linksIn(index).map((link) => {
    const features = featuresOfLink(reading, quote, index, link, where);
    const source = spanOf(tokens, link.source.from, link.source.to);
    if (source.start === previous?.source?.start) features.push(`again:${where}`);
    return { source, cue: link.cue === null ? null : spanOf(tokens, link.cue, link.cue + 1), features };
  });
}

/** The features of the previous quotation's speaker: how near that quotation is, and whether anyone else is cued. */
function featuresOfPrevious(reading: Reading, quote: number, previous: Decided): string[] {
  const shape = shapeOf(reading, quote);
  const { sentence, token } = reading.placeOf(quote);
  const earlier = reading.quotes[previous.quote];
  const paragraphs = (reading.quotes[quote]?.paragraph ?? 0) - (earlier?.paragraph ?? 0);
  const sentences = sentence - reading.placeOf(previous.quote).sentence;
  const near =
    paragraphs > 1 ? 'far' : paragraphs === 1 ? 'paragraph+1' : (['sentence', 'next'][sentences] ?? 'paragraph');
  const features = ['previous', `previous:${near}`, `previous:${near}:${shape}`];
  if (earlier?.goesOn && paragraphs === 1) features.push('previous:goes-on');
  if (token === 0) features.push(`previous:first:${near}`);
  if (reading.linksIn(sentence).some(({ verb }) => verb?.kind === 'speech')) features.push('previous:other-cue');
  return features;
}

const DASH = /^[—–―-]+$/;
/** In tokens. */
const LONGEST_SIGNATURE = 12;

/** The name that signs a quotation after a dash, on the same line or the next: "— Huma Abedin". */
function signatureOf(reading: Reading, quote: number): Span | null {
  const { sentence, token } = reading.placeOf(quote);
  const here = reading.sentenceAt(sentence).tokens.slice(token + 1);
  const tokens = here.some(({ kind }) => kind !== 'stop') ? here : reading.sentenceAt(sentence + 1).tokens;
  if (!DASH.test(tokenAt(tokens, 0).text) || !tokenAt(tokens, 1).isCapital) return null;
  const phrase = phraseAt(tokens, 1);
  const end = tokens.at(-1)?.kind === 'stop' ? tokens.length - 1 : tokens.length;
  return phrase && phrase.to >= end && phrase.to <= LONGEST_SIGNATURE ? spanOf(tokens, phrase.from, phrase.to) : null;
}

function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  return { start: tokenAt(tokens, from).start, end: tokenAt(tokens, to - 1).end };
}
