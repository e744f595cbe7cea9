/** How many items at the beginning of a list fulfil a condition that all later items fail. */
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

/** Those of sorted stretches, none of which overlaps another, that have something in common with a stretch. */
export function overlapping<T extends Stretch>(sorted: readonly T[], { start, end }: Stretch): T[] {
  const from = countFirst(sorted, (item) => item.end <= start);
  const to = countFirst(sorted, (item) => item.start < end);
  return sorted.slice(from, to);
}
