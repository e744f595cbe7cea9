/** The texts of the published site in one language. */
export interface Words {
  /** The language of the interface, as a BCP 47 tag. */
  language: string;
  /** How numbers and lists are written. */
  locale: string;
  /** How days and months are written, for each month: `{day} January {year}`, `January {year}`. */
  days: readonly string[];
  months: readonly string[];
  /** What stands between the thousands of a number, and from how many digits on. */
  group: { mark: string; from: number };
  /** The texts by their keys, such as `front.newest`. One that depends on a number has a form for each plural category. */
  messages: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  /** The path, from the archive's root, of the file that brings texts to scripts. */
  file: string;
}

/** Compiled pages have a copy of this module of their own, but are in the same language. */
const shared = globalThis as typeof globalThis & { verbatimWords?: Words };

/** Chooses the language of the interface for this process or page. */
export function setWords(words: Words): void {
  shared.verbatimWords = words;
}

/** The texts that were chosen. */
export function words(): Words {
  if (!shared.verbatimWords) throw new Error('The texts of the interface are used before they are loaded.');
  return shared.verbatimWords;
}
