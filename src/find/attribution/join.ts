import type { Reading } from '../reading.ts';
import { isNoun } from '../grammar/word-classes.ts';
import { CUE_VERBS } from '../grammar/words.ts';
import type { Decided } from './candidates.ts';
import { shapeOf } from './shape.ts';

/**
 * Whether a quotation continues the statement of the one before: it runs on into a new paragraph, or has the same cue
 * ("X," she said. "Y.") and no cue of its own between the two ("X," she said, adding: "Y.").
 */
export function joins(reading: Reading, before: Decided, current: Decided): boolean {
  const [first, second] = [reading.quotes[before.quote], reading.quotes[current.quote]];
  if (!first || !second || second.paragraph - first.paragraph > 1) return false;
  if (first.goesOn && second.paragraph === first.paragraph + 1) return true;
  const { cue } = current;
  if (!cue || cue.start !== before.cue?.start) return false;
  if (shapeOf(reading, current.quote) === 'whole') return true;
  const { sentence } = reading.placeOf(current.quote);
  const { tokens } = reading.sentenceAt(sentence);
  return !tokens.some(({ kind, lower, start }, at) => {
    const isBetween = kind === 'word' && start > first.end && start < second.start && start !== cue.start;
    return isBetween && /^(?:speech|judgement)$/.test(CUE_VERBS.get(lower)?.kind ?? '') && !isNoun(tokens, at);
  });
}
