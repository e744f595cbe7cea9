import { standingAlone } from '../text/shown-words.ts';
import { type Cited, quotationNote } from './cited.ts';
import { invertedName, nameParts } from '../base/person-names.ts';

/**
 * Citations as RIS: newspaper articles; quoted words are the abstract, the speaker a note. Only tags of the first
 * specification are used: readers treat the day in `Y1` as text (Citation.js) or drop it if later tags are present.
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
    ['N2', quotation && standingAlone(quotation.words)],
    ['N1', quotation && quotationNote(quotation)],
    ['ER', ''],
  ];
  return lines.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${oneLine(value)}\r\n`])).join('');
}

/**
 * A RIS value ends with its line and cannot be escaped, so line breaks become spaces. So do double spaces, which before
 * a hyphen separate a tag from its value.
 */
const oneLine = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trimEnd();
