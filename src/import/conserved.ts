import { findQuotes, paragraphsOf } from '../find/quotes/find-quotes.ts';
import { wordsOf } from '../text/words.ts';

/** Quotations of fewer words are titles and terms in marks, which menus and captions also have. */
const FEWEST_WORDS = 4;

/** The quotations of a source that a text does not contain, in their own words. */
export function lostQuotations(source: string, kept: string): string[] {
  const held = spaced(kept);
  const lost = quotationsOf(source).filter((words) => {
    const forms = spaced(words);
    return forms.split(' ').length - 2 >= FEWEST_WORDS && !held.includes(forms);
  });
  return [...new Set(lost)];
}

/** The words of each quotation in a text. */
export function quotationsOf(text: string): string[] {
  return findQuotes(text, paragraphsOf(text)).map(({ start, end }) => text.slice(start, end));
}

/** The forms of the words, each between spaces. */
const spaced = (text: string): string =>
  ` ${wordsOf(text)
    .map(({ form }) => form)
    .join(' ')} `;
