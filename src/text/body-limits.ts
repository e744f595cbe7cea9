import type { Nodes, Root } from 'mdast';

/** Thrown for a body that cannot be read; `line` counts from the body's first, which is 1. */
export class BodyError extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.name = 'BodyError';
    this.line = line;
  }
}

/** Quotations, lists and emphasis in one another: articles have three or four; from about 500 the stack overflows. */
export const MOST_NESTED = 100;

/** Marks in one block: Markdown compares each with those before it, so that this many take up to two seconds. */
export const MOST_MARKS = 5000;

/** Lines in one block, for the same reason. */
export const MOST_LINES = 5000;

/** Block quotations and footnotes in one article: each makes Markdown go over all before it; these take half a second. */
export const MOST_SET_APART = 1000;

/** The characters that Markdown pairs with one another in a paragraph. */
const MARKS = /[*_~[\]]/g;

/** A rule across the page, such as `* * *`: no list, however many its marks. */
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;

/** What begins a line inside of quotations and lists. */
const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))+/;

/** The least columns by which a list is indented in another one. */
const LIST_INDENT = 2;
const TAB = '    ';

const NESTING = new Set('blockquote list footnoteDefinition emphasis strong delete link linkReference'.split(' '));

/**
 * Refuses a body that Markdown's reader would take too long for, or overflow the stack on, before it is read.
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
 * Refuses Markdown that is nested too deep for what walks over it from here on.
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

/** At most how deep the text after the marks of quotations and lists is nested. */
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
    `Quotations, lists, links or emphasis are nested more than ${MOST_NESTED} deep here. Take some of their marks away.`,
  );

const tooLong = (line: number, what: string): BodyError =>
  new BodyError(line, `This paragraph, list or table has more than ${what}. Split it by blank lines.`);
