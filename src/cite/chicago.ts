import type { Cited, Quotation } from './cited.ts';
import { fullName, invertedName, nameParts } from '../base/person-names.ts';
import { MONTHS } from '../base/day.ts';
import { firstUpper } from '../text/first-upper.ts';
import { closed, dayParts, doubt, inSeries, quotedTitle, type Run } from './runs.ts';

/** With more authors than this, a bibliography names three and a note one (Chicago 13.23, 18th edition). */
const MOST_LISTED = 6;
const FIRST_LISTED = 3;
const MOST_NOTED = 2;

/**
 * A bibliography entry in Chicago style (18th edition, 14.89 to 14.91): an unsigned article is listed under its
 * newspaper.
 *
 * `Marsh, Bo. “Lights.” *The Wick*, April 1, 2016. https://….`
 */
export function chicagoReference(cited: Cited): Run[] {
  const { outlet, archive, address } = cited;
  const names = cited.authors.map(nameParts);
  const listed = names.length > MOST_LISTED ? names.slice(0, FIRST_LISTED) : names;
  const shown = listed.map((name, index) => (index === 0 ? invertedName(name) : fullName(name)));
  const authors = names.length > MOST_LISTED ? `${shown.join(', ')}, et al.` : inverted(shown);
  const day = longDay(cited.published);
  const work = titled(cited, '.');
  if (!authors && outlet) return [{ italic: outlet }, `. ${work} ${day}. ${address}.`];
  const head = authors ? `${closed(authors, '.')} ${work} ` : `${work} `;
  return [head, outlet ? { italic: outlet } : archive, `, ${day}. ${address}.`];
}

/** A note in Chicago style (13.18 to 13.22; of words quoted elsewhere, 14.158): `Ines Farrow, quoted in Bo Marsh, “Lights,” …`. */
export function chicagoNote(cited: Cited): Run[] {
  const { outlet, archive, address, quotation } = cited;
  const names = cited.authors.map((author) => fullName(nameParts(author)));
  const authors = names.length > MOST_NOTED ? `${names[0] ?? ''} et al.` : names.join(' and ');
  const head = `${authors ? `${authors}, ` : ''}${titled(cited, ',')} `;
  const intro = quotation ? firstUpper(`${quotedBy(quotation)} in `) : '';
  return [intro + head, outlet ? { italic: outlet } : archive, `, ${longDay(cited.published)}, ${address}.`];
}

/** `Ines Farrow, quoted in translation` */
function quotedBy(quotation: Quotation): string {
  const { speaker, isSure, isQuoted, isTranslated } = quotation;
  const verb = `${isQuoted ? 'quoted' : 'as reported'}${isTranslated ? ' in translation' : ''}`;
  return speaker ? `${doubt(isSure)}${fullName(nameParts(speaker))}, ${verb}` : verb;
}

/** A headline in quotation marks; a supplied one only in its brackets. */
function titled({ title, isTitleSupplied }: Cited, point: string): string {
  return isTitleSupplied ? `${title}${point}` : quotedTitle(title, point);
}

/** Joins names of which the first is inverted, so that a comma precedes "and" even for two. */
function inverted(names: readonly string[]): string {
  return names.length === 2 ? names.join(', and ') : inSeries(names, 'and');
}

function longDay(day: string): string {
  const { year, month, date } = dayParts(day, MONTHS);
  return `${month} ${date}, ${year}`;
}
