import { munkres } from 'munkres';

/** What an item of an assignment got. */
export interface Assigned {
  /** The index of its place; `null` when it got none. */
  place: number | null;
  /** What its place costs it. */
  cost: number;
  /** Whether every assignment that gives its place to another kind of item, or to none, costs plainly more. */
  isPlain: boolean;
}

/** An assignment is plain if the cheapest alternative costs this much more for each place that changes hands. */
const MARGIN = 1.5;

/**
 * Gives each item at most one place, and each place to at most one item, at the least cost in all (the assignment problem;
 * Munkres 1957).
 *
 * @param costs one row an item, one column a place; `Infinity` for a place that an item cannot have
 * @param without what it costs an item to get no place
 * @param kinds what kind each item is: items of one kind may take each other's places unnoticed
 * @returns one result an item
 */
export function assign(costs: readonly (readonly number[])[], without: number, kinds: readonly string[]): Assigned[] {
  const best = solve(costs, without);
  return best.places.map((place, item) => {
    if (place === null) return { place, cost: without, isPlain: true };
    const forbidden = costs.map((row, index) => (kinds[index] === kinds[item] ? row.with(place, Infinity) : row));
    const other = solve(forbidden, without);
    const changed = other.places.filter((next, index) => next !== null && next !== best.places[index]).length;
    const isPlain = other.cost - best.cost >= MARGIN * Math.max(1, changed);
    return { place, cost: costs[item]?.[place] ?? without, isPlain };
  });
}

function solve(costs: readonly (readonly number[])[], without: number): { places: (number | null)[]; cost: number } {
  const columns = costs[0]?.length ?? 0;
  // One column more for each item: to get no place.
  const matrix = costs.map((row, item) => [
    ...row.map((cost) => Math.min(cost, IMPOSSIBLE)),
    ...costs.map((_, index) => (index === item ? without : IMPOSSIBLE)),
  ]);
  const places: (number | null)[] = costs.map(() => null);
  let cost = 0;
  for (const [item, column] of munkres(matrix)) {
    cost += matrix[item]?.[column] ?? 0;
    if (column < columns) places[item] = column;
  }
  return { places, cost };
}

/** Finite, so that sums stay comparable, and above what all items together can cost. */
const IMPOSSIBLE = 1e6;
