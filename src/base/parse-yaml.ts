import { Composer, type CST, Document, type LineCounter, Parser, YAMLParseError } from 'yaml';

/** Lists and maps in one another: the files of an archive have five; from about a thousand the stack overflows. */
export const MOST_NESTED = 100;

/**
 * Parses YAML as `parseDocument` does, but for what is nested so deep that reading it would overflow the stack.
 *
 * @returns an empty document and where the nesting goes too deep, if it does
 */
export function parseShallow(source: string, lines: LineCounter): { document: Document; tooDeepAt: number | null } {
  const tokens = [...new Parser(lines.addNewLine).parse(source)];
  const tooDeepAt = findTooDeep(tokens);
  if (tooDeepAt !== null) return { document: new Document(), tooDeepAt };
  const [document = new Document(), second] = new Composer({ prettyErrors: false }).compose(
    tokens,
    true,
    source.length,
  );
  if (second) {
    const [start, end] = second.range;
    document.errors.push(
      new YAMLParseError(
        [start, end],
        'MULTIPLE_DOCS',
        'The file contains several documents, parted by `---`: keep one.',
      ),
    );
  }
  return { document, tooDeepAt };
}

/** Where lists and maps are nested too deep, found without recursion; `null` if they are not. */
function findTooDeep(tokens: readonly CST.Token[]): number | null {
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (token.type === 'document' && token.value) open.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    if (depth >= MOST_NESTED) return token.offset;
    for (const { key, value } of token.items) {
      for (const inner of [key, value]) if (inner) open.push({ token: inner, depth: depth + 1 });
    }
  }
  return null;
}
