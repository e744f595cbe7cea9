import { countFirst } from '../../base/sorted.ts';
import { comparedWords, countWords, longestRun, quotes } from './same-words.ts';

/** What decides whether two statements are the same. */
export interface Utterance {
  text: string;
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
const MANY_WORDS = 7;
const MOST_WORDS = 12;
const FEW_WORDS = 3;
const FEW_DAYS = 10;

/** If one of the two names nobody, they may be at most this many days apart, unless they have this many words. */
const DAYS_UNNAMED = 60;
const UNMISTAKABLE = 20;

/** The most words by which a statement is looked up. */
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

/**
 * Whether two statements in different articles are the same: the same words, or one quoting the other, by one speaker.
 */
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
 * The pairs of the same statement among many, as indices, each once and in order. Candidates are found by a key, the
 * first words of each statement's longest run, which the other statement must contain.
 *
 * @param onCompared called for every two statements that are compared, which takes most of the time
 */
export function sameStatements(
  utterances: readonly Utterance[],
  onCompared: () => void = () => undefined,
): [number, number][] {
  const prepared = utterances.map(prepare);
  const keys = new Keys(prepared);
  const pairs = new Set<string>();
  const found: [number, number][] = [];
  for (const [index, longer] of prepared.entries()) {
    for (const other of keys.in(longer)) {
      const [first, second] = index < other ? [index, other] : [other, index];
      const key = `${first} ${second}`;
      if (first === second || pairs.has(key)) continue;
      pairs.add(key);
      onCompared();
      const [a, b] = [prepared[first], prepared[second]];
      if (a && b && isSame(a, b)) found.push([first, second]);
    }
  }
  return found.toSorted(([a, b], [c, d]) => a - c || b - d);
}

/**
 * Statements by key and by speaker, in the order of their days. Among many with the same key, only those that may be
 * the same are returned: short ones by the same speaker within days, and longer ones without a named speaker that are
 * close in time or very long.
 */
class Keys {
  readonly #prepared: readonly Prepared[];
  /** Short statements, by key and speaker. */
  readonly #formulas = new Map<string, number[]>();
  /** Longer statements, by key, then by speaker; under an empty speaker if nobody is named. */
  readonly #byKey = new Map<string, Map<string, number[]>>();

  constructor(prepared: readonly Prepared[]) {
    this.#prepared = prepared;
    const days = [...prepared.entries()].toSorted(([, a], [, b]) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
    for (const [index, { tokens, count, speaker }] of days) {
      const run = longestRun(tokens).slice(0, KEY_WORDS);
      if (run.length < FEW_WORDS) continue;
      const key = run.join(' ');
      if (count < MANY_WORDS) {
        if (speaker !== null) addTo(this.#formulas, `${key}\n${speaker}`, index);
        continue;
      }
      const speakers = this.#byKey.get(key) ?? new Map<string, number[]>();
      addTo(speakers, speaker ?? '', index);
      this.#byKey.set(key, speakers);
    }
  }

  /** The statements whose key is among the words of a statement. */
  *in(utterance: Prepared): Generator<number> {
    const { speaker } = utterance;
    for (const key of keysIn(utterance.tokens)) {
      if (speaker !== null) yield* this.#near(this.#formulas.get(`${key}\n${speaker}`) ?? [], utterance, FEW_DAYS);
      const speakers = this.#byKey.get(key);
      if (!speakers) continue;
      for (const [other, indices] of speaker === null ? speakers : pick(speakers, [speaker, ''])) {
        const isOpen = other !== '' && speaker !== null;
        yield* isOpen ? indices : this.#near(indices, utterance, DAYS_UNNAMED, UNMISTAKABLE);
      }
    }
  }

  /** The given statements that are within `days` of another or, if both have at least `most` words, at any distance. */
  *#near(indices: readonly number[], { day, count }: Prepared, days: number, most = Infinity): Generator<number> {
    const at = Date.parse(day);
    const away = (index: number): number => (Date.parse(this.#prepared[index]?.day ?? '') - at) / MS_A_DAY;
    if (count >= most) yield* indices.filter((index) => (this.#prepared[index]?.count ?? 0) >= most);
    for (let place = countFirst(indices, (index) => away(index) < -days); place < indices.length; place++) {
      const index = indices[place] ?? 0;
      if (away(index) > days) return;
      yield index;
    }
  }
}

function addTo(lists: Map<string, number[]>, key: string, index: number): void {
  const list = lists.get(key);
  if (list) list.push(index);
  else lists.set(key, [index]);
}

const pick = <T>(map: ReadonlyMap<string, T>, keys: readonly string[]): [string, T][] =>
  keys.flatMap((key) => {
    const value = map.get(key);
    return value === undefined ? [] : [[key, value]];
  });

/** The runs of words in a text that may be keys of other statements. */
function* keysIn(tokens: Prepared['tokens']): Generator<string> {
  for (let start = 0; start < tokens.length; start++) {
    let key = '';
    for (let length = 1; length <= KEY_WORDS; length++) {
      const token = tokens[start + length - 1];
      if (typeof token !== 'string') break;
      key = length === 1 ? token : `${key} ${token}`;
      if (length >= FEW_WORDS) yield key;
    }
  }
}
