import type { Condition } from './conditions.ts';
import { unsettled } from './conditions.ts';
import { union } from './sets.ts';

/** That at least one of several conditions is met. */
export function anyOf(conditions: readonly Condition[]): Condition {
  return {
    count: conditions.reduce((sum, { count }) => sum + count, 0),
    async sift(among, lists, reading) {
      const sifted = await Promise.all(conditions.map((condition) => condition.sift(among, lists, reading)));
      // Only among given records can a condition be left open.
      if (sifted.some(({ isSettled }) => !isSettled)) return unsettled(among as Uint32Array);
      const [records, exact] = [union(sifted.map((one) => one.records)), union(sifted.map((one) => one.exact))];
      return { records, exact, isSettled: true };
    },
    holds: (statement) => {
      const held = conditions.map((condition) => condition.holds(statement));
      return held.includes('exact') ? 'exact' : held.includes('other') ? 'other' : null;
    },
    places: async (among, lists) => merged(await Promise.all(conditions.map((one) => one.places(among, lists)))),
    lengths: async (among, lists) => merged(await Promise.all(conditions.map((one) => one.lengths(among, lists)))),
    marks: (statement) => conditions.flatMap((condition) => condition.marks(statement)),
  };
}

const merged = <Value>(maps: readonly ReadonlyMap<number, Value>[]): Map<number, Value> =>
  new Map(maps.flatMap((map) => [...map]));
