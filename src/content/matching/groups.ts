import { type Place, startOf } from './locate.ts';

/**
 * The statements that could have the same places, together; those without any place are left out.
 *
 * @param candidates the places of each statement
 * @returns the indices of each group, in order
 */
export function groupsOf(candidates: readonly (readonly Place[])[]): number[][] {
  // Each place leads to another of its group, and the last to itself (union-find).
  const leads = new Map<number, number>();
  const lastOf = (start: number): number => {
    let at = start;
    for (let next = leads.get(at); next !== undefined && next !== at; next = leads.get(at)) at = next;
    return at;
  };
  for (const own of candidates) {
    const [first, ...others] = own.map(startOf);
    if (first === undefined) continue;
    const last = lastOf(first);
    leads.set(first, last);
    for (const start of others) leads.set(lastOf(start), last);
  }
  const indices = [...candidates.keys()].filter((index) => candidates[index]?.length);
  const groupOf = (index: number): number => lastOf(startOf(candidates[index]?.[0] ?? { spans: [], occurrence: 1 }));
  return [...Map.groupBy(indices, groupOf).values()];
}
