import type { ArchivedStatement } from './index.ts';
import type { Author } from '../../content/article-file.ts';
import { speakerName } from '../../text/speaker-name.ts';
import { fullName, nameParts } from '../../base/person-names.ts';
import type { Article } from '../../content/types.ts';

/** The headline; in brackets if the archive supplied it. */
export function shownTitle({ title, titleSupplied }: Pick<Article, 'title' | 'titleSupplied'>): string {
  return titleSupplied ? `[${title}]` : title;
}

/** Who says a statement, as far as that is known. */
export const shownSpeaker = ({ name, sure }: Pick<ArchivedStatement, 'name' | 'sure'>): string =>
  speakerName(name, sure);

/** The names of authors in reading order: `Anna van der Berg` if an editor wrote `Berg, Anna van der`. */
export const authorNames = (authors: readonly Author[]): string[] => authors.map((one) => fullName(nameParts(one)));

/** Who wrote an article and who published it, as far as that is recorded. */
export function shownByline({ author, outlet }: Pick<Article, 'author' | 'outlet'>): string {
  const names = authorNames(author).join(', ');
  return `${names ? `By ${names}` : 'Author not recorded'} · ${outlet ?? 'Outlet not recorded'}`;
}
