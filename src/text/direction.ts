import { words } from '../words/chosen.ts';

/** Lists of scripts change rarely, and pages ask often. */
const known = new Map<string, boolean>();

/** Whether a language is written from right to left. */
export function isRightToLeft(language: string): boolean {
  const is = known.get(language) ?? RIGHT_TO_LEFT.test(new Intl.Locale(language).maximize().script ?? '');
  known.set(language, is);
  return is;
}

/** The scripts that run from right to left (Unicode CLDR, `characterOrder`). */
const RIGHT_TO_LEFT = /^(?:Arab|Hebr|Syrc|Thaa|Nkoo|Adlm|Rohg)$/;

/** The direction of a text in a language, for the `dir` of its element; nothing if it is that of the interface. */
export function directionOf(language: string): 'rtl' | 'ltr' | undefined {
  const is = isRightToLeft(language);
  if (is === isRightToLeft(words().language)) return undefined;
  return is ? 'rtl' : 'ltr';
}
