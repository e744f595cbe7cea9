/** What the day of a statement rests on. */
export const SAID_BASES = ['text', 'broadcast', 'same-occasion', 'editor'] as const;
export type SaidBasis = (typeof SAID_BASES)[number];

/** The same in words. */
export const SAID_BASIS_WORDS: Record<SaidBasis, string> = {
  text: 'the article says when',
  broadcast: 'the day of the broadcast',
  'same-occasion': 'said on the same occasion as another statement',
  editor: 'established by an editor',
};
