import { sameStatements } from './same-statement.ts';
import type { Archive, ArchivedStatement } from './index.ts';

let known: { archive: Archive; others: Map<string, ArchivedStatement[]> } | undefined;

/** The same statement in other articles: the same words, or one quoting the other. Oldest first. */
export function alsoQuoted({ id }: ArchivedStatement, archive: Archive): ArchivedStatement[] {
  if (known?.archive !== archive) known = { archive, others: findAll(archive) };
  return known.others.get(id) ?? [];
}

function findAll({ statements }: Archive): Map<string, ArchivedStatement[]> {
  const pairs = sameStatements(
    statements.map(({ text, speaker, article }) => ({ text, speaker, article: article.address, day: article.day })),
  );
  const others = new Map<string, ArchivedStatement[]>();
  const add = (one: ArchivedStatement | undefined, other: ArchivedStatement | undefined): void => {
    if (!one || !other) return;
    const list = others.get(one.id);
    if (list) list.push(other);
    else others.set(one.id, [other]);
  };
  for (const [first, second] of pairs) {
    add(statements[first], statements[second]);
    add(statements[second], statements[first]);
  }
  for (const list of others.values()) list.sort((a, b) => (a.article.day < b.article.day ? -1 : 1));
  return others;
}
