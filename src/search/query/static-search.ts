import type { Hit, Lead, Query, Results, StatementSearch } from './statement-search.ts';
import { formsOf } from '../../text/words.ts';
import { ask, type Asked } from './ask.ts';
import { find, type Found } from './find.ts';
import type { Fetch } from './index-files.ts';
import { isUnknown, type KnownWord } from './lexicon.ts';
import type { Repaired } from './repair.ts';
import { guarded } from './guarded.ts';
import { type OpenIndex, openOnce } from './open-index.ts';
import type { LoadedStatement } from './records.ts';
import { Tiers } from './tiers.ts';

/**
 * Searches the static index. What the first hits do not need is loaded on demand.
 *
 * @param fetch fetches a file of the index
 * @param entry the name of its entry
 */
export function staticSearch(fetch: Fetch, entry: string): StatementSearch {
  const open = openOnce(fetch, entry);
  return {
    open: () => guarded(async () => (await import('./coverage-of.ts')).coverageOf((await open()).entry)),
    search: (query) => guarded(async () => search(await open(), query)),
    likely: (quotation) => guarded(async () => (await import('./likely.ts')).likely(await open(), quotation)),
    suggest: (start) => guarded(async () => (await import('./suggest.ts')).suggest(await open(), start)),
  };
}

async function search(index: OpenIndex, query: Query): Promise<Results> {
  const asked = await ask(index, query);
  const tiers = new Tiers(index, query, asked);
  const isFound = (await tiers.between(0, 1)).length > 0;
  const repaired = isFound || !query.repairs ? null : await (await import('./repair.ts')).repair(index, query, asked);
  const shown = repaired ?? { asked, tiers, repairs: [] };
  return results(index, shown, await leads(index, query, shown.asked));
}

/** What the words lead to; the code for it is loaded only if they may lead to something. */
async function leads(index: OpenIndex, query: Query, { words, alternatives }: Asked): Promise<Lead[]> {
  const all = [...words, ...alternatives];
  const forms = all.map(({ form }) => form).join(' ');
  /** Whether all words lead to it, or its name is among them. */
  const isNamed = ({ id, name }: KnownWord['leads'][number]): boolean =>
    all.every((word) => word.leads.some((lead) => lead.id === id)) || forms.includes(formsOf(name).join(' '));
  const mayLead = all.some((word) => isUnknown(word) || word.leads.some(isNamed)) || query.dates.length > 0;
  return mayLead ? (await import('./leads.ts')).leadsOf(index, query, all) : [];
}

function results(index: OpenIndex, { asked, tiers, repairs }: Repaired, leadsOfQuery: Lead[]): Results {
  let finding: Promise<Found> | undefined;
  const all = (): Promise<Found> => (finding ??= find(index, asked, asked.range));
  return {
    repairs,
    leads: leadsOfQuery,
    load: (from, to) =>
      guarded(async () => {
        const found = await tiers.between(from, to);
        const statements = await index.records.load(found.map(({ record }) => record));
        return statements.map((statement, place) => hit(statement, found[place]?.isExact ?? false, asked));
      }),
    count: () => guarded(async () => (await import('./count-years.ts')).countYears(index.entry, await all())),
    facets: () => guarded(async () => (await import('./count-facets.ts')).countFacets(index, asked.range, all)),
  };
}

function hit(statement: LoadedStatement, isVerbatim: boolean, { required, words: asked }: Asked): Hit {
  const { id, type, status, shown, words, speaker, sure, said, published, article } = statement;
  const marked = new Set(required.flatMap((condition) => condition.marks(statement)));
  const fragments: Hit['fragments'] = [];
  let at = 0;
  for (const [place, { start, end }] of words.entries()) {
    if (!marked.has(place)) continue;
    if (start > at) fragments.push({ text: shown.slice(at, start), isMatch: false });
    fragments.push({ text: shown.slice(start, end), isMatch: true });
    at = end;
  }
  if (at < shown.length) fragments.push({ text: shown.slice(at), isMatch: false });
  const held = new Set(words.map(({ form }) => form));
  const isInText = ({ exact, others }: KnownWord): boolean => [...exact, ...others].some(({ form }) => held.has(form));
  const ofSpeaker = asked.filter((word) => !isInText(word)).map(({ form }) => form);
  return { id, type, status, shown, fragments, isVerbatim, ofSpeaker, speaker, sure, said, published, article };
}
