import { shortHash } from '../base/hash.ts';
import type { CanonicalText, Paragraph } from './canonical-text.ts';

/** Six characters distinguish a billion paragraphs: far more than one article has. */
const LENGTH = 6;

/**
 * The element ids of an article's paragraphs: `p-` and six characters of a hash of the words, so that a link to a
 * paragraph works as long as its words stay the same. A paragraph that repeats an earlier one gets `-2`, `-3`.
 */
export function paragraphIds({ text, paragraphs }: CanonicalText): Map<Paragraph, string> {
  const seen = new Map<string, number>();
  return new Map(
    paragraphs.map((paragraph) => {
      const id = `p-${shortHash(text.slice(paragraph.start, paragraph.end), LENGTH)}`;
      const times = (seen.get(id) ?? 0) + 1;
      seen.set(id, times);
      return [paragraph, times === 1 ? id : `${id}-${times}`];
    }),
  );
}
