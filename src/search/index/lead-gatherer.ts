import type { StatementRow } from '../../content/rows/statement-row.ts';
import { topicId } from '../../base/topic-id.ts';
import { FUNCTION_WORDS } from '../../text/function-words.ts';
import { formsOf } from '../../text/words.ts';
import type { IndexedLead } from '../query/block.ts';
import { indexedId } from '../query/format.ts';
import type { Stemmer } from '../query/stems.ts';

/** At most this many speakers are filed under a word of their roles, those with the most statements. */
const MOST_BY_ROLE = 12;

/** A lead, with the stemmers of the languages in which it appears. */
interface Gathered {
  lead: IndexedLead;
  stems: Set<Stemmer>;
}

/** Gathers what words lead to: the speakers and the topics of rows. */
export class LeadGatherer {
  readonly #speakers = new Map<string, Gathered>();
  readonly #topics = new Map<string, Gathered>();
  readonly #otherNames: ReadonlyMap<string, readonly string[]>;

  /** @param otherNames other names of speakers, by id */
  constructor(otherNames: ReadonlyMap<string, readonly string[]>) {
    this.#otherNames = otherNames;
  }

  /** Rows must come in the order of publication. */
  add({ speaker, article }: StatementRow, stem: Stemmer): void {
    const id = indexedId(speaker);
    if (speaker && id !== null) {
      const name = speaker.name ?? speaker.described ?? '';
      const lead = count(this.#speakers, { kind: 'speaker', id, name, role: '', count: 0 }, stem);
      if (speaker.role) lead.role = speaker.role;
    }
    for (const name of article.topics) {
      count(this.#topics, { kind: 'topic', id: topicId(name), name, role: '', count: 0 }, stem);
    }
  }

  /** The leads of the stem of each word, those with the most statements first. */
  byStem(): Map<string, IndexedLead[]> {
    const leads = new Map<string, IndexedLead[]>();
    const file = (text: string, { lead, stems }: Gathered, most = Infinity): void => {
      const words = formsOf(text).filter((form) => !FUNCTION_WORDS.has(form));
      for (const key of new Set(words.flatMap((form) => Array.from(stems, (stem) => stem(form))))) {
        const others = leads.get(key) ?? [];
        const isKnown = others.some(({ id, kind }) => id === lead.id && (kind === 'topic') === (lead.kind === 'topic'));
        if (!isKnown && others.length < most) leads.set(key, [...others, lead]);
      }
    };
    const speakers = mostFirst(this.#speakers);
    for (const gathered of speakers) {
      const { id, name } = gathered.lead;
      file([name, id, ...(this.#otherNames.get(id) ?? [])].join(' '), gathered);
    }
    for (const gathered of mostFirst(this.#topics)) file(gathered.lead.name, gathered);
    for (const { lead, stems } of speakers) file(lead.role, { lead: { ...lead, kind: 'role' }, stems }, MOST_BY_ROLE);
    return leads;
  }
}

const mostFirst = (of: ReadonlyMap<string, Gathered>): Gathered[] =>
  [...of.values()].sort((a, b) => b.lead.count - a.lead.count || (a.lead.id < b.lead.id ? -1 : 1));

/** Counts one more statement; returns the lead. */
function count(leads: Map<string, Gathered>, lead: IndexedLead, stem: Stemmer): IndexedLead {
  const known = leads.get(lead.id) ?? { lead, stems: new Set() };
  known.lead.count++;
  known.stems.add(stem);
  leads.set(lead.id, known);
  return known.lead;
}
