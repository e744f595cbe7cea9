import { comparedWords, countWords, longestRun, quotes } from './same-words.ts';

/** What of a statement tells whether another is the same. */
export interface Utterance {
  text: string;
  /** The speaker's id; `null` where nobody is named. */
  speaker: string | null;
  /** The article that it stands in. */
  article: string;
  /** The day of publication, `YYYY-MM-DD`. */
  day: string;
}

/**
 * Fewer words than the first are the same statement only of one speaker within days; from as many on also later, but
 * one more for every year between, up to the second: formulas of greeting and of refusal are said again.
 */
const MANY_WORDS = 7;
const MOST_WORDS = 12;
const FEW_WORDS = 3;
const FEW_DAYS = 10;

/** Where nobody is named on one side: so many days, but for words too many to be said by two. */
const DAYS_UNNAMED = 60;
const UNMISTAKABLE = 20;

/** The words by which a statement is looked up, at most. */
const KEY_WORDS = 5;

const MS_A_DAY = 86_400_000;
const DAYS_A_YEAR = 365;

interface Prepared extends Utterance {
  tokens: ReturnType<typeof comparedWords>;
  count: number;
}

const prepare = (utterance: Utterance): Prepared => {
  const tokens = comparedWords(utterance.text);
  return { ...utterance, tokens, count: countWords(tokens) };
};

/** Whether two statements of different articles are one: the same words, or one quoting the other, of one speaker. */
function isSame(a: Prepared, b: Prepared): boolean {
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

/**
 * The pairs of one statement among many, as indices, each once and in order. Those that may be pairs are found by the
 * first words of the longest run of each, which the other must hold.
 */
export function sameStatements(utterances: readonly Utterance[]): [number, number][] {
  const prepared = utterances.map(prepare);
  const byKey = new Map<string, number[]>();
  for (const [index, { tokens }] of prepared.entries()) {
    const run = longestRun(tokens).slice(0, KEY_WORDS);
    if (run.length < FEW_WORDS) continue;
    const key = run.join(' ');
    byKey.set(key, [...(byKey.get(key) ?? []), index]);
  }
  const pairs = new Set<string>();
  const found: [number, number][] = [];
  for (const [index, longer] of prepared.entries()) {
    for (const other of candidates(longer.tokens, byKey)) {
      const [first, second] = index < other ? [index, other] : [other, index];
      const key = `${first} ${second}`;
      if (first === second || pairs.has(key)) continue;
      pairs.add(key);
      const [a, b] = [prepared[first], prepared[second]];
      if (a && b && isSame(a, b)) found.push([first, second]);
    }
  }
  return found.toSorted(([a, b], [c, d]) => a - c || b - d);
}

/** The statements whose key stands among some words. */
function* candidates(tokens: Prepared['tokens'], byKey: ReadonlyMap<string, number[]>): Generator<number> {
  for (let start = 0; start < tokens.length; start++) {
    let key = '';
    for (let length = 1; length <= KEY_WORDS; length++) {
      const token = tokens[start + length - 1];
      if (typeof token !== 'string') break;
      key = length === 1 ? token : `${key} ${token}`;
      if (length >= FEW_WORDS) yield* byKey.get(key) ?? [];
    }
  }
}
