import type { Span } from '../text/canonical-text.ts';
import { type Token, tokenAt } from './grammar/tokens.ts';
import { isAdverb, isAuxiliary, isTimeWord } from './grammar/word-classes.ts';
import type { People } from './people/people.ts';
import type { Reading } from './reading.ts';

/** Where somebody says something: "Esper on Wednesday accused China of coercion". */
export interface Telling {
  /** The quotations of the sentence. */
  spans: readonly Span[];
  source: Span;
  cue: Span;
  sentence: Span;
}

/** What may be between a subject and its verb: "Esper, on Wednesday, again accused". */
const isBetween = (token: Token): boolean =>
  token.kind === 'comma' || token.lower === 'on' || isTimeWord(token) || isAdverb(token) || isAuxiliary(token);

/** In sentences: a day that was named longer ago is not that of another statement. */
const FARTHEST = 16;

/** What a sentence says of another time than that of the story. */
const FLASHBACK = /^(?:already|earlier|previously|once|originally|initially)$/;

/**
 * Finds where an article says when somebody spoke.
 *
 * @returns a function from a speaker's name and a sentence, by its start, to the latest such places before it, nearest first
 */
export function readTellings(reading: Reading, { whoIs }: People): (name: string, at: number) => Telling[] {
  const byName = new Map<string, { index: number; telling: Telling }[]>();
  const starts: number[] = [];
  reading.sentences.forEach(({ tokens }, index) => {
    starts.push(tokens[0]?.start ?? Infinity);
    if (!tokens.some(isTimeWord) || tokens.some(({ lower }) => FLASHBACK.test(lower))) return;
    const spans = tokens.flatMap(({ kind, start, end }) => (kind === 'quote' ? [{ start, end }] : []));
    const sentence = spanOf(tokens, 0, tokens.length);
    for (const { type, source, cue, verb } of reading.linksIn(index)) {
      const isSpoken = verb?.form === 'finite' && /^(?:speech|judgement)$/.test(verb.kind);
      if (cue === null || !isSpoken || !/^(?:subject|inverted)$/.test(type)) continue;
      if (!tokens.slice(source.to, cue).every(isBetween)) continue;
      const words = spanOf(tokens, source.from, source.to);
      const name = whoIs(words)?.name;
      if (!name) continue;
      const tellings = byName.get(name) ?? [];
      tellings.push({ index, telling: { spans, source: words, cue: spanOf(tokens, cue, cue + 1), sentence } });
      byName.set(name, tellings);
    }
  });
  return (name, at) => {
    const here = starts.findLastIndex((start) => start <= at);
    const earlier = (byName.get(name) ?? []).filter(({ index }) => index < here && here - index <= FARTHEST);
    return earlier.map(({ telling }) => telling).reverse();
  };
}

function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  return { start: tokenAt(tokens, from).start, end: tokenAt(tokens, to - 1).end };
}
