/** A word of a text as it is searched. */
export interface Word {
  /** The word in lower case without diacritics: two words are the same, verbatim, when their forms are equal. */
  form: string;
  /** Where it is in the text, as string indices, end exclusive. */
  start: number;
  end: number;
}

/**
 * Letters and figures, with what may be inside a word: apostrophes, Armenian marks of stress and question, soft
 * hyphens and joiners; and the stops of a number. A hyphen or a dash parts words, so that "well-known" is found by
 * "well known" and the other way round.
 */
const WORD = /[\p{L}\p{M}\p{N}]+(?:(?:['’ʼ՚՛՜՞\u00AD\u200B-\u200D]|(?<=\d)[.,](?=\d))[\p{L}\p{M}\p{N}]+)*/gu;

/** Marks inside a word that make no other word of it. */
const SILENT = /[՛՜՞\u00AD\u200B-\u200D]/g;

/** Combining diacritics, but for that of `й`, which is a letter of its own. */
const DIACRITIC = /(?<!и)[\u0300-\u036f]/g;

/** Letters that Unicode does not take apart. */
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

/** A word in lower case, without diacritics, its apostrophe straight, its thousands unparted. */
function formOf(word: string): string {
  if (/^[a-z]+$/.test(word)) return word;
  const lower = word.replace(SILENT, '').toLowerCase().normalize('NFD').replace(DIACRITIC, '').normalize('NFC');
  const plain = lower.replace(/[’ʼ՚]/g, "'").replace(LETTER, (letter) => LETTERS[letter] ?? letter);
  return /^\d/.test(plain) ? plain.replace(/,(?=\d{3}(?!\d))/g, '') : plain;
}
