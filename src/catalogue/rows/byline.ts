import { fullName, nameParts } from '../../base/person-names.ts';
import type { Author } from '../../content/article-file.ts';

/** The names of authors in reading order: `Anna van der Berg` if an editor wrote `Berg, Anna van der`. */
export const authorNames = (authors: readonly Author[]): string[] => authors.map((one) => fullName(nameParts(one)));

/** Who wrote an article and who published it, as far as that is recorded. */
export function byline(authors: readonly Author[], outlet: string | null | undefined): string {
  const names = authorNames(authors).join(', ');
  return `${names ? `By ${names}` : 'Author not recorded'} · ${outlet ?? 'Outlet not recorded'}`;
}
