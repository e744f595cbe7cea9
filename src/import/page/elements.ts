/** The elements that a selector matches, in their order. */
export const all = (document: Document, selector: string): Element[] => [...document.querySelectorAll(selector)];

/** A text as one line. */
export const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A name or a headline as it is compared: only its letters and figures count. */
export const comparable = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** How many elements are looked at that a selector names for a day or an author. */
export const MOST_ELEMENTS = 12;

/** Elements whose text may be a line of the head. */
const LINES = 'p, span, div, li, small, h4, h5, h6, td, b, i, em, font';
const MOST_LINES = 600;
const LONGEST_LINE = 120;

/** The short texts at the beginning of a page. */
export function shortLines(document: Document): string[] {
  const texts = all(document, LINES)
    .slice(0, MOST_LINES)
    .map((element) => clean(element.textContent));
  return texts.filter((text) => text.length > 0 && text.length <= LONGEST_LINE);
}
