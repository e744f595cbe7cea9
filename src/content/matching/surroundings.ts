import { isDeepStrictEqual } from 'node:util';
import type { Span } from '../../text/canonical-text.ts';

/** The text around a statement, by which equal words are told apart. */
export interface Surroundings {
  /** Up to five words before its first span, with the marks between them. */
  before: string;
  /** Up to five words after its last span. */
  after: string;
}

/** Enough to tell two sentences apart, and short enough to be read in a record. */
const WORDS = 5;

/** A word: letters and digits, with the apostrophes inside and after it. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu;

/** A stretch of text that holds five words of any language. */
const REACH = 400;

/** Up to five words of a text on each side of a statement. */
export function surroundingsOf(text: string, spans: readonly Span[]): Surroundings {
  const [start, end] = [spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0];
  const left = text.slice(Math.max(0, start - REACH), start);
  const right = text.slice(end, end + REACH);
  const from = [...left.matchAll(WORD)].at(-WORDS)?.index ?? 0;
  const last = [...right.matchAll(WORD)].slice(0, WORDS).at(-1);
  const to = last ? last.index + last[0].length : right.length;
  return { before: fold(left.slice(from)), after: fold(right.slice(0, to)) };
}

/**
 * How much of the text on one side of a statement is still there, 0 to 1: the longest common subsequence of words, as a
 * share of those recorded. `null` when nothing was recorded that could tell.
 *
 * @param ignored words that are compared by themselves: those of the sources
 */
export function likenessOfSide(recorded: string | undefined, now: string, ignored: ReadonlySet<string>): number | null {
  if (recorded === undefined) return null;
  const [was, is] = [recorded, now].map((side) => wordsIn(side).filter((word) => !ignored.has(word)));
  if (!was || !is || was.length === 0) return null;
  return longestCommon(was, is) / was.length;
}

/**
 * Whether the words around a statement in its paragraph are those recorded: in a paragraph that was not edited they must
 * be, whatever the paragraphs beside it are now.
 *
 * @param paragraph the paragraph, or paragraphs, of the statement
 */
export function isAroundAsRecorded(
  { before, after }: { before?: string | undefined; after?: string | undefined },
  text: string,
  spans: readonly Span[],
  paragraph: Span,
): boolean {
  const [start, end] = [spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0];
  const left = wordsIn(text.slice(Math.max(paragraph.start, start - REACH), start)).slice(-WORDS);
  const right = wordsIn(text.slice(end, Math.min(paragraph.end, end + REACH))).slice(0, WORDS);
  const isLeft = before === undefined || isDeepStrictEqual(wordsIn(before).slice(-left.length || WORDS), left);
  const isRight = after === undefined || isDeepStrictEqual(wordsIn(after).slice(0, right.length), right);
  return (isLeft || left.length === 0) && isRight;
}

/** The words of a text, in lower case. */
export const wordsIn = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

/** The length of the longest common subsequence of two short lists. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let previous = b.map(() => 0);
  for (const word of a) {
    const row: number[] = [];
    for (const [index, other] of b.entries()) {
      const diagonal = index > 0 ? (previous[index - 1] ?? 0) : 0;
      row.push(word === other ? diagonal + 1 : Math.max(previous[index] ?? 0, row[index - 1] ?? 0));
    }
    previous = row;
  }
  return previous.at(-1) ?? 0;
}

const fold = (side: string): string => side.replaceAll(/\s+/g, ' ').trim();
