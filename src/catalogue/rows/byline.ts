import { fullName, nameParts } from '../../base/person-names.ts';
import type { Day } from '../../base/day.ts';
import type { Author } from '../../content/article-file.ts';
import { formatWeekday } from '../../text/dates.ts';
import { formatList } from '../../text/numbers.ts';
import { t } from '../../words/words.ts';

/** The names of authors in reading order: `Anna van der Berg` if an editor wrote `Berg, Anna van der`. */
export const authorNames = (authors: readonly Author[]): string[] => authors.map((one) => fullName(nameParts(one)));

/** When an article was published, by whom and who wrote it, as far as that is recorded. */
export const dateline = (day: Day, authors: readonly Author[], outlet: string | null | undefined): string =>
  `${formatWeekday(day)}${byline(authors, outlet)}`;

/** What follows the day in a dateline. */
export function byline(authors: readonly Author[], outlet: string | null | undefined): string {
  const names = formatList(authorNames(authors));
  const parts = [outlet ?? t('article.noOutlet'), names ? t('article.by', { authors: names }) : t('article.noAuthor')];
  return parts.map((part) => ` · ${part}`).join('');
}
