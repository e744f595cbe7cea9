import { wholeAnchor } from '../content/matching/locate.ts';
import type { RecordedStatement } from '../content/record-file.ts';

/** Who says a statement, as its record says it: an id, a name, or the article's words. */
export function sourceOf({ speaker, proposed, described, source }: Partial<RecordedStatement>): string | null {
  if (described === true) return source ? wholeAnchor(source).quote : null;
  return speaker ?? proposed ?? (described || null);
}
