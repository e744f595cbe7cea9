/** Halves of surrogate pairs, and the code points that Unicode reserves for never being characters (chapter 23.7). */
const NO_CHARACTER = /[\p{Cs}\p{Noncharacter_Code_Point}]/u;

/**
 * A character that leaves ink: no space, control, format character, combining mark, variation selector or Hangul filler
 * (which are default-ignorable), and not the blank pattern of Braille.
 */
const VISIBLE = /[^\p{Z}\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** The first code point of a text that is not a character, written as `U+FFFF`; `null` when all of them are. */
export function findNonCharacter(text: string): string | null {
  const [found] = NO_CHARACTER.exec(text) ?? [];
  return found ? `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` : null;
}

/** Whether a reader can see anything of a text. */
export const isVisible = (text: string): boolean => VISIBLE.test(text);
