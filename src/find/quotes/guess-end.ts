import { CUE_VERBS } from '../grammar/words.ts';

const NAMED = String.raw`(?:he|she|they|I|we|it|the \p{Ll}+(?: \p{Ll}+)?|a \p{Ll}+(?: \p{Ll}+)?|\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,4})`;
const AFTER_WORDS = new RegExp(
  String.raw`[,?!.…—–]\s+(?<who>${NAMED}) (?:has |had |also |later |then )*(?<cue>\p{Ll}+)|[,?!]\s+(?<first>\p{Ll}+) (?=\p{Lu}|the |a |an )`,
  'gu',
);
const SENTENCE_END = /[.!?…]['’]?(?=\s|$)/g;

/**
 * Guesses where a quotation ends if its closing mark is missing: before the words that attribute it (`, he said`);
 * otherwise at the end of its last complete sentence before the next mark, so that the narration there begins a new
 * sentence.
 *
 * @param from the first character after the opening mark
 * @param limit the next opening mark, or the end of the paragraph
 */
export function guessEnd(text: string, from: number, limit: number): number {
  const words = text.slice(from, limit);
  for (const match of words.matchAll(AFTER_WORDS)) {
    const verb = CUE_VERBS.get(match.groups?.['cue'] ?? match.groups?.['first'] ?? '');
    if (verb?.kind === 'speech' && verb.form === 'finite') return from + match.index + 1;
  }
  const ends = [...words.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length);
  const last = ends.at(-1);
  const isCut = limit < text.length && text[limit] !== '\n';
  if (isCut) return from + (last ?? words.trimEnd().length);
  return limit;
}
