import type { Reading } from '../reading.ts';
import { isSentenceCase } from './heading.ts';

/** How an article writes its words: what tells a name from a word that only begins a sentence. */
export interface Vocabulary {
  /** Whether a word also appears in lower case: "controversial", "oceanographers" (asked in the singular too). */
  isCommon: (lower: string) => boolean;
  /** Whether a word has a capital within a sentence. */
  isCapitalInside: (text: string) => boolean;
}

const LOWER_WORD = /(?<![\p{L}\p{N}@#.'’-])\p{Ll}[\p{L}\p{M}]*(?:-[\p{L}\p{M}]+)*/gu;

/** Reads how an article writes its words, quotations included. Headings tell nothing: they capitalise what they like. */
export function readVocabulary({ text, sentences }: Reading): Vocabulary {
  const lower = new Set<string>();
  for (const [word] of text.matchAll(LOWER_WORD)) lower.add(word);
  const capital = new Set<string>();
  for (const { tokens } of sentences) {
    if (!isSentenceCase(tokens)) continue;
    tokens.forEach(({ text: word, isCapital, kind }, at) => {
      if (kind === 'word' && isCapital && tokens[at - 1]?.kind === 'word') capital.add(word);
    });
  }
  return {
    isCommon: (word) =>
      lower.has(word) || lower.has(`${word}s`) || (word.endsWith('s') && lower.has(word.slice(0, -1))),
    isCapitalInside: (word) => capital.has(word),
  };
}
