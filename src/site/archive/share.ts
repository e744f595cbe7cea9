import { formatDay } from '../../base/day.ts';
import { formatEdtf } from '../../base/edtf.ts';
import { shareImage } from '../images/share-image.ts';
import { site } from '../site.ts';
import type { Archive, ArchivedStatement } from './index.ts';
import { shownSpeaker } from './shown.ts';

/**
 * Archives with more statements than this get no per-statement images: these take about a minute of the first build,
 * and 100 MB.
 */
const MOST_IMAGES = 2000;

/** The share image of a statement; `null` if the archive is too large for them, or no font has its letters. */
export async function shareImageOf(
  statement: ArchivedStatement,
  { statements }: Archive,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (statements.length > MOST_IMAGES) return null;
  const { shown, type, role, said, article } = statement;
  return shareImage({
    // The card hangs the first mark beside the words.
    words: type === 'reported' ? shown : shown.slice(1),
    isQuoted: type !== 'reported',
    speaker: [shownSpeaker(statement), role].filter(Boolean).join(', '),
    date: said ? `Said ${formatEdtf(said)}` : `Published ${formatDay(article.day)}`,
    archive: site.title,
  });
}
