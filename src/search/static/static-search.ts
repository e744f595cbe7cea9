import { formsOf } from '../words.ts';
import {
  type Count,
  type Coverage,
  type Facets,
  FIELDS,
  type Hit,
  IndexProblem,
  type Query,
  type Results,
  type StatementSearch,
  type Suggestion,
} from '../statement-search.ts';
import { loadStemmers } from '../stems.ts';
import { closeness } from './closeness.ts';
import { type Condition, factCondition, phraseCondition, wordCondition } from './conditions.ts';
import { type Entry, FORMAT } from './format.ts';
import { countFacets } from './count-facets.ts';
import { type Fetch, IndexFiles } from './index-files.ts';
import { type KnownWord, Lexicon } from './lexicon.ts';
import { Lists, type Range } from './lists.ts';
import { Records, type Shown } from './records.ts';
import { allOf, intersect, subtract, within } from './sets.ts';

/** Statements are put in order by how near the words are to each other up to so many; more are a matter of counting. */
const MOST_RANKED = 500;
/** So many likely words are tried for one that nobody said. */
const MOST_REPAIRS = 6;
/** Hits of a search for one word that need no more than the newest part of its list. */
const FIRST_HITS = 10;
const MOST_SUGGESTIONS = 8;

/** What an opened index is searched with. */
export interface OpenIndex {
  entry: Entry;
  files: IndexFiles;
  lexicon: Lexicon;
  lists: Lists;
  records: Records;
}

/** What a query asks, looked up in the index. */
interface Asked {
  required: Condition[];
  /** Those of them that a reader typed. */
  words: KnownWord[];
  excluded: Condition[];
  range: Range;
}

/** The statements that a query finds. */
interface Found {
  records: Uint32Array;
  exact: Uint32Array;
}

/**
 * Opens the static index.
 *
 * @param fetch gets a file of the index
 * @param entry the name of its entry, as the page knows it
 * @throws IndexProblem
 */
export async function openIndex(fetch: Fetch, entry: string): Promise<OpenIndex> {
  const files = new IndexFiles(fetch);
  const read = await files.json<Entry>(entry);
  if (read.format !== FORMAT) throw new IndexProblem('version', entry);
  const stemmers = await loadStemmers(read.languages);
  return {
    entry: read,
    files,
    lexicon: new Lexicon(read, files, stemmers),
    lists: new Lists(files, read.statements),
    records: new Records(files, read.records),
  };
}

/** The period and the number of statements that an index covers. */
export function coverageOf({ statements, days, gaps, version, years }: Entry): Coverage {
  const [first, last] = days;
  return { statements, days: first && last ? [first, last] : null, gaps, version, years: years.map(([year]) => year) };
}

/** Searches the static index. */
export function staticSearch(fetch: Fetch, entry: string): StatementSearch {
  let opening: Promise<OpenIndex> | undefined;
  const open = (): Promise<OpenIndex> => {
    opening ??= openIndex(fetch, entry);
    opening.catch(() => (opening = undefined));
    return opening;
  };
  return {
    open: () => guarded(async () => coverageOf((await open()).entry)),
    search: (query) => guarded(async () => search(await open(), query)),
    suggest: (start) => guarded(async () => suggest(await open(), start)),
  };
}

/** What fails inside the index without saying so is an index that was changed. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof IndexProblem ? error : new IndexProblem('damaged', String(error));
  }
}

async function search(index: OpenIndex, query: Query): Promise<Results> {
  const asked = await ask(index, query);
  const unknown = asked.words.filter(({ exact, others }) => exact.length + others.length === 0);
  if (unknown.length === 0) {
    const head = await newestOf(index, query, asked);
    if (head) return results(index, query, asked, [], head);
  }
  const found = unknown.length > 0 ? nothing() : await find(index, asked);
  if (found.records.length > 0 || !query.repairs) return results(index, query, asked, [], null, found);
  return (await repaired(index, query, unknown)) ?? results(index, query, asked, [], null, found);
}

/** Looks up what is asked. */
async function ask({ entry, lexicon }: OpenIndex, query: Query): Promise<Asked> {
  const known = (text: string): Promise<KnownWord[]> => Promise.all(formsOf(text).map((form) => lexicon.word(form)));
  const [words, phrases, without] = await Promise.all([
    known(query.words.join(' ')),
    Promise.all(query.phrases.map(known)),
    Promise.all(query.without.map(async ({ text, isExact }) => ({ words: await known(text), isExact }))),
  ]);
  const facts = await Promise.all(
    FIELDS.flatMap((field) => (query.only[field] ? [fact(lexicon, field, query.only[field])] : [])),
  );
  const unique = [...new Map(words.map((word) => [word.form, word])).values()];
  return {
    required: [...unique.map(wordCondition), ...phrases.filter(isSomething).map(phraseCondition), ...facts],
    words: unique,
    excluded: without
      .filter(({ words: parts }) => isSomething(parts))
      .map(({ words: parts, isExact }) =>
        !isExact && parts.length === 1 && parts[0] ? wordCondition(parts[0]) : phraseCondition(parts),
      ),
    range: rangeOf(entry, query.years),
  };
}

