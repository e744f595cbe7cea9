/** The index of the first of some ordered things for which something holds that also holds for all after it. */
export function firstFrom<T>(things: readonly T[], holds: (thing: T) => boolean): number {
  let [low, high] = [0, things.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(things[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
