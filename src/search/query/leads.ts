import { FUNCTION_WORDS } from '../../text/function-words.ts';
import { formsOf } from '../../text/words.ts';
import type { IndexedLead } from './block.ts';
import type { KnownWord } from './lexicon.ts';
import type { OpenIndex } from './open-index.ts';
import { recordsOf } from './dated.ts';
import type { Lead, Query } from './statement-search.ts';

/** At most this many leads are offered. */
const MOST = 4;
/** A word that is still being typed is completed from this length on. */
const SHORTEST_START = 3;

/** A lead with the words of the query that lead to it. */
interface Candidate {
  lead: IndexedLead;
  words: Set<string>;
}

/**
 * The speakers, topics and periods that a query names: those that all its words lead to or, if there are none, those
 * whose whole names are among its words. The last word may still be incomplete.
 */
export async function leadsOf(index: OpenIndex, query: Query, words: readonly KnownWord[]): Promise<Lead[]> {
  const asked = words.filter(({ form }) => !FUNCTION_WORDS.has(form));
  const candidates = new Map<string, Candidate>();
  const gather = (form: string, leads: readonly IndexedLead[]): void => {
    for (const lead of leads) {
      const key = `${lead.kind === 'topic'}\n${lead.id}`;
      const candidate = candidates.get(key) ?? { lead, words: new Set() };
      if (lead.kind !== 'role') candidate.lead = lead;
      candidate.words.add(form);
      candidates.set(key, candidate);
    }
  };
  for (const { form, leads } of asked) gather(form, leads);
  const last = asked.at(-1)?.form ?? '';
  if (last.length >= SHORTEST_START) {
    const groups = await index.lexicon.near(last);
    const named = groups.flatMap(({ leads }) => leads).filter(({ kind }) => kind !== 'role');
    gather(
      last,
      named.filter(({ name }) => formsOf(name).some((word) => word.startsWith(last))),
    );
  }
  const isNamedByAll = ({ lead, words: own }: Candidate): boolean => {
    const held = formsOf(`${lead.name} ${lead.role}`);
    return asked.every(({ form }) => own.has(form) || held.includes(form));
  };
  const isNamedWhole = ({ lead, words: own }: Candidate): boolean =>
    lead.kind !== 'role' && formsOf(lead.name).every((form) => own.has(form) || FUNCTION_WORDS.has(form));
  const all = [...candidates.values()];
  const full = asked.length === 0 ? [] : all.filter(isNamedByAll);
  const chosen = full.length > 0 ? full : all.filter(isNamedWhole);
  /** How many of the words are in the name itself, not only in another name or the role. */
  const inName = ({ name }: IndexedLead): number => {
    const held = formsOf(name);
    return asked.filter(({ form }) => held.includes(form)).length;
  };
  const leads = chosen
    .map(({ lead }) => lead)
    .sort((a, b) => inName(b) - inName(a) || b.count - a.count || (a.name < b.name ? -1 : 1))
    .map(({ kind, id, name, role, count }): Lead => {
      return { kind: kind === 'topic' ? 'topic' : 'speaker', id, name, role, count };
    });
  return [...(await periodsOf(index, query)), ...leads].slice(0, MOST);
}

/** The periods that a query names, with the number of statements published then. */
function periodsOf(index: OpenIndex, { dates }: Query): Promise<Lead[]> {
  return Promise.all(
    dates.map(async ({ period }): Promise<Lead> => {
      const { from, to } = await recordsOf(index, period);
      return { kind: 'period', id: period, name: period, role: '', count: to - from };
    }),
  );
}
