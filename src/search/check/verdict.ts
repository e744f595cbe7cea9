import type { IndexedStatement } from '../query/index.ts';
import type { Word } from '../../text/words.ts';
import type { SameSpeaker } from './compare-speaker.ts';
import { agrees, type Piece } from './compare-words.ts';
import { weightyIn } from './weighty-words.ts';
import type { PastedQuotation } from './read-quotations.ts';

/**
 * What a check says of a quotation.
 *
 * - `verbatim`: a statement contains its words; only capitals, punctuation or an accepted spelling may differ
 * - `cut`: it leaves out words in the middle, or says with dots that the speaker went on
 * - `altered`: words were changed, added or moved, or a negation or a number was left out
 * - `wrong-speaker`: verbatim, but by another speaker than the one given
 * - `reported`: a statement contains its words in the reporter's voice, not in quotation marks
 * - `near`: too different for a verdict, but similar to something
 * - `absent`: no statement is similar
 * - `short`: a word or two, too few to tell which statement they are from
 */
export type VerdictKind = 'verbatim' | 'cut' | 'altered' | 'wrong-speaker' | 'reported' | 'near' | 'absent' | 'short';

/** A statement that a quotation is compared with. */
export interface Nearest {
  statement: IndexedStatement;
  /** The words of its text, at which `pieces` point. */
  said: Word[];
  /** How the two compare, in the order of the statement. */
  pieces: Piece[];
  /** How the given name compares with the archived one; `null` if no name was given. */
  speaker: SameSpeaker | null;
}

/** The result of checking a quotation. */
export interface Verdict {
  kind: VerdictKind;
  quotation: PastedQuotation;
  /** Its words, at which the pieces of `nearest` point. */
  quoted: Word[];
  /** The statements that it may be from, nearest first; empty if it is absent or short. */
  nearest: Nearest[];
  /** If it was put together from parts: of the statements in `nearest`, or of the first alone, in another order. */
  moved: 'joined' | 'reordered' | null;
}

/** How many of the quoted words agree with what was said. */
export const agreeing = ({ pieces }: Pick<Nearest, 'pieces'>): number =>
  pieces.filter(agrees).reduce((sum, { quoted: [from, to] }) => sum + to - from, 0);

/** The word of a cut that makes it an alteration: a negation, a number; `undefined` if there is none. */
export function weightyCut({ said, pieces }: Pick<Nearest, 'said' | 'pieces'>): Word | undefined {
  const cuts = pieces.filter(({ kind }) => kind === 'left out');
  return cuts.map((piece) => weightyIn(said.slice(...piece.said))).find((word) => word !== undefined);
}

/** The words of pieces of a kind: those that were said, or those that were quoted. */
export function wordsIn(
  { pieces }: Pick<Nearest, 'pieces'>,
  kind: Piece['kind'],
  side: 'said' | 'quoted',
  words: readonly Word[],
): Word[] {
  return pieces.filter((piece) => piece.kind === kind).flatMap((piece) => words.slice(...piece[side]));
}
