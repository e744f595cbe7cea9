import { type Cited, quotationNote } from './cited.ts';
import { invertedName, nameParts } from '../base/person-names.ts';

/**
 * Citations as RIS: a newspaper article; quoted words are the abstract, the speaker a note. Only tags of the first
 * specification are used: among later ones, readers take the day of `Y1` for a text (Citation.js) or drop it.
 */
export function toRis(all: readonly Cited[]): string {
  return all.map(record).join('');
}

function record(cited: Cited): string {
  const { key, title, authors, outlet, published, address, quotation } = cited;
  const lines: [tag: string, value: string | null][] = [
    ['TY', 'NEWS'],
    ['ID', key],
    ['T1', title],
    ...authors.map((author): [string, string] => ['AU', invertedName(nameParts(author))]),
    ['JF', outlet],
    ['Y1', `${published.replaceAll('-', '/')}/`],
    ['UR', address],
    ['N2', quotation && quotation.words],
    ['N1', quotation && quotationNote(quotation)],
    ['ER', ''],
  ];
  return lines.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${oneLine(value)}\r\n`])).join('');
}

/**
 * A value of RIS ends with its line, and has no way to be escaped: line breaks become spaces. So do two spaces, which
 * before a hyphen part a tag from its value.
 */
const oneLine = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trimEnd();
