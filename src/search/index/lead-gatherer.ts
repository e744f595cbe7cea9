import type { StatementRow } from '../../content/rows/statement-row.ts';
import { topicId } from '../../base/topic-id.ts';
import { FUNCTION_WORDS } from '../../text/function-words.ts';
import { formsOf } from '../../text/words.ts';
import type { IndexedLead } from '../query/block.ts';
import { indexedId } from '../query/format.ts';
import { loadStemmers, primaryLanguage } from '../query/stems.ts';

/** At most this many speakers are filed under a word of their roles, those with the most statements. */
const MOST_BY_ROLE = 12;

/** A speaker or a topic, as the statements so far name it. */
interface Gathered {
  lead: IndexedLead;
  /** The languages in which it appears. */
  languages: string[];
}

/** The speakers and topics of statements, each in the order of their first ones. */
export interface GatheredLeads {
  speakers: Gathered[];
  topics: Gathered[];
}

/** Gathers what words lead to: the speakers and the topics of a part of the index. */
export class LeadGatherer {
  readonly #otherNames: ReadonlyMap<string, readonly string[]>;
  readonly #speakers: Leads;
  readonly #topics: Leads;

  /**
   * @param otherNames other names of speakers, by id
   * @param before what the statements before this part named
   */
  constructor(otherNames: ReadonlyMap<string, readonly string[]>, before: GatheredLeads) {
    this.#otherNames = otherNames;
    this.#speakers = new Leads(before.speakers);
    this.#topics = new Leads(before.topics);
  }

  /** Adds a row, in the order of publication. Returns the number of its speaker, from 1; 0 if nobody is named. */
  add({ speaker, language: tag, article }: StatementRow): number {
    const language = primaryLanguage(tag);
    for (const name of article.topics) {
      this.#topics.count({ kind: 'topic', id: topicId(name), name, role: '', count: 0 }, language);
    }
    const id = indexedId(speaker);
    if (!speaker || id === null) return 0;
    const name = speaker.name ?? speaker.described ?? '';
    return this.#speakers.count({ kind: 'speaker', id, name, role: speaker.role ?? '', count: 0 }, language);
  }

  /** All speakers and topics so far, those of earlier parts included. */
  get gathered(): GatheredLeads {
    return { speakers: this.#speakers.all, topics: this.#topics.all };
  }

  /**
   * The leads of the stem of each word, those with the most statements first. Speakers and topics that only earlier
   * parts name are left to these; the others are filed under all their words, so that no older count of theirs is left.
   */
  async byStem(): Promise<Map<string, IndexedLead[]>> {
    const [speakers, topics] = [this.#speakers.counted(), this.#topics.counted()];
    const stemmers = await loadStemmers([...speakers, ...topics].flatMap(({ languages }) => languages));
    const leads = new Map<string, IndexedLead[]>();
    const file = (text: string, lead: IndexedLead, languages: readonly string[], most = Infinity): void => {
      const words = formsOf(text).filter((form) => !FUNCTION_WORDS.has(form));
      const stems = languages.flatMap((language) => stemmers.get(language) ?? []);
      for (const key of new Set(words.flatMap((form) => stems.map((stem) => stem(form))))) {
        const others = leads.get(key) ?? [];
        const isKnown = others.some(({ id, kind }) => id === lead.id && (kind === 'topic') === (lead.kind === 'topic'));
        if (!isKnown && others.length < most) leads.set(key, [...others, lead]);
      }
    };
    for (const { lead, languages } of speakers) {
      file([lead.name, lead.id, ...(this.#otherNames.get(lead.id) ?? [])].join(' '), lead, languages);
    }
    for (const { lead, languages } of topics) file(lead.name, lead, languages);
    for (const { lead, languages, roleBefore } of speakers) {
      file(`${lead.role} ${roleBefore}`, { ...lead, kind: 'role' }, languages, MOST_BY_ROLE);
    }
    return leads;
  }
}

/** Speakers or topics, counted by their ids. */
class Leads {
  readonly #all: Map<string, Gathered>;
  /** The roles, in the parts before, of those that this part names. */
  readonly #counted = new Map<string, string>();
  readonly #numbers: Map<string, number>;

  constructor(before: readonly Gathered[]) {
    this.#all = new Map(
      before.map(({ lead, languages }) => [lead.id, { lead: { ...lead }, languages: [...languages] }]),
    );
    this.#numbers = new Map(before.map(({ lead }, place) => [lead.id, place + 1]));
  }

  get all(): Gathered[] {
    return [...this.#all.values()];
  }

  /** Counts one more statement; the last role that is not empty is kept. Returns the number of the lead. */
  count(lead: IndexedLead, language: string): number {
    const known = this.#all.get(lead.id) ?? { lead, languages: [] };
    if (!this.#counted.has(lead.id)) this.#counted.set(lead.id, this.#all.has(lead.id) ? known.lead.role : '');
    if (!this.#all.has(lead.id)) {
      this.#all.set(lead.id, known);
      this.#numbers.set(lead.id, this.#numbers.size + 1);
    }
    known.lead.count++;
    if (lead.role) known.lead.role = lead.role;
    if (!known.languages.includes(language)) known.languages.push(language);
    return this.#numbers.get(lead.id) ?? 0;
  }

  /** Those that this part names, with the most statements first, and their roles before. */
  counted(): (Gathered & { roleBefore: string })[] {
    return Array.from(this.#counted, ([id, roleBefore]) => ({ ...(this.#all.get(id) as Gathered), roleBefore })).sort(
      (a, b) => b.lead.count - a.lead.count || (a.lead.id < b.lead.id ? -1 : 1),
    );
  }
}
