import type { Query } from './statement-search.ts';
import type { Asked } from './ask.ts';
import { find, type Found } from './find.ts';
import type { Range } from './lists.ts';
import type { OpenIndex } from './open-index.ts';

/** The newest tier is wide enough to contain about this many results, estimated from how frequent the terms are. */
const RESULTS_A_TIER = 30;
/** Each tier is this many times as wide as the newer one before it. */
const WIDER = 4;

/** Results of one tier, in their order. */
interface Tier {
  records: Uint32Array;
  exact: Set<number>;
}

/**
 * The results of a query, in tiers from the newest back, so that the first are known before all lists are read. Inside
 * a tier the best come first, or the newest. A query that finds little has one tier.
 */
export class Tiers {
  readonly #index: OpenIndex;
  readonly #query: Query;
  readonly #asked: Asked;
  readonly #ranges: Range[];
  readonly #tiers: Promise<Tier>[] = [];
  /** Loads while the lists are loading. */
  readonly #ranking: Promise<{ rank: typeof rankByForm }>;

  constructor(index: OpenIndex, query: Query, asked: Asked) {
    this.#index = index;
    this.#query = query;
    this.#asked = asked;
    this.#ranges = tierRanges(asked, index.entry.statements);
    this.#ranking = asked.words.length > 1 ? import('./rank.ts') : Promise.resolve({ rank: rankByForm });
    // If this fails, it fails again where it is needed.
    this.#ranking.catch(() => undefined);
  }

  /** Results from one position up to another; fewer if there are no more. */
  async between(from: number, to: number): Promise<{ record: number; isExact: boolean }[]> {
    const found: { record: number; isExact: boolean }[] = [];
    for (let place = 0; place < this.#ranges.length && found.length < to; place++) {
      const { records, exact } = await this.#tier(place);
      for (const record of records) found.push({ record, isExact: exact.has(record) });
    }
    return found.slice(from, to);
  }

  #tier(place: number): Promise<Tier> {
    return (this.#tiers[place] ??= this.#read(this.#ranges[place] ?? this.#asked.range));
  }

  async #read(range: Range): Promise<Tier> {
    const found = await find(this.#index, this.#asked, range);
    const exact = new Set(found.exact);
    const newest = found.records.toReversed();
    if (this.#query.order === 'newest') return { records: newest, exact };
    const { rank } = await this.#ranking;
    const ranks = await rank(this.#index, this.#asked, found);
    const records = newest.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) || b - a);
    return { records, exact };
  }
}

/** The rank of one word's results: the word as typed, then its other forms. */
function rankByForm(_: OpenIndex, __: Asked, { records, exact }: Found): Promise<Map<number, number>> {
  const isExact = new Set(exact);
  return Promise.resolve(new Map(Array.from(records, (record) => [record, isExact.has(record) ? 0 : 1])));
}

/** The ranges of the tiers, the newest first. */
function tierRanges({ required, excluded, isUneven, range }: Asked, statements: number): Range[] {
  const { from, to } = range;
  if (isUneven || excluded.length > 0) return [range];
  const share = required.reduce((product, { count }) => product * Math.min(1, count / statements), 1);
  const ranges: Range[] = [];
  let width = Math.ceil(RESULTS_A_TIER / Math.max(share, Number.EPSILON));
  for (let end = to; end > from; width *= WIDER) {
    // A last tier that would be narrower than the one before is merged into it.
    const start = end - from < 2 * width ? from : end - width;
    ranges.push({ from: start, to: end });
    end = start;
  }
  return ranges;
}
