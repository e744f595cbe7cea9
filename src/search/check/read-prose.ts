import { formsOf } from '../../text/words.ts';
import { isName, NAME_AFTER, NAME_BEFORE, nameIn } from './names.ts';
import { isPassage, QUOTED } from './passages.ts';
import type { PastedQuotation } from './read-quotations.ts';

/** A passage in marks, and where it is. */
interface Passage {
  words: string;
  start: number;
  end: number;
}

/** The quotations of a text in prose, each passage on its own, with the names that the prose gives. */
export async function readProse(text: string): Promise<PastedQuotation[]> {
  const { findStatements } = await import('../../find/find-statements.ts');
  const statements = findStatements(text).filter(({ marks }) => marks !== 'none');
  const marked = Array.from(text.matchAll(QUOTED), ({ 0: outer, 1: words = '', index }): Passage => {
    return { words: words.trim(), start: index, end: index + outer.length };
  });
  const single = statements.flatMap(({ spans }) =>
    spans.map(({ start, end }): Passage => ({ words: text.slice(start, end), start: start - 1, end: end + 1 })),
  );
  const passages = (marked.length > 0 ? marked : single).filter(({ words }) => formsOf(words).length > 0);
  /** By statement; a passage that the finder takes for a title or a term is its own. */
  const groups = new Map<object, { words: string[]; name: string }>();
  for (const [place, passage] of passages.entries()) {
    const { words, start, end } = passage;
    const [, before = ''] = NAME_BEFORE.exec(text.slice(passages[place - 1]?.end ?? 0, start)) ?? [];
    const [, after = ''] = place === passages.length - 1 ? (NAME_AFTER.exec(text.slice(end)) ?? []) : [];
    const beside = [before, after].map(nameIn).find((name) => name !== '');
    const statement = statements.find(({ spans }) => spans.some((span) => span.start < end && start < span.end));
    const source = statement?.source ? text.slice(statement.source.start, statement.source.end) : '';
    const name = beside ?? nameIn(statement?.who?.name ?? (isName(source) ? source : ''));
    const key = beside === undefined ? (statement ?? passage) : passage;
    const group = groups.get(key) ?? { words: [], name };
    group.words.push(words);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ words, name }) => joinShort(words).map((part) => ({ words: part, name })));
}

/** Joins a passage that says too little on its own to the one after it: `“No,” she said. “We stay.”` */
function joinShort(passages: readonly string[]): string[] {
  const joined: string[] = [];
  for (const words of passages) {
    const last = joined.at(-1);
    if (last !== undefined && (!isPassage(last) || !isPassage(words))) joined.splice(-1, 1, `${last} … ${words}`);
    else joined.push(words);
  }
  return joined;
}
