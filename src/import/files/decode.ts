import { analyse } from 'chardet';

/** A text with the encoding that it was read in. */
export interface Decoded {
  text: string;
  /** As the Encoding Standard names it: `utf-8`, `windows-1252`. */
  encoding: string;
  /** Whether the encoding was only detected, from the bytes themselves. */
  isGuessed: boolean;
}

/** What a file begins with, to see its byte order mark or the encoding that it declares. */
const HEAD = 4096;

/** How many bytes are looked at to detect an encoding. */
const DETECTED = 65_536;

const DECLARED = [/<\?xml[^>]*\bencoding=["']([\w-]+)["']/i, /<meta[^>]+charset=["']?\s*([\w-]+)/i];

/**
 * Decodes a file: as its byte order mark says, as UTF-8 if it is that, as it declares, or as its bytes look.
 *
 * @param given an encoding that the editor named
 * @throws RangeError if there is no such encoding
 */
export function decode(bytes: Uint8Array, given?: string): Decoded {
  if (given !== undefined) return decodeAs(bytes, given, false);
  const mark = markedEncoding(bytes);
  if (mark) return decodeAs(bytes, mark, false);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', isGuessed: false };
  } catch {
    return decodeAs(bytes, declaredEncoding(bytes) ?? detectedEncoding(bytes), declaredEncoding(bytes) === null);
  }
}

function decodeAs(bytes: Uint8Array, encoding: string, isGuessed: boolean): Decoded {
  const decoder = new TextDecoder(encoding);
  return { text: decoder.decode(bytes), encoding: decoder.encoding, isGuessed };
}

function markedEncoding([first, second, third, fourth]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Text in UTF-16 without a mark begins with an ASCII character, whose other byte is zero.
  if (first && second === 0 && third && fourth === 0) return 'utf-16le';
  if (first === 0 && second && third === 0 && fourth) return 'utf-16be';
  return null;
}

/** The encoding that HTML or XML declares, unless it says UTF-8, which it is not. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const declared = DECLARED.map((form) => form.exec(head)?.[1]?.toLowerCase()).find((name) => name !== undefined);
  return declared !== undefined && declared !== 'utf-8' && isEncoding(declared) ? declared : null;
}

/** The likeliest encoding that can be decoded. Those of the IBM mainframe are never what a newsroom has. */
function detectedEncoding(bytes: Uint8Array): string {
  const likely = analyse(bytes.subarray(0, DETECTED)).map(({ name }) => name.toLowerCase());
  return (
    likely.find((name) => name !== 'utf-8' && !/ebcdic|ibm|utf-(?:16|32)|iso-2022/.test(name) && isEncoding(name)) ??
    'windows-1252'
  );
}

function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== 'replacement';
  } catch {
    return false;
  }
}
