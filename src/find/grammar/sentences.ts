import { phraseAt } from './noun-phrases.ts';
import { type Token, tokenAt } from './tokens.ts';
import { isAdverb, isAuxiliary, isTimeWord } from './word-classes.ts';
import { CUE_VERBS } from './words.ts';

/**
 * In tokens, longer than any real sentence. The grammar scans the whole sentence from each word, so there must be a
 * limit.
 */
const LONGEST_SENTENCE = 1000;

/** Splits the tokens of a paragraph into sentences. */
export function splitSentences(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [];
  let from = 0;
  tokens.forEach((_, at) => {
    const isLongest = at + 1 - from === LONGEST_SENTENCE;
    if (at + 1 < tokens.length && !isLongest && !endsSentence(tokens, at)) return;
    sentences.push(tokens.slice(from, at + 1));
    from = at + 1;
  });
  return sentences;
}

/** A sentence ends at its stop, or at a quotation that contains the stop, if a new sentence can begin there. */
function endsSentence(tokens: readonly Token[], at: number): boolean {
  const { kind, text } = tokenAt(tokens, at);
  const next = tokenAt(tokens, at + 1);
  if (kind === 'stop') {
    const begins = next.isCapital || next.kind === 'quote' || !/[\p{L})\]]/u.test(next.text);
    return begins && next.kind !== 'stop' && next.kind !== 'comma';
  }
  const stop = kind === 'quote' ? /([.!?…])['’]?$/.exec(text)?.[1] : undefined;
  return stop !== undefined && (next.isCapital || next.kind === 'quote') && !isAttributed(tokens, at + 1, stop);
}

/** Whether words after a quotation that ends in a stop say who spoke: `"Not us!" Quill said.` */
function isAttributed(tokens: readonly Token[], from: number, stop: string): boolean {
  const phrase = phraseAt(tokens, from);
  if (!phrase) return false;
  let at = phrase.to;
  while (tokenAt(tokens, at).kind === 'comma' || isAdverb(tokenAt(tokens, at)) || isAuxiliary(tokenAt(tokens, at)))
    at++;
  const verb = CUE_VERBS.get(tokenAt(tokens, at).lower);
  if (verb?.kind !== 'speech' || verb.form !== 'finite') return false;
  const next = tokens[at + 1];
  const ends =
    !next ||
    next.kind === 'stop' ||
    next.kind === 'comma' ||
    isTimeWord(next) ||
    /^(?:on|after|during|at|in|when|before)$/.test(next.lower);
  return stop !== '.' || ends;
}