const isSomething = (words: readonly KnownWord[]): boolean => words.length > 0;

async function fact(lexicon: Lexicon, field: string, value: string): Promise<Condition> {
  if (field !== 'speaker') {
    const wanted = formsOf(value).join(' ');
    const term = await lexicon.fact(field, wanted);
    return factCondition(term ? [term] : [], ({ type, status, article }) => {
      const values = { type: [type], status: [status], outlet: [article.outlet], topic: article.topics }[field] ?? [];
      return values.some((held) => formsOf(held).join(' ') === wanted) ? 'exact' : null;
    });
  }
  const byId = await lexicon.fact('speaker', value);
  const ids = byId ? [value] : (await lexicon.speakers(value)).map(({ id }) => id);
  const terms = byId ? [byId] : await Promise.all(ids.map((id) => lexicon.fact('speaker', id)));
  return factCondition(
    terms.filter((term) => term !== null),
    ({ speaker }) => (speaker && ids.includes(speaker.id) ? 'exact' : null),
  );
}

/** The records of some years. */
function rangeOf({ years, statements }: Entry, asked: Query['years']): Range {
  if (!asked) return { from: 0, to: statements };
  const firstFrom = (year: number): number => years.find(([other]) => other >= year)?.[1] ?? statements;
  return { from: firstFrom(asked.from), to: firstFrom(asked.to + 1) };
}

const nothing = (): Found => ({ records: new Uint32Array(), exact: new Uint32Array() });

/** Finds what meets all conditions: by the rarest first, each deciding among what is left. */
async function find({ lists, records }: OpenIndex, { required, excluded, range }: Asked): Promise<Found> {
  if (required.some(({ count }) => count === 0)) return nothing();
  const reading = (among: Uint32Array): number => records.cost(among);
  let left: Uint32Array | null = null;
  let exact: Uint32Array | null = null;
  const open: { condition: Condition; isExcluded: boolean }[] = [];
  for (const condition of required.toSorted((a, b) => a.count - b.count)) {
    const sifted = await condition.sift(left ?? range, lists, reading);
    if (sifted.isSettled) {
      left = left ? intersect(left, sifted.records) : within(sifted.records, range);
      exact = exact ? intersect(exact, sifted.exact) : sifted.exact;
    } else {
      left = sifted.records;
      open.push({ condition, isExcluded: false });
    }
    if (left.length === 0) return nothing();
  }
  left ??= allOf(range);
  for (const condition of excluded.filter(({ count }) => count > 0)) {
    const sifted = await condition.sift(left, lists, reading);
    if (sifted.isSettled) left = subtract(left, sifted.records);
    else open.push({ condition, isExcluded: true });
  }
  exact = exact ? intersect(left, exact) : left;
  return open.length === 0 ? { records: left, exact } : decide(await records.load(left), open, exact);
}

/** Decides by reading. */
function decide(
  statements: readonly Shown[],
  open: readonly { condition: Condition; isExcluded: boolean }[],
  exact: Uint32Array,
): Found {
  const isExact = new Set(exact);
  const kept = statements.filter((statement) =>
    open.every(({ condition, isExcluded }) => {
      const held = condition.holds(statement);
      if (held !== 'exact' && !isExcluded) isExact.delete(statement.record);
      return isExcluded ? held === null : held !== null;
    }),
  );
  const records = Uint32Array.from(kept, ({ record }) => record);
  return { records, exact: records.filter((record) => isExact.has(record)) };
}

/**
 * The first hits of a search for one word of which there are many, from the newest part of its list: they are shown
 * before the whole of it is read.
 */
async function newestOf({ lists }: OpenIndex, query: Query, asked: Asked): Promise<Found | null> {
  const [word] = asked.words;
  if (!word || asked.required.length > 1 || asked.excluded.length > 0 || query.years) return null;
  const terms = query.order === 'best' ? word.exact : [...word.exact, ...word.others];
  if (terms.reduce((sum, { count }) => sum + count, 0) <= FIRST_HITS) return null;
  const parts = await Promise.all(terms.map((term) => lists.newest(term, FIRST_HITS)));
  const isExact = new Set(terms.flatMap((term, index) => (term.form === word.form ? [...(parts[index] ?? [])] : [])));
  const newest = Uint32Array.from(new Set(parts.flatMap((part) => [...part.slice(-FIRST_HITS)])));
  const records = newest.sort().slice(-FIRST_HITS);
  return { records, exact: records.filter((record) => isExact.has(record)) };
}

