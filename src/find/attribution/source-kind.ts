import type { Phrase } from '../grammar/noun-phrases.ts';
import type { Token } from '../grammar/tokens.ts';
import { DOCUMENT_NOUNS, ROLE_NOUNS, SPEECH_NOUNS } from '../grammar/words.ts';

export type SourceKind = 'he' | 'they' | 'it' | 'I' | 'document' | 'name' | 'role' | 'speech' | 'capital' | 'other';

const PRONOUN_KINDS: Record<string, SourceKind> = {
  he: 'he',
  she: 'he',
  his: 'he',
  her: 'he',
  they: 'they',
  it: 'it',
  its: 'it',
  you: 'it',
  i: 'I',
  we: 'I',
  who: 'I',
  my: 'I',
  our: 'I',
  their: 'I',
};

/** The kind of source that a noun phrase is, judged by its words before any comma. */
export function sourceKind(
  tokens: readonly Token[],
  { from, to }: Phrase,
): { kind: SourceKind; isAcrossQuote: boolean } {
  const words = tokens.slice(from, to);
  const isAcrossQuote = words.some(({ kind }) => kind === 'quote');
  return { kind: kindOf(words), isAcrossQuote };
}

function kindOf(words: readonly Token[]): SourceKind {
  const [first] = words;
  const pronoun = words.length === 1 && first ? PRONOUN_KINDS[first.lower] : undefined;
  if (pronoun) return pronoun;
  const comma = words.findIndex(({ kind }) => kind === 'comma');
  const head = comma > 0 ? words.slice(0, comma) : words;
  const has = (nouns: ReadonlySet<string>): boolean => head.some(({ lower }) => nouns.has(lower));
  if (has(DOCUMENT_NOUNS) && !has(ROLE_NOUNS)) return 'document';
  const isName = head.some(({ isCapital, kind }, at) => isCapital && kind === 'word' && (at > 0 || head.length === 1));
  if (isName) return 'name';
  if (has(ROLE_NOUNS)) return 'role';
  if (has(SPEECH_NOUNS)) return 'speech';
  return first?.isCapital ? 'capital' : 'other';
}
