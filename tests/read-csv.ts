/** One character of an unquoted field (`TEXTDATA`), in UTF-8 instead of ASCII. */
const PLAIN = /[^\p{Cc}",]*/uy;
/** A quoted field: anything between quotation marks, a quotation mark doubled. */
const QUOTED = /"((?:[^"]|"")*)"/y;

/**
 * Reads CSV strictly by the grammar of RFC 4180: all records, including the last, end with CRLF and have as many fields
 * as the first; a field with a line break, a comma or a quotation mark is quoted.
 *
 * @throws an error with the position of the first invalid character
 */
export function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const record: string[] = [];
    do {
      if (record.length > 0) at++; // the comma
      const isQuoted = text[at] === '"';
      const pattern = isQuoted ? QUOTED : PLAIN;
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (!match) throw problem('a quoted field that does not end', records.length, at);
      record.push(isQuoted ? (match[1] ?? '').replaceAll('""', '"') : match[0]);
      at += match[0].length;
    } while (text[at] === ',');
    if (!text.startsWith('\r\n', at)) throw problem('no comma and no CRLF after a field', records.length, at);
    at += 2;
    records.push(record);
    if (record.length !== records[0]?.length) throw problem(`${record.length} fields`, records.length - 1, at);
  }
  return records;

  function problem(what: string, record: number, index: number): Error {
    const near = JSON.stringify(text.slice(Math.max(0, index - 30), index + 30));
    return new Error(`Record ${record + 1} is not CSV (RFC 4180): ${what}, at ${near}.`);
  }
}
