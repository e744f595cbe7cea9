import { countFirst } from '../base/sorted.ts';
import { type Directive, mapParts, type PageText, type Stretch } from './page-text.ts';

/** Why there can be no link to some words. */
export type NoFragment = 'too short' | 'ambiguous';

/** Up to this many characters, words are quoted whole: naming only their ends would hardly be shorter. */
const LONGEST_WHOLE = 60;
/** The numbers of words to try at either end of a longer text. Fewer than three would often match inside it. */
const END_WORDS = [3, 4, 6, 9, 14];
/**
 * The numbers of words to try as context on a side: enough to distinguish any two sentences of a page that words can
 * distinguish.
 */
const CONTEXT_WORDS = [1, 2, 3, 5, 8, 12, 20, 40];

/**
 * The shortest text directive that leads to a stretch of a page and to nothing before it, percent-encoded and without
 * `text=`: `We%20promised,all%20of%20us`.
 *
 * @returns the directive; if there is none, why: the stretch is less than a word, or appears several times
 */
export function fragmentFor(page: PageText, stretch: Stretch): { fragment: string } | { problem: NoFragment } {
  const { block, start, end } = stretch;
  const text = page.blocks[block] ?? '';
  const edges = page.edges(block);
  const isEdge = (index: number): boolean => edges[countFirst(edges, (edge) => edge < index)] === index;
  const isWhole = isEdge(start) && isEdge(end);
  if (!isWhole || !WORD.test(text.slice(start, end))) return { problem: 'too short' };

  const named = nameWords(text, edges, stretch);
  for (const [before, after] of contexts()) {
    const context = { prefix: wordsBefore(page, stretch, before), suffix: wordsAfter(page, stretch, after) };
    const found = named
      .map((words) => ({ ...words, ...context }))
      .filter((directive) => page.leadsTo(directive, stretch))
      .map(encode);
    const [shortest] = found.toSorted((a, b) => a.length - b.length);
    if (shortest) return { fragment: shortest };
  }
  return { problem: 'ambiguous' };
}

/** A stretch without the space at its ends. */
export function withoutSpace({ blocks }: PageText, { block, start, end }: Stretch): Stretch {
  const words = (blocks[block] ?? '').slice(start, end);
  return { block, start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
}

/** A stretch grown to whole words, without the space around them. */
export function wholeWords(page: PageText, stretch: Stretch): Stretch {
  const { block, start, end } = withoutSpace(page, stretch);
  const edges = page.edges(block);
  return {
    block,
    start: edges[countFirst(edges, (edge) => edge <= start) - 1] ?? start,
    end: edges[countFirst(edges, (edge) => edge < end)] ?? end,
  };
}

/** An address with text directives: `…#s-ID:~:text=Come,quay&text=Yes`. The part before them is permanent. */
export function withFragments(address: string, fragments: readonly string[]): string {
  if (fragments.length === 0) return address;
  const directives = fragments.map((fragment) => `text=${fragment}`).join('&');
  return `${address}${address.includes('#') ? '' : '#'}:~:${directives}`;
}

/** The ways in which a directive may name the words: whole and, if they are long, by their ends. */
function nameWords(
  text: string,
  edges: readonly number[],
  { start, end }: Stretch,
): Pick<Directive, 'start' | 'end'>[] {
  const whole = { start: text.slice(start, end), end: '' };
  if (end - start <= LONGEST_WHOLE) return [whole];
  const inside = edges.slice(
    countFirst(edges, (edge) => edge <= start),
    countFirst(edges, (edge) => edge < end),
  );
  const heads = inside.filter((edge) => isWordEnd(text, edge));
  const tails = inside.filter((edge) => isWordStart(text, edge)).toReversed();
  const byEnds = END_WORDS.flatMap((count) => {
    const [head, tail] = [heads[count - 1], tails[count - 1]];
    return head && tail && head < tail ? [{ start: text.slice(start, head), end: text.slice(tail, end) }] : [];
  });
  return [...byEnds, whole];
}

/** The last words before a stretch: in its block or, if it begins the block, in the one before. */
function wordsBefore(page: PageText, { block, start }: Stretch, count: number): string {
  let at = block;
  let text = (page.blocks[at] ?? '').slice(0, start).trimEnd();
  while (text === '' && at > 0) text = page.blocks[--at]?.trimEnd() ?? '';
  if (count === 0) return '';
  const edges = page.edges(at);
  let words = 0;
  for (let index = countFirst(edges, (edge) => edge < text.length) - 1; index >= 0; index--) {
    const edge = edges[index] ?? 0;
    if (isWordStart(text, edge) && ++words === count) return text.slice(edge);
  }
  return text;
}

/** The first words after a stretch: in its block or, if it ends the block, in the one after. */
function wordsAfter(page: PageText, { block, end }: Stretch, count: number): string {
  let [at, from] = [block, end];
  while ((page.blocks[at] ?? '').slice(from).trim() === '' && at < page.blocks.length) [at, from] = [at + 1, 0];
  if (count === 0) return '';
  const text = page.blocks[at] ?? '';
  const edges = page.edges(at);
  let words = 0;
  for (let index = countFirst(edges, (edge) => edge <= from); index < edges.length; index++) {
    const edge = edges[index] ?? 0;
    if (isWordEnd(text, edge) && ++words === count) return text.slice(from, edge).trim();
  }
  return text.slice(from).trim();
}

/** How much context to try, least first: none, then on one side, then on both. */
function* contexts(): Generator<[before: number, after: number]> {
  yield [0, 0];
  for (const count of CONTEXT_WORDS) {
    yield [0, count];
    yield [count, 0];
    yield [count, count];
  }
}

const WORD = /[\p{L}\p{N}]/u;
const isWordStart = (text: string, edge: number): boolean => WORD.test(text[edge] ?? '');
const isWordEnd = (text: string, edge: number): boolean => /[\p{L}\p{N}\p{M}]/u.test(text[edge - 1] ?? '');

/** Encodes hyphens and commas too, which separate the parts of a directive. */
function encode(directive: Directive): string {
  const { prefix, start, end, suffix } = mapParts(directive, (part) => encodeURIComponent(part).replaceAll('-', '%2D'));
  return [prefix && `${prefix}-`, start, end, suffix && `-${suffix}`].filter(Boolean).join(',');
}
