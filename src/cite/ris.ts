import { type Cited, quotationNote } from './cited.ts';
import { invertedName, nameParts } from './names.ts';

/** Citations as RIS (refman.com): a newspaper article; quoted words are the abstract, the speaker a note. */
export function toRis(all: readonly Cited[]): string {
  return all.map(record).join('');
}

function record(cited: Cited): string {
  const { key, title, authors, outlet, archive, published, language, address, quotation } = cited;
  const lines: [tag: string, value: string | null][] = [
    ['TY', 'NEWS'],
    ['ID', key],
    ['TI', title],
    ...authors.map((author): [string, string] => ['AU', invertedName(nameParts(author))]),
    ['T2', outlet],
    ['Y1', `${published.replaceAll('-', '/')}/`],
    ['DB', archive],
    ['LA', language],
    ['UR', address],
    ['AB', quotation && quotation.words],
    ['N1', quotation && quotationNote(quotation)],
    ['ER', ''],
  ];
  return lines.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${oneLine(value)}\r\n`])).join('');
}

/** A value of RIS ends with its line, and has no way to be escaped: a line break becomes a space. */
// eslint-disable-next-line no-control-regex -- control characters are what this looks for
const oneLine = (text: string): string => text.replaceAll(/[\s\u0000-\u001f\u007f\u0085\u2028\u2029]*[\n\r\u000b\u000c\u0085\u2028\u2029][\s]*/g, ' ').trimEnd();
