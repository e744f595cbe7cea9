import { formsOf } from '../../text/words.ts';
import { find } from './find.ts';
import type { KnownWord } from './lexicon.ts';
import type { Term } from './lists.ts';
import type { OpenIndex } from './open-index.ts';
import { phraseCondition } from './phrase.ts';
import type { Likely } from './statement-search.ts';

/** At most this many of a quotation's longest words are looked up: the longest tend to be the rarest. */
const MOST_LOOKED_UP = 8;
/** At most this many words in a row are searched for as a phrase. */
const LONGEST_RUN = 6;
/** What may be read to find the words in statements, in bytes including requests; the rarest words come first. */
const READ = 16_000;
/** At most this many of the likeliest statements are read and compared. */
const MOST_COMPARED = 8;
/** Besides, at most this many that contain most of what the likelier ones lack, should two statements be joined. */
const MOST_COMPLETING = 2;
/** At most this many of the statements that contain the quotation verbatim are read. */
const MOST_HOLDING = 3;
/** A quotation's words are looked for within this many times its length, since words may be added or left out. */
const STRETCH = 2;

/** A word that appears in a statement; `place` is `null` if its list was too long to read the places. */
interface Sighting {
  word: string;
  place: number | null;
}

/**
 * Finds the statements to compare a quotation with: those that contain it verbatim, then those that contain its rarest
 * words, in any form, close together.
 */
export async function likely(index: OpenIndex, quotation: string): Promise<Likely> {
  const forms = formsOf(quotation);
  const { lexicon, entry } = index;
  const longest = [...new Set(forms)].sort((a, b) => b.length - a.length).slice(0, MOST_LOOKED_UP);
  const known = await Promise.all(longest.map((form) => lexicon.word(form)));
  const counts = new Map(known.map(({ form, exact }) => [form, countOf(exact)]));
  const rarity = new Map(Array.from(counts, ([form, count]) => [form, Math.log(1 + entry.statements / (count + 1))]));
  const weightOf = ({ word }: Sighting): number => rarity.get(word) ?? 0;
  const sightings = await sight(index, known);
  const within = STRETCH * forms.length;
  const near = new Map(Array.from(sightings, ([record, seen]) => [record, closest(seen, within, weightOf)]));
  const byWeight = (uncovered: (word: string) => boolean): number[] =>
    Array.from(near, ([record, words]) => {
      const weight = [...words].filter(uncovered).reduce((sum, word) => sum + (rarity.get(word) ?? 0), 0);
      return { record, weight };
    })
      .sort((a, b) => b.weight - a.weight || b.record - a.record)
      .map(({ record }) => record);
  const likeliest = byWeight(() => true).slice(0, MOST_COMPARED);
  const covered = near.get(likeliest[0] ?? -1);
  const completing = covered ? byWeight((word) => !covered.has(word)).slice(0, MOST_COMPLETING) : [];
  const holding = forms.length > 0 ? await holdingIt(index, forms) : [];
  const statements = await index.records.load(new Set([...holding, ...likeliest, ...completing]));
  return { statements, counts };
}

const countOf = (terms: readonly Term[]): number => terms.reduce((sum, { count }) => sum + count, 0);

/** Where words appear, in any form, by record: first the rarest, as far as their lists may be read. */
async function sight({ lists, entry }: OpenIndex, known: readonly KnownWord[]): Promise<Map<number, Sighting[]>> {
  const all = { from: 0, to: entry.statements };
  const terms = known
    .flatMap(({ form: word, exact, others }) => [...exact, ...others].map((term) => ({ word, term })))
    .sort((a, b) => a.term.count - b.term.count);
  const sightings = new Map<number, Sighting[]>();
  const see = (record: number, sighting: Sighting): void => {
    const seen = sightings.get(record);
    if (seen) seen.push(sighting);
    else sightings.set(record, [sighting]);
  };
  let left = READ;
  const reading: Promise<void>[] = [];
  for (const { word, term } of terms) {
    const isFirst = reading.length === 0;
    const [cost, costWithPlaces] = [lists.cost(term, all, false), lists.cost(term, all, true)];
    if (cost > left && !isFirst) break;
    const withPlaces = costWithPlaces <= left;
    left -= withPlaces ? costWithPlaces : cost;
    reading.push(
      (async () => {
        const records = await lists.records(term, all);
        const places = withPlaces ? await lists.places(term, records) : null;
        for (const record of records) {
          for (const place of places?.get(record) ?? [null]) see(record, { word, place });
        }
      })(),
    );
  }
  await Promise.all(reading);
  return sightings;
}

/** The words that a statement contains within a stretch, those that weigh most; words without places count as inside. */
function closest(seen: readonly Sighting[], stretch: number, weightOf: (seen: Sighting) => number): Set<string> {
  const anywhere = seen.filter(({ place }) => place === null);
  const placed = seen
    .filter((sighting): sighting is { word: string; place: number } => sighting.place !== null)
    .sort((a, b) => a.place - b.place);
  let best: { words: Set<string>; weight: number } = { words: new Set(), weight: -1 };
  for (const [first, { place: from }] of placed.entries()) {
    const words = new Map<string, number>();
    for (let at = first; at < placed.length; at++) {
      const sighting = placed[at];
      if (!sighting || sighting.place >= from + stretch) break;
      words.set(sighting.word, weightOf(sighting));
    }
    const weight = [...words.values()].reduce((sum, one) => sum + one, 0);
    if (weight > best.weight) best = { words: new Set(words.keys()), weight };
  }
  return new Set([...best.words, ...anywhere.map(({ word }) => word)]);
}

/**
 * The newest records that contain a quotation verbatim; if it is long, its run of words with the most letters. This
 * finds quotations whose words are all so common that only their order identifies them.
 */
async function holdingIt(index: OpenIndex, forms: readonly string[]): Promise<number[]> {
  const runs = forms
    .slice(0, Math.max(1, forms.length - LONGEST_RUN + 1))
    .map((_, start) => forms.slice(start, start + LONGEST_RUN));
  const run = runs.reduce((most, other) => (other.join('').length > most.join('').length ? other : most));
  const words = await Promise.all(run.map((form) => index.lexicon.word(form)));
  const range = { from: 0, to: index.entry.statements };
  const asked = {
    words: [],
    alternatives: [],
    required: [phraseCondition(words)],
    excluded: [],
    range,
    isUneven: true,
  };
  return [...(await find(index, asked, range)).records].slice(-MOST_HOLDING).toReversed();
}
