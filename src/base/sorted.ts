/** How many items at the beginning of a list meet a condition that all later items fail (binary search). */
export function countFirst<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(items[middle] as T)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** A stretch, from `start` to `end` (exclusive). */
interface Stretch {
  start: number;
  end: number;
}

/** The stretches of a sorted list, none of which overlap each other, that overlap a given stretch. */
export function overlapping<T extends Stretch>(sorted: readonly T[], { start, end }: Stretch): T[] {
  const from = countFirst(sorted, (item) => item.end <= start);
  const to = countFirst(sorted, (item) => item.start < end);
  return sorted.slice(from, to);
}
