import type { Nodes, Root } from 'mdast';

/** Thrown for a body that cannot be read; `line` counts from 1 at the start of the body. */
export class BodyError extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.name = 'BodyError';
    this.line = line;
  }
}

/**
 * The deepest nesting of quotations, lists and emphasis. Articles need three or four levels; at about 500 the stack
 * overflows.
 */
export const MOST_NESTED = 100;

/**
 * The most marks in one block. The Markdown parser compares each with all before it, so this many take up to two
 * seconds.
 */
export const MOST_MARKS = 5000;

/** The most lines in one block, for the same reason. */
export const MOST_LINES = 5000;

/**
 * The most block quotations and footnotes in one article. Each makes the parser revisit all before it; this many take
 * half a second.
 */
export const MOST_SET_APART = 1000;

/** The characters that Markdown pairs within a paragraph. */
const MARKS = /[*_~[\]]/g;

/** A thematic break such as `* * *`, which is not a list, however many marks it has. */
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;

/** The markers at the start of a line inside quotations and lists. */
const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))+/;

/** The smallest indentation of a nested list, in columns. */
const LIST_INDENT = 2;
const TAB = '    ';

const NESTING = new Set('blockquote list footnoteDefinition emphasis strong delete link linkReference'.split(' '));

/**
 * Refuses a body before it is parsed if the Markdown parser would take too long or overflow the stack.
 *
 * @throws BodyError with the line and what to do
 */
export function checkSize(body: string): void {
  let [lines, marks, open, apart] = [0, 0, 0, 0];
  let wasQuoted = false;
  for (const [index, text] of body.split('\n').entries()) {
    const line = index + 1;
    if (text.trim() === '') [lines, marks, open] = [0, 0, 0];
    else if (++lines > MOST_LINES) throw tooLong(line, `${MOST_LINES} lines`);
    const containers = RULE.test(text) ? '' : (CONTAINERS.exec(text)?.[0] ?? '');
    if (depthOf(containers) > MOST_NESTED) throw tooDeep(line);

    for (const [mark] of text.matchAll(MARKS)) {
      marks++;
      if (mark === '[') open++;
      else if (mark === ']') open = Math.max(0, open - 1);
      if (open > MOST_NESTED) throw tooDeep(line);
    }
    if (marks > MOST_MARKS) throw tooLong(line, `${MOST_MARKS} of the marks \`*\`, \`_\`, \`~\`, \`[\` and \`]\``);

    const isQuoted = containers.includes('>');
    if ((isQuoted && !wasQuoted) || /^ {0,3}\[\^/.test(text)) apart++;
    wasQuoted = isQuoted;
    if (apart > MOST_SET_APART) {
      const message = `The article has more than ${MOST_SET_APART} block quotations and footnotes. Split it into several articles.`;
      throw new BodyError(line, message);
    }
  }
}

/**
 * Refuses a tree that is nested too deep for the recursive code that handles it next.
 *
 * @throws BodyError with the line and what to do
 */
export function checkNesting(tree: Root): void {
  const open: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node } = next;
    const depth = next.depth + (NESTING.has(node.type) ? 1 : 0);
    if (depth > MOST_NESTED) throw tooDeep(node.position?.start.line ?? 1);
    if ('children' in node) for (const child of node.children) open.push({ node: child, depth });
  }
}

/** An upper bound of how deep the text after the markers of quotations and lists is nested. */
function depthOf(containers: string): number {
  const [indent = ''] = /^[ \t]*/.exec(containers) ?? [];
  const markers =
    containers
      .match(/\S+/g)
      ?.join('')
      .match(/>|[-+*]|\d+[.)]/g) ?? [];
  return markers.length === 0 ? 0 : markers.length + Math.floor(indent.replaceAll('\t', TAB).length / LIST_INDENT);
}

const tooDeep = (line: number): BodyError =>
  new BodyError(
    line,
    `Quotations, lists, links or emphasis are nested more than ${MOST_NESTED} deep here. Remove some of their marks.`,
  );

const tooLong = (line: number, what: string): BodyError =>
  new BodyError(line, `This paragraph, list or table has more than ${what}. Split it by blank lines.`);
