/** Lone surrogates, and the code points that Unicode reserves as noncharacters (chapter 23.7). */
const NO_CHARACTER = /[\p{Cs}\p{Noncharacter_Code_Point}]/u;

/**
 * A visible character: not a space, control or format character, combining mark, variation selector or Hangul filler
 * (the last two are default-ignorable), nor the blank Braille pattern.
 */
const VISIBLE = /[^\p{Z}\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** The first code point of a text that is not a character, written as `U+FFFF`; `null` if all of them are. */
export function findNonCharacter(text: string): string | null {
  const [found] = NO_CHARACTER.exec(text) ?? [];
  return found ? `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` : null;
}

/** Whether a text contains at least one visible character. */
export const isVisible = (text: string): boolean => VISIBLE.test(text);
