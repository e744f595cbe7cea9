/** How many of a list its first page shows, if each year has a page of its own. */
export const NEWEST_OF_SPEAKER = 50;
export const NEWEST_OF_TOPIC = 50;
export const NEWEST_CORRECTIONS = 100;

/** Whether a speaker has feeds: somebody who spoke once will hardly be followed. @param counts of statements, by year */
export const hasFeeds = (counts: readonly (readonly [year: string, count: number])[]): boolean =>
  counts.length > 1 || counts.some(([, count]) => count > 1);
