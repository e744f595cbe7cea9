import { oneSpelling } from './spelling-variants.ts';

/** A run of quoted words that a text contains as it is. */
export interface Part {
  /** Which of the texts contains it. */
  text: number;
  /** Indices of its words there, and of the quoted words, end exclusive. */
  said: [from: number, to: number];
  quoted: [from: number, to: number];
}

/** Shorter runs are of the language, not of a speaker. */
const SHORTEST = 3;

/**
 * Takes a quotation apart into the longest runs of words that some text contains, wherever they are there: what remains
 * of a quotation that was joined from two statements, or whose halves were swapped.
 *
 * @param quoted the forms of the quoted words
 * @param texts the forms of the words of each text
 * @returns the parts in the order of the quotation
 */
export function findParts(quoted: readonly string[], texts: readonly (readonly string[])[]): Part[] {
  const spelled = quoted.map((form) => oneSpelling([form]));
  const said = texts.map((forms) => forms.map((form) => oneSpelling([form])));
  const parts: Part[] = [];
  const open: [number, number][] = [[0, quoted.length]];
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const part = longestRun(spelled, stretch, said);
    if (!part) continue;
    parts.push(part);
    open.push([stretch[0], part.quoted[0]], [part.quoted[1], stretch[1]]);
  }
  return parts.sort((a, b) => a.quoted[0] - b.quoted[0]);
}

function longestRun(
  quoted: readonly string[],
  [from, to]: readonly [number, number],
  texts: readonly (readonly string[])[],
): Part | null {
  let longest: Part | null = null;
  for (const [text, said] of texts.entries()) {
    /** The length of the run that ends with the quoted word before and each word that was said. */
    let before = new Uint16Array(said.length + 1);
    for (let row = from; row < to; row++) {
      const here = new Uint16Array(said.length + 1);
      for (const [column, word] of said.entries()) {
        if (word !== quoted[row]) continue;
        const length = (here[column + 1] = (before[column] ?? 0) + 1);
        if (length < SHORTEST || length <= (longest ? longest.quoted[1] - longest.quoted[0] : 0)) continue;
        longest = { text, said: [column + 1 - length, column + 1], quoted: [row + 1 - length, row + 1] };
      }
      before = here;
    }
  }
  return longest;
}
