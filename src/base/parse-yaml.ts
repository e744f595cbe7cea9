import { Composer, type CST, Document, type LineCounter, Parser, YAMLParseError } from 'yaml';

/**
 * The deepest nesting of lists and maps. The files of an archive need five levels; at about a thousand the stack
 * overflows.
 */
export const MOST_NESTED = 100;

/**
 * Parses YAML as `parseDocument` does, but refuses nesting so deep that it would overflow the stack.
 *
 * @returns the document; or, if it is nested too deep, an empty document and the offset at which it is
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
        'The file contains several documents, separated by `---`: keep one.',
      ),
    );
  }
  return { document, tooDeepAt };
}

/** The offset at which lists and maps are nested too deep, found without recursion; `null` if they are not. */
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
