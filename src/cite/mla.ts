import type { Cited } from './cited.ts';
import { familyName, fullName, invertedName, nameParts } from '../base/person-names.ts';
import { closed, dayParts, doubt, quotedTitle, type Run, shortTitle } from './runs.ts';

/** Months of five letters or more are abbreviated (MLA Handbook, 9th edition, appendix 1). */
const MONTHS = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'];

/**
 * An entry of a works-cited list in MLA style (9th edition, chapter 5): the newspaper is the first container, the
 * archive the second; without a newspaper, the archive is the only one.
 *
 * `Marsh, Bo. “Lights.” *The Wick*, 1 Apr. 2016. *The Archive*, https://….`
 */
export function mlaReference(cited: Cited): Run[] {
  const { title, isTitleSupplied, outlet, archive, address } = cited;
  const names = cited.authors.map(nameParts);
  const [first, second] = names;
  const authors = !first
    ? ''
    : !second
      ? invertedName(first)
      : `${invertedName(first)}, ${names.length > 2 ? 'et al.' : `and ${fullName(second)}`}`;
  const { year, month, date } = dayParts(cited.published, MONTHS);
  const day = `${date} ${month} ${year}`;
  const head = `${authors ? `${closed(authors, '.')} ` : ''}${isTitleSupplied ? `${title}.` : quotedTitle(title, '.')} `;
  if (!outlet) return [head, { italic: archive }, `, ${day}, ${address}.`];
  return [head, { italic: outlet }, `, ${day}. `, { italic: archive }, `, ${address}.`];
}

/** The in-text citation (MLA 6.3 to 6.10, 6.77): `(qtd. in Marsh)`. */
export function mlaInText(cited: Cited): string {
  const { authors, title, isTitleSupplied, quotation } = cited;
  const names = authors.map((author) => familyName(nameParts(author)));
  const who = names.length > 2 ? `${names[0] ?? ''} et al.` : names.join(' and ');
  const short = shortTitle(title);
  const work = who || (isTitleSupplied ? short : quotedTitle(short, ''));
  if (!quotation) return `(${work})`;
  const { isSure, speaker, isQuoted, isTranslated } = quotation;
  const name = speaker ? `${doubt(isSure)}${familyName(nameParts(speaker))}, ` : '';
  return `(${name}${isQuoted ? 'qtd.' : 'reported'} ${isTranslated ? 'in translation ' : ''}in ${work})`;
}
