import type { Asked } from './ask.ts';
import type { Condition } from './conditions.ts';
import type { Range } from './lists.ts';
import type { OpenIndex } from './open-index.ts';
import type { LoadedStatement } from './records.ts';
import { allOf, intersect, subtract, within } from './sets.ts';

/** The statements that a query finds. */
export interface Found {
  records: Uint32Array;
  /** Those of them that contain the words as typed. */
  exact: Uint32Array;
  /** The rarest condition, whose list was read; `null` if nothing is found. */
  rarest: Condition | null;
}

/** A condition that can only be decided by reading statements. */
interface Open {
  condition: Condition;
  isExcluded: boolean;
}

export const NOTHING: Found = { records: new Uint32Array(), exact: new Uint32Array(), rarest: null };

/**
 * Finds the records of a range that meet all conditions: the rarest condition first, and each further one among what is
 * left.
 */
export async function find({ lists, records }: OpenIndex, asked: Asked, range: Range): Promise<Found> {
  if (asked.required.some(({ count }) => count === 0)) return NOTHING;
  const reading = (among: Uint32Array): number => records.cost(among);
  let left: Uint32Array | null = null;
  let exact: Uint32Array | null = null;
  const open: Open[] = [];
  const rarestFirst = asked.required.toSorted((a, b) => a.count - b.count);
  for (const condition of rarestFirst) {
    const sifted = await condition.sift(left ?? range, lists, reading);
    if (sifted.isSettled) {
      left = left ? intersect(left, sifted.records) : within(sifted.records, range);
      exact = exact ? intersect(exact, sifted.exact) : sifted.exact;
    } else {
      left = within(sifted.records, range);
      open.push({ condition, isExcluded: false });
    }
    if (left.length === 0) return NOTHING;
  }
  left ??= allOf(range);
  for (const condition of asked.excluded.filter(({ count }) => count > 0)) {
    const sifted = await condition.sift(left, lists, reading);
    if (sifted.isSettled) left = subtract(left, sifted.records);
    else open.push({ condition, isExcluded: true });
  }
  exact = exact ? intersect(left, exact) : left;
  const rarest = rarestFirst[0] ?? null;
  if (open.length === 0) return { records: left, exact, rarest };
  return { ...decide(await records.load(left), open, exact), rarest };
}

function decide(
  statements: readonly LoadedStatement[],
  open: readonly Open[],
  exact: Uint32Array,
): Omit<Found, 'rarest'> {
  const isExact = new Set(exact);
  const kept = statements.filter((statement) =>
    open.every(({ condition, isExcluded }) => {
      const held = condition.holds(statement);
      if (isExcluded) return held === null;
      if (held !== 'exact') isExact.delete(statement.record);
      return held !== null;
    }),
  );
  const records = Uint32Array.from(kept, ({ record }) => record);
  return { records, exact: records.filter((record) => isExact.has(record)) };
}
