import type { Count, Coverage, Hit, Query, Results, StatementSearch, Suggestion } from '../statement-search.ts';
import { formsOf } from '../words.ts';
import { ask, type Asked } from './ask.ts';
import { countFacets } from './count-facets.ts';
import { find, type Found } from './find.ts';
import type { Entry } from './format.ts';
import type { Fetch } from './index-files.ts';
import type { KnownWord } from './lexicon.ts';
import { guarded, type OpenIndex, openOnce } from './open-index.ts';
import type { Shown } from './records.ts';
import { within } from './sets.ts';
import { Tiers } from './tiers.ts';

/** So many likely words are tried for one that nobody said. */
const MOST_REPAIRS = 6;
const MOST_SUGGESTIONS = 8;

/** Searches the static index; `fetch` gets a file of it, `entry` is the name of its entry. */
export function staticSearch(fetch: Fetch, entry: string): StatementSearch {
  const open = openOnce(fetch, entry);
  return {
    open: () => guarded(async () => coverageOf((await open()).entry)),
    search: (query) => guarded(async () => search(await open(), query)),
    suggest: (start) => guarded(async () => suggest(await open(), start)),
  };
}

/** The period and the number of statements that an index covers. */
export function coverageOf({ statements, days, gaps, version, years }: Entry): Coverage {
  const [first, last] = days;
  return { statements, days: first && last ? [first, last] : null, gaps, version, years: years.map(([year]) => year) };
}

async function search(index: OpenIndex, query: Query): Promise<Results> {
  const asked = await ask(index, query);
  const tiers = new Tiers(index, query, asked);
  const isFound = (await tiers.between(0, 1)).length > 0;
  if (!isFound && query.repairs) {
    const repairs = await repairsOf(index, query, asked);
    if (repairs) return repairs;
  }
  return results(index, asked, tiers, []);
}

const isUnknown = ({ exact, others }: KnownWord): boolean => exact.length + others.length === 0;

/** The results with words taken for others, one slip away, so that they are not empty; `null` where nothing helps. */
async function repairsOf(index: OpenIndex, query: Query, { words }: Asked): Promise<Results | null> {
  const unknown = words.filter(isUnknown);
  const forms = (unknown.length > 0 ? unknown : words).map(({ form }) => form);
  let changed = words.map(({ form }) => form);
  const repairs: Results['repairs'] = [];
  for (const asked of forms) {
    const candidates = (await index.lexicon.repairs(asked)).slice(0, MOST_REPAIRS);
    for (const used of candidates) {
      const tried = changed.map((word) => (word === asked ? used : word));
      const again = await ask(index, { ...query, words: tried });
      const tiers = new Tiers(index, query, again);
      const isFound = !again.words.some(isUnknown) && (await tiers.between(0, 1)).length > 0;
      if (isFound) return results(index, again, tiers, [...repairs, { asked, used }]);
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

function results(index: OpenIndex, asked: Asked, tiers: Tiers, repairs: Results['repairs']): Results {
  let finding: Promise<Found> | undefined;
  const all = (): Promise<Found> => (finding ??= find(index, asked, asked.range));
  return {
    repairs,
    load: (from, to) =>
      guarded(async () => {
        const found = await tiers.between(from, to);
        const statements = await index.records.load(found.map(({ record }) => record));
        return statements.map((statement, place) => hit(statement, found[place]?.isExact ?? false, asked));
      }),
    count: () => guarded(async () => countYears(index.entry, await all())),
    facets: () => guarded(async () => countFacets(index, (await all()).records)),
  };
}

function countYears({ years }: Entry, { records, exact }: Found): Count {
  const ranges = years.map(([year, from], place) => ({ year, from, to: years[place + 1]?.[1] ?? Infinity }));
  return {
    total: records.length,
    verbatim: exact.length,
    years: new Map(ranges.map(({ year, ...range }) => [year, within(records, range).length])),
  };
}

function hit(statement: Shown, isVerbatim: boolean, { required }: Asked): Hit {
  const { id, text, words, type, speaker, sure, said, article } = statement;
  const marked = new Set(required.flatMap((condition) => condition.marks(statement)));
  const fragments: Hit['fragments'] = [];
  let at = 0;
  for (const [place, { start, end }] of words.entries()) {
    if (!marked.has(place)) continue;
    if (start > at) fragments.push({ text: text.slice(at, start), isMatch: false });
    fragments.push({ text: text.slice(start, end), isMatch: true });
    at = end;
  }
  if (at < text.length) fragments.push({ text: text.slice(at), isMatch: false });
  return { id, fragments, isVerbatim, type, speaker, sure, said, published: article.day, article };
}

async function suggest({ lexicon }: OpenIndex, start: string): Promise<Suggestion[]> {
  const form = formsOf(start).at(-1);
  if (!form) return [];
  const groups = await lexicon.near(form);
  const words = groups
    .filter(({ key }) => !key.includes(':'))
    .flatMap(({ terms }) => terms.filter((term) => term.form.startsWith(form) && term.form !== form))
    .map(({ form: word, count }): Suggestion => ({ kind: 'word', value: word, label: word, count }));
  const speakers = groups
    .filter(({ key }) => key.startsWith(form))
    .flatMap((group) => group.speakers)
    .map(({ id, name, count }): Suggestion => ({ kind: 'speaker', value: id, label: name, count }));
  const unique = new Map([...speakers, ...words].map((suggestion) => [suggestion.value, suggestion]));
  return [...unique.values()]
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    .slice(0, MOST_SUGGESTIONS);
}
