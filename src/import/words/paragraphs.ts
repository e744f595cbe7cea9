/** Longer than any wrapped line: if a text has such lines and no blank ones, each line is a paragraph. */
const WRAP_LIMIT = 100;

/** Splits lines into paragraphs: by blank lines; if there are none, by indented lines, or each long line is one. */
export function splitParagraphs(lines: readonly string[]): string[] {
  const text = lines.join('\n').trim();
  const hasBlank = /\n\s*\n/.test(text);
  const isIndented = !hasBlank && lines.some((line, at) => at > 0 && /^(?:\t| {2,})\S/.test(line));
  const isLineEach = !hasBlank && lines.some((line) => line.length > WRAP_LIMIT);
  return text
    .split(isIndented ? /\n(?=\t| {2,}\S)/ : isLineEach ? /\n/ : /\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
