/** Lists of scripts change rarely, and pages ask often. */
const known = new Map<string, 'rtl' | undefined>();

/**
 * The direction in which a language is written, for the `dir` of an element: `rtl`, or nothing if it is from left to right,
 * as pages are.
 */
export function directionOf(language: string): 'rtl' | undefined {
  if (!known.has(language)) known.set(language, isRightToLeft(language) ? 'rtl' : undefined);
  return known.get(language);
}

/** The languages whose usual script runs from right to left (Unicode CLDR, `characterOrder`). */
const RIGHT_TO_LEFT = /^(?:Arab|Hebr|Syrc|Thaa|Nkoo|Adlm|Rohg)$/;

const isRightToLeft = (language: string): boolean =>
  RIGHT_TO_LEFT.test(new Intl.Locale(language).maximize().script ?? '');
