/** One of the pages over which a long list is spread. */
export interface ListPage<T> {
  /** From 1. */
  number: number;
  items: T[];
}

/** The most items of a page. */
export const MOST_LISTED = 500;

/**
 * The most pages of a list. Their numbers have at most three digits, so that `/speakers/page/2/` is never the page of a
 * year of a speaker whose id is `page`.
 */
const MOST_PAGES = 999;

/** Spreads a list over pages of equal size; an empty list has one page. */
export function listPages<T>(items: readonly T[], most = MOST_LISTED): ListPage<T>[] {
  const size = Math.max(most, Math.ceil(items.length / MOST_PAGES));
  const pages = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: pages }, (_, index) => ({
    number: index + 1,
    items: items.slice(index * size, (index + 1) * size),
  }));
}
