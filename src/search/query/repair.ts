import type { Query, Results } from './statement-search.ts';
import { ask, type Asked } from './ask.ts';
import type { KnownWord } from './lexicon.ts';
import type { OpenIndex } from './open-index.ts';
import { isOneSlipFrom, lookedUnder, type SpellingFile, spellingFile } from './spelling.ts';
import { Tiers } from './tiers.ts';

/** So many likely words are tried for one that nobody said. */
const MOST_TRIED = 6;

/** A query that finds something with words taken for others. */
export interface Repaired {
  repairs: Results['repairs'];
  asked: Asked;
  tiers: Tiers;
}

/**
 * Takes words for others, one slip away, so that a query that finds nothing finds something; `null` where none does. A
 * word that somebody said is left alone where the speaker, the year or the like may be why nothing is found.
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
    // Of several words that nobody said, the first are taken for the likeliest, and the last is tried.
    const [likeliest] = candidates;
    if (unknown.length > 1 && likeliest) {
      changed = changed.map((word) => (word === asked ? likeliest : word));
      repairs.push({ asked, used: likeliest });
    }
  }
  return null;
}

const isUnknown = ({ exact, others }: KnownWord): boolean => exact.length + others.length === 0;

/** Words that one slip would make of this one, the most frequent first. */
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
