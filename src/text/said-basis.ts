import { t } from '../words/words.ts';

/** What the day of a statement rests on. */
export const SAID_BASES = ['text', 'broadcast', 'same-occasion', 'editor'] as const;
export type SaidBasis = (typeof SAID_BASES)[number];

/** The same in words. */
export const basisWords = (basis: SaidBasis): string => t(`basis.${basis}`);
