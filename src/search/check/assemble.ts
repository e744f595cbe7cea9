import { FUNCTION_WORDS } from '../../text/function-words.ts';
import type { Piece } from './compare-words.ts';
import { findParts, type Part } from './find-parts.ts';
import { agreeing, type Nearest, type Verdict } from './verdict.ts';

/** Parts that make up this share of a quotation explain it. */
const EXPLAINED = 0.8;
const MOST_PARTS = 3;
/** A part of another statement is somebody's words if it is this long, or has this many words that are not function words. */
const LONG_PART = 5;
const TELLING_WORDS = 2;

/** How a quotation was put together. */
interface Assembled {
  /** The statements that its parts are from, those of the largest parts first. */
  nearest: Nearest[];
  moved: NonNullable<Verdict['moved']>;
  /** How many of its words these parts explain. */
  agreeing: number;
}

/**
 * Explains a quotation as two or three parts of statements: joined from several, or of one in another order.
 *
 * @param forms the forms of the quoted words
 * @param compared the statements that they may be from
 * @returns `null` if parts do not explain it
 */
export function assemble(forms: readonly string[], compared: readonly Nearest[]): Assembled | null {
  const texts = compared.map(({ said }) => said.map(({ form }) => form));
  const parts = findParts(forms, texts);
  const isTelling = ({ quoted: [from, to] }: Part): boolean =>
    to - from >= LONG_PART || forms.slice(from, to).filter((form) => !FUNCTION_WORDS.has(form)).length >= TELLING_WORDS;
  if (parts.length < 2 || parts.length > MOST_PARTS) return null;
  const byText = Map.groupBy(parts, ({ text }) => text);
  if (byText.size > 1 && !parts.every(isTelling)) return null;
  const nearest = [...byText].flatMap(([text, own]) => {
    const near = compared[text];
    const pieces = own.map(({ said, quoted }): Piece => ({ kind: 'same', said, quoted }));
    return near ? [{ ...near, pieces: pieces.sort((a, b) => a.said[0] - b.said[0]) }] : [];
  });
  const explained = nearest.reduce((sum, near) => sum + agreeing(near), 0);
  if (explained < EXPLAINED * forms.length) return null;
  nearest.sort((a, b) => agreeing(b) - agreeing(a));
  return { nearest, moved: byText.size > 1 ? 'joined' : 'reordered', agreeing: explained };
}
