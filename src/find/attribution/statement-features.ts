import type { Span } from '../../text/canonical-text.ts';
import { type Token, tokenAt } from '../grammar/tokens.ts';
import { CUE_VERBS, DETERMINERS, PREPOSITIONS } from '../grammar/words.ts';
import type { Reading } from '../reading.ts';
import { shapeOf, wordsOfQuote } from './shape.ts';

/** Words that titles write in lower case. */
const SMALL = new Set('a an the of in on at to for and or with from by is as vs'.split(' '));
const TITLED =
  /^(?:titled|entitled|named|dubbed|program|show|series|film|movie|book|song|hit|classic|podcast|on|host|hosts)$/;
const NOT_NOUN =
  /^(?:and|or|but|who|which|in|on|to|for|he|she|they|as|when|if|by|after|at|with|said|because|about|during|while|from|that|is|was|of)$/;

/**
 * The features for and against a quotation being a statement rather than a title or a term, as names of weights.
 *
 * @param best the features of its best source, and the probability of that source
 * @param isNearStatement whether there is a statement in this paragraph or the one before
 */
export function featuresOfStatement(
  reading: Reading,
  quote: number,
  best: { features: readonly string[]; probability: number },
  isNearStatement: boolean,
): string[] {
  const quoted = wordsOfQuote(reading, quote);
  const words = quoted.split(/\s+/);
  const size = sizeOf(words.length);
  const shape = shapeOf(reading, quote);
  const isTitle = isTitleCase(words);
  const features = ['bias', `words:${size}`, `shape:${shape}`, `shape:${shape}:${size}`];
  if (isTitle) features.push('title', `title:${size}`);
  if (/^\p{Ll}/u.test(quoted)) features.push('starts-lower');
  if (quoted.endsWith(',')) features.push('ends-comma');
  if (/[.!?]$/.test(quoted)) features.push(`ends-stop:${size}`);
  features.push(...besideFeatures(reading, quote, size, isTitle), `decided:${likelihood(best.probability)}`);
  if (best.features.includes('none')) features.push('decided-none', `decided-none:${shape}`);
  const cues = best.features.filter((feature) => /^(?:speech|judgement|thought|showing|noun|bare):/.test(feature));
  features.push(...cues.map((feature) => `by:${feature}`));
  if (isNearStatement) features.push(`again:${shape}`);
  return features;
}

/** In words: longer quotations are no terms. */
const LONGEST_TERM = 2;

/**
 * Whether a quotation is a term in scare marks that nobody is quoted with: the so-called "long march", a "skinny" deal, or
 * a word or two that no verb attributes.
 */
export function isTerm(reading: Reading, quote: number, cue: Span | null): boolean {
  const { sentence, token } = reading.placeOf(quote);
  const { tokens } = reading.sentenceAt(sentence);
  const [before, after] = [tokenAt(tokens, token - 1), tokenAt(tokens, token + 1)];
  if (reading.quotes[quote]?.marks === 'none') return false;
  if (before.lower === 'so-called' || isTitleOfWork(reading, quote, tokens, token)) return true;
  if (wordsOfQuote(reading, quote).split(/\s+/).length > LONGEST_TERM) return false;
  if (shapeOf(reading, quote) !== 'part') return false;
  // A bill that seeks to protect "kept animals" says nothing.
  const verb = cue && tokens.find(({ start }) => start === cue.start);
  if (!verb || CUE_VERBS.get(verb.lower)?.kind === 'thought') return DETERMINERS.has(before.lower) || verb !== null;
  return DETERMINERS.has(before.lower) && isNounAfter(after, tokenAt(tokens, token));
}

/** A work, or a saying, whose title follows: the song “Still Waters”, a proverb, “Still Waters Run Deep”. */
const WORK =
  /^(?:album|ballad|book|comedy|documentary|drama|essay|film|hymn|movie|musical|novel|opera|painting|play|poem|proverb|saying|song|podcast|series|show|sitcom|thriller|track)$/;

function isTitleOfWork(reading: Reading, quote: number, tokens: readonly Token[], at: number): boolean {
  const noun = tokenAt(tokens, tokenAt(tokens, at - 1).kind === 'comma' ? at - 2 : at - 1);
  return WORK.test(noun.lower) && isTitleCase(wordsOfQuote(reading, quote).split(/\s+/));
}

const isTitleCase = (words: readonly string[]): boolean =>
  words.length > 1 && words.every((word) => /^[\p{Lu}\d]/u.test(word) || SMALL.has(word.toLowerCase()));

const isTie = (lower: string): boolean => DETERMINERS.has(lower) || PREPOSITIONS.has(lower);

/** Whether the reporter's own noun follows: the "birther" movement. */
const isNounAfter = (after: Token, quotation: Token): boolean =>
  after.kind === 'word' &&
  !after.isCapital &&
  !NOT_NOUN.test(after.lower) &&
  !after.lower.endsWith('ing') &&
  !isTie(after.lower) &&
  after.start - quotation.end <= 1;

/** The features of the words before and after the quotation. */
function besideFeatures(reading: Reading, quote: number, size: string, isTitle: boolean): string[] {
  const { sentence, token } = reading.placeOf(quote);
  const { tokens } = reading.sentenceAt(sentence);
  const [before, after] = [tokenAt(tokens, token - 1), tokenAt(tokens, token + 1)];
  const title = isTitle ? ':title' : '';
  const features: string[] = [];
  if (/^(?:the|a|an|his|her|their|its|this|that)$/.test(before.lower)) features.push(`article-before:${size}`);
  else if (before.kind === 'possessive') features.push(`possessive-before${title}`);
  else if (/^(?:called|of|from)$/.test(before.lower)) features.push(`name-before:${before.lower}${title}`);
  else if (TITLED.test(before.lower)) features.push(`name-before:title${title}`);
  else if (before.kind === 'comma' || before.kind === 'colon') features.push(`mark-before:${before.kind}`);
  else if (/^(?:as|was|is|were|are|be|been)$/.test(before.lower)) features.push('verb-before');
  if (isTitle && before.isCapital) features.push('capital-before:title');
  if (isNounAfter(after, tokenAt(tokens, token))) features.push(`noun-after:${size}`);
  return features;
}

function sizeOf(words: number): string {
  if (words <= 2) return String(words);
  return words <= 4 ? '3-4' : words <= 7 ? '5-7' : '8+';
}

const likelihood = (probability: number): string =>
  probability > 0.95 ? 'clear' : probability > 0.7 ? 'likely' : 'open';
