import type { Range } from './lists.ts';

/** Sets of record numbers are ascending arrays. */
type Records = Uint32Array;

/** The intersection of two sets. */
export function intersect(a: Records, b: Records): Records {
  const [small, large] = a.length < b.length ? [a, b] : [b, a];
  const both = new Uint32Array(small.length);
  let [count, at] = [0, 0];
  for (const record of small) {
    at = firstNotBefore(large, record, at);
    if (large[at] === record) both[count++] = record;
  }
  return both.subarray(0, count);
}

/** The union of sets. */
export function union(sets: readonly Records[]): Records {
  if (sets.length === 1 && sets[0]) return sets[0];
  const all = new Uint32Array(sets.reduce((sum, { length }) => sum + length, 0));
  let count = 0;
  for (const set of sets) {
    all.set(set, count);
    count += set.length;
  }
  all.sort();
  return all.filter((record, index) => index === 0 || record !== all[index - 1]);
}

/** The numbers that are only in the first set. */
export function subtract(a: Records, b: Records): Records {
  let at = 0;
  return a.filter((record) => {
    at = firstNotBefore(b, record, at);
    return b[at] !== record;
  });
}

/** The numbers that are in a range. */
export function within(records: Records, { from, to }: Range): Records {
  return records.subarray(firstNotBefore(records, from), firstNotBefore(records, to));
}

/** All numbers of a range. */
export function allOf({ from, to }: Range): Records {
  return Uint32Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** Whether a set or a range contains a number from `from` up to `to`, exclusive. */
export function holdsWithin(among: Records | Range, from: number, to: number): boolean {
  if (!(among instanceof Uint32Array)) return among.from < to && from < among.to;
  return (among[firstNotBefore(among, from)] ?? Infinity) < to;
}

/** The index, at or after `from`, of the first number that is not smaller. */
function firstNotBefore(records: Records, number: number, from = 0): number {
  let [low, step] = [from, 1];
  // Doubling steps find a nearby number quickly; bisection finishes.
  while (low + step < records.length && (records[low + step] ?? 0) < number) {
    low += step;
    step *= 2;
  }
  let high = Math.min(records.length, low + step + 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((records[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
