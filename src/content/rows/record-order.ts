import type { StatementRow } from './statement-row.ts';

/** The order of the rows: of publication, then of the text. A new article's rows come last. */
export function inRecordOrder(a: StatementRow, b: StatementRow): number {
  const [keyA, keyB] = [a, b].map(({ published, article }) => `${published} ${article.url}`) as [string, string];
  if (keyA !== keyB) return keyA < keyB ? -1 : 1;
  return (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0) || (a.id < b.id ? -1 : 1);
}
