import { quotes } from './same-words.ts';

/** What decides whether two statements are the same. */
export interface Compared {
  /** Its words in their compared form. */
  tokens: readonly string[];
  /** How many of them are the speaker's own. */
  count: number;
  /** The speaker's id; `null` if nobody is named. */
  speaker: string | null;
  /** The article that contains it. */
  article: string;
  /** The day of publication, `YYYY-MM-DD`. */
  day: string;
}

/**
 * Formulas of greeting and refusal are repeated, so short texts need more evidence. Fewer than `MANY_WORDS` words are
 * the same statement only if said by one speaker within `FEW_DAYS`. From `MANY_WORDS` on, later repetitions count too,
 * but one more word is needed for every year between them, up to `MOST_WORDS`.
 */
export const MANY_WORDS = 7;
const MOST_WORDS = 12;
export const FEW_WORDS = 3;
export const FEW_DAYS = 10;

/** If one of the two names nobody, they may be at most this many days apart, unless they have this many words. */
export const DAYS_UNNAMED = 60;
export const UNMISTAKABLE = 20;

const MS_A_DAY = 86_400_000;
const DAYS_A_YEAR = 365;

/**
 * Whether two statements in different articles are the same: the same words, or one quoting the other, by one speaker.
 */
export function isSame(a: Compared, b: Compared): boolean {
  if (a.article === b.article) return false;
  if (a.speaker && b.speaker && a.speaker !== b.speaker) return false;
  const [shorter, longer] = a.count <= b.count ? [a, b] : [b, a];
  const days = Math.abs(Date.parse(a.day) - Date.parse(b.day)) / MS_A_DAY;
  const isOneSpeaker = a.speaker !== null && a.speaker === b.speaker;
  if (shorter.count < FEW_WORDS) return false;
  if (shorter.count < MANY_WORDS && (!isOneSpeaker || days > FEW_DAYS)) return false;
  if (!isOneSpeaker && days > DAYS_UNNAMED && shorter.count < UNMISTAKABLE) return false;
  if (shorter.count < Math.min(MANY_WORDS + Math.floor(days / DAYS_A_YEAR), MOST_WORDS)) {
    if (days > FEW_DAYS) return false;
  }
  return quotes(shorter.tokens, longer.tokens) || quotes(longer.tokens, shorter.tokens);
}
