import { isSlug } from './slug.ts';

/** The id of a statement: ten characters of Crockford base 32, made once and kept forever. */
export type StatementId = string & { readonly brand: 'StatementId' };

/** The id of a speaker: the name of the speaker's file without `.yaml`, a slug. */
export type SpeakerId = string & { readonly brand: 'SpeakerId' };

/** Reads the id of a statement; `null` if the text is not one. */
export const parseStatementId = (text: string): StatementId | null =>
  /^[0-9a-hjkmnp-tv-z]{10}$/.test(text) ? (text as StatementId) : null;

/** Reads the id of a speaker; `null` if the text is not one. */
export const parseSpeakerId = (text: string): SpeakerId | null => (isSlug(text) ? (text as SpeakerId) : null);
