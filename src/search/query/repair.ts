import type { Query, Results } from './statement-search.ts';
import { FUNCTION_WORDS } from '../../text/function-words.ts';
import { formsOf } from '../../text/words.ts';
import { ask, type Asked } from './ask.ts';
import { isUnknown, type KnownWord } from './lexicon.ts';
import type { OpenIndex } from './open-index.ts';
import { isOneSlipFrom, lookedUnder, type SpellingFile, spellingFile } from './spelling.ts';
import { Tiers } from './tiers.ts';

/** At most this many corrections are tried for a word. */
const MOST_TRIED = 6;

/** A query that finds something after words were corrected. */
export interface Repaired {
  repairs: Results['repairs'];
  asked: Asked;
  tiers: Tiers;
}

/**
 * Changes the words of a query without results so that it finds something: corrects them by one slip or, if no
 * correction helps, leaves some out. Words that somebody said stay if the speaker, the year or another restriction may be
 * why nothing is found.
 *
 * @returns `null` if nothing helps
 */
export async function repair(index: OpenIndex, query: Query, { words }: Asked): Promise<Repaired | null> {
  const unknown = words.filter(isUnknown);
  const { years, only, phrases, without, dates, any } = query;
  const others = Object.keys(only).length + phrases.length + without.length + dates.length + any.length;
  if (unknown.length === 0 && (years !== null || others > 0)) return null;
  return (await correct(index, query, words, unknown)) ?? leaveOut(index, query, words, unknown);
}

/**
 * Leaves out words: those that tell nothing, then those that nobody said, then one more, the commonest first. Words for a
 * speaker stay longest: other people's statements are no answer.
 */
async function leaveOut(
  index: OpenIndex,
  query: Query,
  words: readonly KnownWord[],
  unknown: readonly KnownWord[],
): Promise<Repaired | null> {
  const frequency = ({ exact, others }: KnownWord): number =>
    [...exact, ...others].reduce((sum, { count }) => sum + count, 0);
  const isForSpeaker = (word: KnownWord): number => Number(word.leads.some((lead) => isLastName(word, lead)));
  const empty = words.filter(({ form }) => FUNCTION_WORDS.has(form));
  const needless = words.filter((word) => empty.includes(word) || unknown.includes(word));
  const oneMore = words
    .filter((word) => !needless.includes(word))
    .sort((a, b) => isForSpeaker(a) - isForSpeaker(b) || frequency(b) - frequency(a))
    .map((word) => [...needless, word]);
  for (const left of [empty, needless, ...oneMore]) {
    const kept = words.filter((word) => !left.includes(word));
    if (left.length === 0 || kept.length === 0) continue;
    const asked = await ask(index, { ...query, words: kept.map(({ form }) => form) });
    const tiers = new Tiers(index, query, asked);
    if ((await tiers.between(0, 1)).length === 0) continue;
    return { repairs: left.map(({ form }) => ({ asked: form, used: '' })), asked, tiers };
  }
  return null;
}

/** Whether a word is the last of a person's name, as far as the name shows: "Quill", but not "Government of Kell". */
function isLastName({ form }: KnownWord, { kind, name }: KnownWord['leads'][number]): boolean {
  const forms = formsOf(name);
  return kind === 'speaker' && forms.at(-1) === form && !forms.some((word) => FUNCTION_WORDS.has(word));
}

/** Corrects words by one slip. */
async function correct(
  index: OpenIndex,
  query: Query,
  words: readonly KnownWord[],
  unknown: readonly KnownWord[],
): Promise<Repaired | null> {
  let changed = words.map(({ form }) => form);
  const repairs: Results['repairs'] = [];
  for (const { form: asked } of unknown.length > 0 ? unknown : words) {
    const candidates = (await oneSlipFrom(index, asked)).slice(0, MOST_TRIED);
    for (const used of candidates) {
      const tried = changed.map((word) => (word === asked ? used : word));
      const again = await ask(index, { ...query, words: tried });
      const tiers = new Tiers(index, query, again);
      const isFound = !again.words.some(isUnknown) && (await tiers.between(0, 1)).length > 0;
      if (isFound) return { repairs: [...repairs, { asked, used }], asked: again, tiers };
    }
    // If nobody said several of the words, each is replaced by its likeliest correction before the next is tried.
    const [likeliest] = candidates;
    if (unknown.length > 1 && likeliest) {
      changed = changed.map((word) => (word === asked ? likeliest : word));
      repairs.push({ asked, used: likeliest });
    }
  }
  return null;
}

/** Words of the index that are one slip away from this one, most frequent first. */
async function oneSlipFrom({ entry: { parts }, files }: OpenIndex, form: string): Promise<string[]> {
  const names = parts.flatMap(({ spellings }) =>
    lookedUnder(form).map((key) => spellings[spellingFile(key, spellings.length)] ?? ''),
  );
  const read = await Promise.all(Array.from(new Set(names), (name) => files.json<SpellingFile>(name)));
  const sizes = new Map<string, number>();
  for (const { words, sizes: digits } of read) {
    for (const [place, word] of words.entries()) {
      if (!isOneSlipFrom(form, word)) continue;
      sizes.set(word, Math.max(sizes.get(word) ?? 0, parseInt(digits[place] ?? '0', 36)));
    }
  }
  return [...sizes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([word]) => word);
}
