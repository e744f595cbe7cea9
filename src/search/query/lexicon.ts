import { stemsOf, type Stemmer } from './stems.ts';
import { formsOf } from '../../text/words.ts';
import { type Group, type IndexedLead, readBlock } from './block.ts';
import { type Entry, factKey, isSpeakerForm, type IndexPart, placeOf } from './format.ts';
import type { IndexFiles } from './index-files.ts';
import type { PartList, Term } from './lists.ts';

/** A word that was searched for, with the terms that it may match. */
export interface KnownWord {
  form: string;
  /** The form as typed; several terms if languages stem it differently. */
  exact: Term[];
  /** Other forms of it. */
  others: Term[];
  /** It and its other forms as words for the speaker. */
  ofSpeaker: Term[];
  leads: IndexedLead[];
}

/** Whether no statement contains a word, in any form, and no speaker has it. */
export const isUnknown = ({ exact, others, ofSpeaker }: KnownWord): boolean =>
  exact.length + others.length + ofSpeaker.length === 0;

/** What all parts of the index have filed under a key. */
export interface FoundGroup {
  key: string;
  terms: Term[];
  leads: IndexedLead[];
}

/** A part of the index, with the range of its records. */
interface RangedPart {
  part: IndexPart;
  range: PartList['part'];
}

/** Looks words, facts and speakers up in the blocks of the index. */
export class Lexicon {
  readonly #parts: RangedPart[];
  readonly #files: IndexFiles;
  readonly #stemmers: ReadonlyMap<string, Stemmer>;
  readonly #blocks = new Map<string, Promise<Group[]>>();

  constructor({ parts, statements }: Entry, files: IndexFiles, stemmers: ReadonlyMap<string, Stemmer>) {
    this.#parts = parts.map((part, place) => ({
      part,
      range: { from: part.first, to: parts[place + 1]?.first ?? statements },
    }));
    this.#files = files;
    this.#stemmers = stemmers;
  }

  async word(form: string): Promise<KnownWord> {
    const groups = await Promise.all(Array.from(stemsOf(form, this.#stemmers), (stem) => this.#group(stem)));
    const terms = groups.flatMap((group) => group.terms);
    const words = terms.filter((term) => !isSpeakerForm(term.form));
    return {
      form,
      exact: words.filter((term) => term.form === form),
      others: words.filter((term) => term.form !== form),
      ofSpeaker: terms.filter((term) => isSpeakerForm(term.form)),
      leads: groups.flatMap((group) => group.leads),
    };
  }

  async fact(field: string, value: string): Promise<Term | null> {
    const group = await this.#group(factKey(field, value));
    return group.terms[0] ?? null;
  }

  /** The speakers whose names or ids contain all the words. */
  async speakers(name: string): Promise<IndexedLead[]> {
    const words = await Promise.all(formsOf(name).map((word) => this.word(word)));
    const [first = [], ...rest] = words.map(({ leads }) => leads.filter(({ kind }) => kind === 'speaker'));
    return first.filter(({ id }) => rest.every((speakers) => speakers.some((speaker) => speaker.id === id)));
  }

  /**
   * The groups of the block that contains, or would contain, words with this prefix. Of newer statements, these are the
   * groups that belong between the words of the oldest part's block, so that each is whole.
   */
  async near(start: string): Promise<FoundGroup[]> {
    const [oldest = [], ...newer] = await Promise.all(this.#parts.map(({ part }) => this.#blockOf(part, start)));
    const keys = new Set(oldest.map(({ key }) => key));
    const [first = '', last = ''] = [oldest[0]?.key, oldest.at(-1)?.key];
    for (const { key } of newer.flat()) if (key > first && key < last) keys.add(key);
    return Array.from([...keys].sort(), (key) => this.#merge(key, [oldest, ...newer]));
  }

  async #group(key: string): Promise<FoundGroup> {
    return this.#merge(key, await Promise.all(this.#parts.map(({ part }) => this.#blockOf(part, key))));
  }

  /** Merges what the blocks of all parts have under a key. */
  #merge(key: string, blocks: readonly Group[][]): FoundGroup {
    const terms = new Map<string, Term>();
    const leads = new Map<string, IndexedLead>();
    for (const [place, { range }] of this.#parts.entries()) {
      const group = blocks[place]?.find((other) => other.key === key);
      for (const { form, count, list } of group?.terms ?? []) {
        const term = terms.get(form) ?? { form, count: 0, lists: [] };
        term.count += count;
        term.lists.push({ stored: list, count, part: range });
        terms.set(form, term);
      }
      // A newer part counts the statements of the parts before, too.
      for (const lead of group?.leads ?? []) leads.set(`${lead.kind} ${lead.id}`, lead);
    }
    return { key, terms: [...terms.values()], leads: [...leads.values()] };
  }

  async #blockOf({ keys, blocks, inline }: IndexPart, key: string): Promise<Group[]> {
    const name = blocks[placeOf(keys, key)];
    return name === undefined ? [] : this.#block(name, inline);
  }

  #block(name: string, inline: number): Promise<Group[]> {
    let block = this.#blocks.get(name);
    if (!block) {
      block = this.#files.bytes(name).then((bytes) => readBlock(bytes, inline));
      this.#blocks.set(name, block);
      block.catch(() => this.#blocks.delete(name));
    }
    return block;
  }
}
