import slugify from '@sindresorhus/slugify';

/** A name by which a speaker is known, for finding the speaker of a source. */
export interface KnownSpeaker {
  id: string;
  name: string;
  otherNames: readonly string[];
}

const PRONOUN = /^(?:he|she|they|it)$/i;

/**
 * Finds the speaker that the words of a source name, by any of the known names.
 *
 * @returns the speaker's id; a new speaker where the words are a proper name that nobody has; `null` where they are
 *   none (a pronoun, a description)
 */
export function identifySpeaker(source: string, known: readonly KnownSpeaker[]): { id: string; isNew?: string } | null {
  const wanted = fold(source);
  const speaker = known.find(({ name, otherNames }) => [name, ...otherNames].some((other) => fold(other) === wanted));
  if (speaker) return { id: speaker.id };
  const isName =
    /^(?:the )?\p{Lu}/iu.test(source) && !PRONOUN.test(source) && /\p{Lu}/u.test(source.replace(/^The /, ''));
  const name = source.replace(/^[Tt]he /, '');
  const id = slugify(name);
  return isName && id !== '' && !known.some((other) => other.id === id) ? { id, isNew: name } : null;
}

const fold = (name: string): string => name.normalize('NFC').replace(/^the /i, '').replaceAll('’', "'").toLowerCase();
