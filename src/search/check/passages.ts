import { formsOf } from '../../text/words.ts';

/** A text between quotation marks; a missing last mark is at the end. */
export const QUOTED = /["“„«»”]([^"“”„«»]+)(?:["“”«»]|$)/g;
/** Between two passages that are one quotation: `“X” … “Y”`. */
const ONLY_DOTS = /^\s*(?:…|\[…\]|\(…\)|\.\.\.|\[\.\.\.\]|\(\.\.\.\))\s*$/;
/** Marks around fewer words than this, in a text without a speaker, set off a term. */
const SHORTEST_PASSAGE = 3;

/** Whether a passage says enough to be judged on its own. */
export const isPassage = (words: string): boolean => formsOf(words).length >= SHORTEST_PASSAGE;

/** The passages in marks; those with only dots between them are one. */
export function passagesIn(text: string): string[] {
  const passages: string[] = [];
  let end = 0;
  for (const { 0: outer, 1: inside = '', index } of text.matchAll(QUOTED)) {
    const words = inside.trim();
    if (passages.length > 0 && ONLY_DOTS.test(text.slice(end, index))) passages.push(`${passages.pop()} … ${words}`);
    else passages.push(words);
    end = index + outer.length;
  }
  return passages.filter((words) => formsOf(words).length > 0);
}
