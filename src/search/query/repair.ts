import type { Query, Results } from './statement-search.ts';
import { ask, type Asked } from './ask.ts';
import type { KnownWord } from './lexicon.ts';
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
 * Corrects words by one slip so that a query without results finds something; `null` if no correction does. Words that
 * somebody said are not corrected if the speaker, the year or another restriction may be why nothing is found.
 */
export async function repair(index: OpenIndex, query: Query, { words }: Asked): Promise<Repaired | null> {
  const unknown = words.filter(isUnknown);
  const isNarrowed =
    query.years !== null || Object.keys(query.only).length + query.phrases.length + query.without.length > 0;
  if (unknown.length === 0 && isNarrowed) return null;
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

const isUnknown = ({ exact, others }: KnownWord): boolean => exact.length + others.length === 0;

/** Words of the index that are one slip away from this one, most frequent first. */
async function oneSlipFrom({ entry: { spellings }, files }: OpenIndex, form: string): Promise<string[]> {
  const names = new Set(lookedUnder(form).map((key) => spellings[spellingFile(key, spellings.length)] ?? ''));
  const read = await Promise.all(Array.from(names, (name) => files.json<SpellingFile>(name)));
  const sizes = new Map<string, number>();
  for (const { words, sizes: digits } of read) {
    for (const [place, word] of words.entries()) {
      if (isOneSlipFrom(form, word)) sizes.set(word, parseInt(digits[place] ?? '0', 36));
    }
  }
  return [...sizes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([word]) => word);
}
