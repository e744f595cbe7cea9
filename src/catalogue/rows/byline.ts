import { fullName, nameParts } from '../../base/person-names.ts';
import { type Day, formatWeekday } from '../../base/day.ts';
import type { Author } from '../../content/article-file.ts';

/** The names of authors in reading order: `Anna van der Berg` if an editor wrote `Berg, Anna van der`. */
export const authorNames = (authors: readonly Author[]): string[] => authors.map((one) => fullName(nameParts(one)));

/** When an article was published, by whom and who wrote it, as far as that is recorded. */
export function dateline(day: Day, authors: readonly Author[], outlet: string | null | undefined): string {
  const names = authorNames(authors).join(', ');
  const parts = [formatWeekday(day), outlet ?? 'Outlet not recorded', names ? `By ${names}` : 'Author not recorded'];
  return parts.join(' · ');
}
