import { MONTHS } from '../base/day.ts';
import type { Cited } from './cited.ts';
import { familyName, initials, type NameParts, nameParts } from '../base/person-names.ts';
import { closed, dayParts, doubt, quotedTitle, type Run, shortTitle } from './runs.ts';

/** With this many authors or more, those between the nineteenth and the last are left out (APA 9.8). */
const MANY = 21;

/**
 * An entry of a reference list in APA style (Publication Manual, 7th edition, 9.7 to 9.37 and 10.16): a newspaper
 * article or, if no outlet is recorded, a page of the archive's site.
 *
 * `Marsh, B. (2016, April 1). Lights. *The Wick*. https://…`
 */
export function apaReference(cited: Cited): Run[] {
  const { title, isTitleSupplied, outlet, archive, address } = cited;
  const { year, month, date } = dayParts(cited.published, MONTHS);
  const dated = `(${year}, ${month} ${date}).`;
  const work: Run[] = outlet || isTitleSupplied ? [closed(title, '.')] : [{ italic: closed(title, '.') }];
  const source: Run[] = outlet
    ? [{ italic: outlet }, closed(outlet, '.').slice(outlet.length)]
    : [closed(archive, '.')];
  const authors = authorList(cited.authors.map(nameParts));
  const head: Run[] = authors ? [`${closed(authors, '.')} ${dated} `, ...work] : [...work, ` ${dated}`];
  return [...head, ' ', ...source, ` ${address}`];
}

/**
 * The in-text citation (APA 8.6, 8.11, 8.14): `(Farrow, as cited in Marsh, 2016)`. Without an author it has the title,
 * formatted as in the reference list: an article's in quotation marks, a page's in italics.
 */
export function apaInText(cited: Cited): Run[] {
  const { authors, isTitleSupplied, outlet, title, quotation } = cited;
  const names = authors.map((author) => familyName(nameParts(author)));
  const who = names.length > 2 ? `${names[0] ?? ''} et al.` : names.join(' & ');
  const year = cited.published.slice(0, 4);
  const short = shortTitle(title);
  const titled: Run[] = outlet ? [`${quotedTitle(short, ',')} ${year}`] : [{ italic: short }, `, ${year}`];
  const work: Run[] = who || isTitleSupplied ? [`${who || short}, ${year}`] : titled;
  if (!quotation) return ['(', ...work, ')'];
  const { speaker, isSure, isTranslated } = quotation;
  const name = speaker ? `${doubt(isSure)}${familyName(nameParts(speaker))}, ` : '';
  return [`(${name}as cited ${isTranslated ? 'in translation ' : ''}in `, ...work, ')'];
}

function authorList(names: readonly NameParts[]): string {
  const shown = names.map((name) => {
    if ('literal' in name) return name.literal;
    return [familyName(name), initials(name.given), name.suffix].filter(Boolean).join(', ');
  });
  if (shown.length >= MANY) return `${shown.slice(0, 19).join(', ')}, . . . ${shown.at(-1) ?? ''}`;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')}, & ${shown.at(-1) ?? ''}`;
}
