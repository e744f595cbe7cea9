/** Bytes of a file, from 0, the end inclusive. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Reads a `Range` field (RFC 9110, section 14.2) for a file of `size` bytes. `whole` is the result for units other than
 * bytes and for several ranges, which a server may ignore; `unsatisfiable` means that no range is well formed and
 * begins inside the file.
 */
export function readRange(field: string, size: number): ByteRange | 'whole' | 'unsatisfiable' {
  const list = /^bytes=(.*)$/i.exec(field)?.[1];
  if (list === undefined) return 'whole';
  const parts = list.split(',').filter((part) => part.trim() !== '');
  const [range] = parts.map((part) => readOne(part.trim(), size)).filter((read) => read !== null);
  if (!range) return 'unsatisfiable';
  return parts.length === 1 ? range : 'whole';
}

/** `0-9`, `10-` (from there on) or `-5` (the last five). */
function readOne(text: string, size: number): ByteRange | null {
  const [, first = '', last = ''] = /^(\d*)-(\d*)$/.exec(text) ?? [];
  if (first === '' && last === '') return null;
  const range =
    first === ''
      ? { start: Math.max(size - Number(last), 0), end: size - 1 }
      : { start: Number(first), end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
  return range.start > range.end ? null : range;
}
