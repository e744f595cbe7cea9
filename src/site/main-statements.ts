import type { Archive } from '../catalogue/archive.ts';
import type { StatementRow } from '../content/rows/statement-row.ts';

/** How many statements a front page shows large, and among how many of the newest they are looked for. */
const [SHOWN, AMONG] = [3, 60];

/** Longer quotations, in characters, are no longer read at a glance. */
const LONGEST = 240;

/**
 * The statements that a front page shows large: the newest that are quoted, of a certain speaker with a page, and short,
 * one a speaker. Where there are not enough of them, any of the newest.
 */
export function mainStatements(archive: Archive): StatementRow[] {
  const newest = archive.statements({ newest: AMONG });
  const isPlain = ({ speaker, sure, type, shown }: StatementRow): boolean =>
    speaker?.id != null && sure && type === 'direct' && shown.length <= LONGEST;
  const plain = newest.filter(isPlain);
  const speakers = new Set<unknown>();
  const bySpeaker = plain.filter(({ speaker }) => !speakers.has(speaker?.id) && speakers.add(speaker?.id));
  const chosen = [...bySpeaker, ...plain, ...newest];
  return [...new Set(chosen)].slice(0, SHOWN);
}
