/** A word of a text, as the search sees it. */
export interface Word {
  /** The word in lower case without diacritics: two words with the same form match verbatim. */
  form: string;
  /** Where it is in the text, as string indices, end exclusive. */
  start: number;
  end: number;
}

/**
 * Letters and digits, and what may be inside a word: apostrophes, Armenian stress and question marks, soft hyphens and
 * joiners, and the separators of a number. A hyphen or a dash separates words, so that "well known" finds "well-known"
 * and vice versa.
 */
const WORD = /[\p{L}\p{M}\p{N}]+(?:(?:['’ʼ՚՛՜՞\u00AD\u200B-\u200D]|(?<=\d)[.,](?=\d))[\p{L}\p{M}\p{N}]+)*/gu;

/** Marks inside a word that do not make it a different word. */
const SILENT = /[՛՜՞\u00AD\u200B-\u200D]/g;

/** Combining diacritics, except that of `й`, which is a letter of its own. */
const DIACRITIC = /(?<!и)[\u0300-\u036f]/g;

/** Letters that Unicode does not decompose. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  և: 'եւ',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    form: formOf(word),
    start: index,
    end: index + word.length,
  }));
}

/** The forms of the words of a text, in order. */
export const formsOf = (text: string): string[] => wordsOf(text).map(({ form }) => form);

/** A word in lower case, without diacritics, with a straight apostrophe and without thousands separators. */
function formOf(word: string): string {
  if (/^[a-z]+$/.test(word)) return word;
  const lower = word.replace(SILENT, '').toLowerCase().normalize('NFD').replace(DIACRITIC, '').normalize('NFC');
  const plain = lower.replace(/[’ʼ՚]/g, "'").replace(LETTER, (letter) => LETTERS[letter] ?? letter);
  return /^\d/.test(plain) ? plain.replace(/,(?=\d{3}(?!\d))/g, '') : plain;
}