/** The results with one word taken for another that makes them not empty; `null` where none does. */
async function repaired(index: OpenIndex, query: Query, unknown: readonly KnownWord[]): Promise<Results | null> {
  const forms = unknown.length > 0 ? unknown.map(({ form }) => form) : formsOf(query.words.join(' '));
  let words = query.words.flatMap(formsOf);
  const repairs: Results['repairs'] = [];
  for (const asked of forms) {
    const tried = (await index.lexicon.repairs(asked)).slice(0, MOST_REPAIRS);
    for (const used of tried) {
      const changed = words.map((word) => (word === asked ? used : word));
      const again = await ask(index, { ...query, words: changed });
      const others = again.words.filter(({ exact, others: rest }) => exact.length + rest.length === 0);
      const found = others.length > 0 ? nothing() : await find(index, again);
      if (found.records.length > 0) {
        return results(index, query, again, [...repairs, { asked, used }], null, found);
      }
    }
    // Where several words are unknown, the likeliest is taken for each but the last.
    const [likeliest] = tried;
    if (unknown.length > 1 && likeliest) {
      words = words.map((word) => (word === asked ? likeliest : word));
      repairs.push({ asked, used: likeliest });
    }
  }
  return null;
}

function results(
  index: OpenIndex,
  query: Query,
  asked: Asked,
  repairs: Results['repairs'],
  head: Found | null,
  found?: Found,
): Results {
  let finding: Promise<Found> | undefined;
  let ordering: Promise<Uint32Array> | undefined;
  const all = (): Promise<Found> => (finding ??= found ? Promise.resolve(found) : find(index, asked));
  const ordered = (): Promise<Uint32Array> =>
    (ordering ??= all().then((whole) => inOrder(index, query, asked, whole)));
  return {
    repairs,
    load: (from, to) =>
      guarded(async () => {
        const isFirst = head !== null && to <= head.records.length;
        const records = isFirst ? head.records.toReversed() : await ordered();
        const exact = new Set((isFirst ? head : await all()).exact);
        const shown = await index.records.load(records.subarray(from, to));
        return shown.map((statement) => hit(statement, exact.has(statement.record), asked));
      }),
    count: () => guarded(async () => countYears(index.entry, await all())),
    facets: () => guarded(async () => countFacets(index, (await all()).records)),
  };
}

/** Records in the order in which they are shown. */
async function inOrder({ lists }: OpenIndex, query: Query, asked: Asked, found: Found): Promise<Uint32Array> {
  const newest = found.records.toReversed();
  if (query.order === 'newest') return newest;
  const exact = new Set(found.exact);
  const isRanked = newest.length <= MOST_RANKED && asked.words.length > 1;
  const near = isRanked
    ? closeness(newest, await Promise.all(asked.required.map((condition) => condition.places(found.records, lists))))
    : null;
  const rank = (record: number): number => (exact.has(record) ? 0 : 1);
  return newest.sort((a, b) => rank(a) - rank(b) || (near ? (near.get(a) ?? 0) - (near.get(b) ?? 0) : 0) || b - a);
}

function countYears({ years }: Entry, { records, exact }: Found): Count {
  const firsts = years.map(([, first], index) => ({ first, to: years[index + 1]?.[1] ?? Infinity }));
  const counts = firsts.map(({ first, to }) => within(records, { from: first, to }).length);
  const byYear = new Map(years.map(([year], index) => [year, counts[index] ?? 0] as const));
  return { total: records.length, verbatim: exact.length, years: byYear };
}

function hit(statement: Shown, isVerbatim: boolean, { required }: Asked): Hit {
  const { id, text, words, type, speaker, sure, said, article } = statement;
  const marked = new Set(required.flatMap((condition) => condition.marks(statement)));
  const fragments: Hit['fragments'] = [];
  let at = 0;
  for (const [index, { start, end }] of words.entries()) {
    if (!marked.has(index)) continue;
    if (start > at) fragments.push({ text: text.slice(at, start), isMatch: false });
    fragments.push({ text: text.slice(start, end), isMatch: true });
    at = end;
  }
  if (at < text.length) fragments.push({ text: text.slice(at), isMatch: false });
  return { id, fragments, isVerbatim, type, speaker, sure, said, published: article.day, article };
}

async function suggest({ lexicon, entry }: OpenIndex, start: string): Promise<Suggestion[]> {
  const form = formsOf(start).at(-1);
  if (!form || entry.blocks.length === 0) return [];
  const groups = await lexicon.near(form);
  const words = groups
    .filter(({ key }) => !key.includes(':'))
    .flatMap(({ terms }) => terms.filter((term) => term.form.startsWith(form) && term.form !== form));
  const speakers = new Map(
    groups
      .filter(({ key }) => key.startsWith(form))
      .flatMap((group) => group.speakers.map((speaker) => [speaker.id, speaker] as const)),
  );
  return [
    ...Array.from(speakers.values(), ({ id, name, count }) => ({ kind: 'speaker' as const, value: id, label: name, count })),
    ...words.map(({ form: word, count }) => ({ kind: 'word' as const, value: word, label: word, count })),
  ]
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    .slice(0, MOST_SUGGESTIONS);
}

