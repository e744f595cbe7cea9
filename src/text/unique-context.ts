import type { Span } from './canonical-text.ts';
import { occurOnce } from './occur-once.ts';

/** UTF-16 units of context on each side to begin with; doubled until the words with their context are unique. */
const CONTEXT = 32;

/** Separates texts that are searched together: a character that no page contains. */
const APART = '\0';

/**
 * Grows stretches of a text on both sides until each occurs only once in the text and the others together. No surrogate
 * pair is split. The time is linear in the length of the text, however many stretches there are.
 *
 * @returns the grown stretches, in the same order; a stretch becomes the whole text if nothing shorter occurs only once
 */
export function withUniqueContext(text: string, stretches: readonly Span[], others: readonly string[] = []): Span[] {
  const searched = [text, ...others].join(APART);
  const all = stretches.map((stretch) => ({ stretch, grown: stretch }));
  let open = all;
  for (let context = CONTEXT; open.length > 0; context *= 2) {
    for (const entry of open) entry.grown = grow(text, entry.stretch, context);
    if (context >= text.length) break;
    const once = occurOnce(
      searched,
      open.map(({ grown }) => grown),
    );
    open = open.filter(({ grown }) => !once.has(grown));
  }
  return all.map(({ grown }) => grown);
}

function grow(text: string, { start, end }: Span, context: number): Span {
  const [from, to] = [Math.max(0, start - context), Math.min(text.length, end + context)];
  return { start: isInCharacter(text, from) ? from - 1 : from, end: isInCharacter(text, to) ? to + 1 : to };
}

/** Whether an index splits a surrogate pair. */
const isInCharacter = (text: string, index: number): boolean => (text.codePointAt(index - 1) ?? 0) > 0xffff;
