import { formsOf } from '../../text/words.ts';
import type { Term } from './block.ts';
import { find } from './find.ts';
import type { OpenIndex } from './open-index.ts';
import { phraseCondition } from './phrase.ts';
import type { LoadedStatement } from './records.ts';

/** At most this many of a quotation's longest words are looked up: the longest tend to be the rarest. */
const MOST_LOOKED_UP = 7;
/** At most this many words in a row are searched for as a phrase. */
const LONGEST_RUN = 6;
/** At most this many of the rarest words supply candidates. */
const MOST_LISTED = 4;
/** Lists that cost more than this, in bytes including requests, are read only if there is no alternative. */
const EXPENSIVE = 16_000;
/** At most this many statements are read and compared. */
const MOST_COMPARED = 6;
/** At most this many of the statements that contain the quotation verbatim are read. */
const MOST_HOLDING = 3;

/** Finds the statements to compare a quotation with: those that contain it verbatim, then those with its rarest words. */
export async function likely(index: OpenIndex, quotation: string): Promise<LoadedStatement[]> {
  const forms = formsOf(quotation);
  if (forms.length === 0) return [];
  const { lexicon, lists, entry } = index;
  const longest = [...new Set(forms)].sort((a, b) => b.length - a.length).slice(0, MOST_LOOKED_UP);
  const known = await Promise.all(longest.map((form) => lexicon.word(form)));
  const all = { from: 0, to: entry.statements };
  const rarest = known.flatMap(({ exact }) => exact).sort((a, b) => a.count - b.count);
  const cheap = rarest.filter((term) => lists.cost(term, all, false) <= EXPENSIVE);
  const listed = (cheap.length > 0 ? cheap : rarest.slice(0, 2)).slice(0, MOST_LISTED);
  const weights = new Map<number, number>();
  const weigh = async (term: Term): Promise<void> => {
    const weight = Math.log(1 + entry.statements / term.count);
    for (const record of await lists.records(term, all)) weights.set(record, (weights.get(record) ?? 0) + weight);
  };
  await Promise.all(listed.map(weigh));
  const likeliest = [...weights].sort(([a, x], [b, y]) => y - x || b - a).map(([record]) => record);
  const records = new Set([...(await holding(index, forms)), ...likeliest]);
  return index.records.load([...records].slice(0, MOST_COMPARED));
}

/**
 * The newest records that contain a quotation verbatim; if it is long, its run of words with the most letters. This
 * finds quotations whose words are all so common that only their order identifies them.
 */
async function holding(index: OpenIndex, forms: readonly string[]): Promise<number[]> {
  const runs = forms
    .slice(0, Math.max(1, forms.length - LONGEST_RUN + 1))
    .map((_, start) => forms.slice(start, start + LONGEST_RUN));
  const run = runs.reduce((most, other) => (other.join('').length > most.join('').length ? other : most));
  const words = await Promise.all(run.map((form) => index.lexicon.word(form)));
  const range = { from: 0, to: index.entry.statements };
  const asked = { words: [], required: [phraseCondition(words)], excluded: [], range, hasPhrases: true };
  return [...(await find(index, asked, range)).records].slice(-MOST_HOLDING).toReversed();
}
