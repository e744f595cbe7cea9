import type { StatementType } from './statement-types.ts';

const [OPENING, CLOSING] = ['“', '”'];
/** Between two spans. */
const BETWEEN = `${CLOSING} … ${OPENING}`;

/**
 * The words of a statement as they are shown, cited and shared: marks enclose only what the article's own marks enclosed
 * together, so each span stands in marks of its own, and a comma that ends one is the reporter's. Reported words have no
 * marks. `“I was for a bridge” … “You were for a press conference.”`
 *
 * @param quote the words of each span
 */
export function shownWords(quote: readonly string[], type: StatementType): string {
  const words = quote.map((span) => span.replace(/,$/, ''));
  return type === 'reported' ? words.join(' … ') : `${OPENING}${words.join(BETWEEN)}${CLOSING}`;
}

/** Shown words without the outer marks, for where the page or a template sets them: `I was for a bridge” … “You were.` */
export const withoutMarks = (shown: string): string =>
  shown.startsWith(OPENING) && shown.endsWith(CLOSING) ? shown.slice(OPENING.length, -CLOSING.length) : shown;

/** Shown words as a quotation that stands alone, in a block or a field: marks only where several spans need them. */
export const standingAlone = (shown: string): string => (shown.includes(BETWEEN) ? shown : withoutMarks(shown));
