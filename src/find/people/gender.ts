import { FEMALE_NAMES, MALE_NAMES, UNISEX_NAMES } from '../grammar/names.ts';

/** The pronoun for somebody, if known. */
export type Gender = 'he' | 'she' | null;

/** The gender that a first name tells. */
export function genderOfName(first: string): Gender {
  const lower = first.toLowerCase();
  if (MALE_NAMES.has(lower)) return 'he';
  return FEMALE_NAMES.has(lower) ? 'she' : null;
}

/** Whether a word is a first name. */
export const isGivenName = (word: string): boolean =>
  genderOfName(word) !== null || UNISEX_NAMES.has(word.toLowerCase());
