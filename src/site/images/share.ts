import { authorNames } from '../../catalogue/rows/byline.ts';
import type { ArticleRow } from '../../content/rows/article-row.ts';
import type { StatementRow } from '../../content/rows/statement-row.ts';
import { formatDay, formatEdtf } from '../../text/dates.ts';
import { rowSpeaker } from '../../text/speaker-name.ts';
import { t } from '../../words/words.ts';
import { site } from '../site.ts';
import { shareImage } from './share-image.ts';

type Image = Uint8Array<ArrayBuffer>;

/** The share image of an article; `null` if articles have none, or no font has its letters. */
export async function shareImageOfArticle({ title, authors, outlet, published }: ArticleRow): Promise<Image | null> {
  if (site.shareImages !== 'articles') return null;
  const speaker = [...authorNames(authors), outlet].filter(Boolean).join(' · ');
  const date = t('statement.imagePublished', { day: formatDay(published) });
  return shareImage({ words: title, isQuoted: false, speaker, date, archive: site.title });
}

/** The share image of a statement; `null` if statements have none, or no font has its letters. */
export async function shareImageOfStatement(row: StatementRow): Promise<Image | null> {
  if (site.shareImages !== 'statements') return null;
  const { shown, type, speaker, said, published } = row;
  return shareImage({
    // The card hangs the first mark beside the words.
    words: type === 'reported' ? shown : shown.slice(1),
    isQuoted: type !== 'reported',
    speaker: [rowSpeaker(row), speaker?.role].filter(Boolean).join(', '),
    date: said
      ? t('statement.imageSaid', { day: formatEdtf(said) })
      : t('statement.imagePublished', { day: formatDay(published) }),
    archive: site.title,
  });
}

/** The preview image for links to the archive: its title, or only the mark if no font can show the title. */
export async function shareImageOfArchive(): Promise<Image | null> {
  const { title, description, baseUrl } = site;
  const card = { words: title, isQuoted: true, speaker: description, date: '', archive: new URL(baseUrl).host };
  return (await shareImage(card)) ?? (await shareImage({ ...card, words: '', speaker: '' }));
}
