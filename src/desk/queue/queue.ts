import type { SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import { parseStatementId, type StatementId } from '../../base/ids.ts';
import { STATEMENT_TYPES } from '../../text/statement-types.ts';
import type { QueueIndex } from './queue-index.ts';

/** The queues: what is in each, and how a condition of the index says it. */
export const QUEUES = {
  unsure: { title: 'Unsure', about: 'probable and without a speaker' },
  probable: { title: 'Probable', about: 'a speaker or a name that is not certain' },
  nobody: { title: 'No speaker', about: 'nobody is named' },
  described: { title: 'Described', about: 'described without a name, not certain' },
  undated: { title: 'No day', about: 'when it was said is not recorded' },
  more: { title: 'More reported speech', about: 'may be statements; in no record' },
  open: { title: 'Not confirmed', about: 'all that nobody confirmed' },
  all: { title: 'All', about: 'everything in the records' },
} as const;

export type QueueName = keyof typeof QUEUES;

/** The words of the conditions are those of the partial indexes of `queue-index.ts`, so that these are used. */
const OPEN = `NOT is_more AND status != 'confirmed'`;
const IS_PROBABLE = '(proposed IS NOT NULL OR (speaker IS NOT NULL AND NOT sure))';
const IS_NOBODY = `status = 'unattributed'`;

const CONDITIONS: Record<QueueName, string> = {
  unsure: `${OPEN} AND (${IS_PROBABLE} OR ${IS_NOBODY})`,
  probable: `${OPEN} AND ${IS_PROBABLE}`,
  nobody: `${OPEN} AND ${IS_NOBODY}`,
  described: `${OPEN} AND described IS NOT NULL AND NOT sure`,
  undated: 'NOT is_more AND said IS NULL',
  more: 'is_more',
  open: OPEN,
  all: 'NOT is_more',
};

/** Which statements an editor goes through; what is left out does not matter. Read from the address of the page. */
export const querySchema = z.object({
  queue: z.enum(Object.keys(QUEUES) as [QueueName, ...QueueName[]]).catch('unsure'),
  /** The path of an article. */
  article: z.string().optional(),
  speaker: z.string().optional(),
  proposed: z.string().optional(),
  described: z.string().optional(),
  /** The words that name who speaks. */
  source: z.string().optional(),
  role: z.string().optional(),
  said: z.string().optional(),
  topic: z.string().optional(),
  type: z.enum(STATEMENT_TYPES).optional().catch(undefined),
});

export type Query = z.infer<typeof querySchema>;

/** The query as parameters of an address. */
export const asParameters = (query: Query): Record<string, string> =>
  Object.fromEntries(Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined));

/** The place of a statement in the index. */
export interface Place {
  id: StatementId;
  path: string;
}

/** The condition of a query, and its values. A speaker is meant by every id that leads to it. */
export function conditionOf(
  { speakerIds }: Pick<QueueIndex, 'speakerIds'>,
  { queue, topic, article, speaker, ...exact }: Query,
): { where: string; values: SQLInputValue[] } {
  const fields = Object.entries({ ...exact, path: article }).filter(([, value]) => value !== undefined);
  const parts = [CONDITIONS[queue], ...fields.map(([name]) => `${name} = ?`)];
  const values = fields.map(([, value]) => value as string);
  if (speaker !== undefined) {
    parts.push('speaker IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(speakerIds(speaker)));
  }
  if (topic !== undefined) {
    parts.push('path IN (SELECT path FROM topic WHERE topic = ?)');
    values.push(topic);
  }
  return { where: parts.join(' AND '), values };
}

/** How many statements a query has. */
export function countOf(index: QueueIndex, query: Query): number {
  const { where, values } = conditionOf(index, query);
  return Number(index.get(`SELECT count(*) AS count FROM item WHERE ${where}`, ...values)?.['count']);
}

/** All statements of a query, in the order of articles. */
export function placesOf(index: QueueIndex, query: Query): Place[] {
  const { where, values } = conditionOf(index, query);
  return index
    .all(`SELECT id, path FROM item WHERE ${where} ORDER BY path, start`, ...values)
    .map((row) => row as unknown as Place);
}

/** Where a statement is in the order of the queue: it stays although the statement leaves the queue. */
export interface Position {
  /** 0, or the rank of a statement that was skipped, after all others. */
  rank: number;
  confidence: number;
  path: string;
  start: number;
}

/** The position of a statement; `null` if the index does not have it. */
export function positionOf(index: QueueIndex, id: StatementId): (Position & Place) | null {
  const row = index.get(
    `SELECT item.id, path, start, confidence, coalesce(rank, 0) AS rank
     FROM item LEFT JOIN skipped USING (id) WHERE item.id = ?`,
    id,
  );
  return row ? (row as unknown as Position & Place) : null;
}

/**
 * The statement of a query after a position, or the one before it; after the last comes the first. The least sure come
 * first, those of one article in its order, and what was skipped last.
 *
 * @param at `null`: the first
 */
export function nextOf(
  index: QueueIndex,
  query: Query,
  at: Position | null,
  step: 'next' | 'previous' = 'next',
): Place | null {
  const { where, values } = conditionOf(index, query);
  const isForward = step === 'next';
  const keys = query.article === undefined ? ['confidence', 'path', 'start'] : ['path', 'start'];
  const first = (isSkipped: boolean, after: Position | null): Place | null => {
    const by = isSkipped ? ['rank'] : keys;
    const from = isSkipped ? 'item JOIN skipped USING (id)' : 'item';
    const own = isSkipped ? '' : ' AND id NOT IN (SELECT id FROM skipped)';
    const beyond = after ? ` AND (${by.join(', ')}) ${isForward ? '>' : '<'} (${by.map(() => '?').join(', ')})` : '';
    const order = by.map((key) => `${key} ${isForward ? 'ASC' : 'DESC'}`).join(', ');
    const cursor = after ? by.map((key) => after[key as keyof Position]) : [];
    const row = index.get(
      `SELECT id, path FROM ${from} WHERE ${where}${own}${beyond} ORDER BY ${order} LIMIT 1`,
      ...values,
      ...cursor,
    );
    const id = row && parseStatementId(String(row['id']));
    return id ? { id, path: String(row['path']) } : null;
  };
  const isSkipped = at ? at.rank > 0 : !isForward;
  return first(isSkipped, at) ?? first(!isSkipped, null) ?? first(isSkipped, null);
}
