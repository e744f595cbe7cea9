import { stemsOf, type Stemmer } from './stems.ts';
import { formsOf } from '../../text/words.ts';
import { type Group, type IndexedLead, readBlock, type Term } from './block.ts';
import { type Entry, factKey, isSpeakerForm, placeOf } from './format.ts';
import type { IndexFiles } from './index-files.ts';

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

/** Looks words, facts and speakers up in the blocks of the index. */
export class Lexicon {
  readonly #entry: Entry;
  readonly #files: IndexFiles;
  readonly #stemmers: ReadonlyMap<string, Stemmer>;
  readonly #blocks = new Map<string, Promise<Group[]>>();

  constructor(entry: Entry, files: IndexFiles, stemmers: ReadonlyMap<string, Stemmer>) {
    this.#entry = entry;
    this.#files = files;
    this.#stemmers = stemmers;
  }

  async word(form: string): Promise<KnownWord> {
    const groups = await Promise.all(Array.from(stemsOf(form, this.#stemmers), (stem) => this.#group(stem)));
    const terms = groups.flatMap((group) => group?.terms ?? []);
    const words = terms.filter((term) => !isSpeakerForm(term.form));
    return {
      form,
      exact: words.filter((term) => term.form === form),
      others: words.filter((term) => term.form !== form),
      ofSpeaker: terms.filter((term) => isSpeakerForm(term.form)),
      leads: groups.flatMap((group) => group?.leads ?? []),
    };
  }

  async fact(field: string, value: string): Promise<Term | null> {
    const group = await this.#group(factKey(field, value));
    return group?.terms[0] ?? null;
  }

  /** The speakers whose names or ids contain all the words. */
  async speakers(name: string): Promise<IndexedLead[]> {
    const words = await Promise.all(formsOf(name).map((word) => this.word(word)));
    const [first = [], ...rest] = words.map(({ leads }) => leads.filter(({ kind }) => kind === 'speaker'));
    return first.filter(({ id }) => rest.every((speakers) => speakers.some((speaker) => speaker.id === id)));
  }

  /** The groups of the block that contains, or would contain, words with this prefix. */
  async near(start: string): Promise<Group[]> {
    if (this.#entry.blocks.length === 0) return [];
    return this.#block(placeOf(this.#entry.keys, start));
  }

  async #group(key: string): Promise<Group | undefined> {
    if (this.#entry.blocks.length === 0) return undefined;
    const groups = await this.#block(placeOf(this.#entry.keys, key));
    return groups.find((group) => group.key === key);
  }

  #block(place: number): Promise<Group[]> {
    const name = this.#entry.blocks[place] ?? '';
    let block = this.#blocks.get(name);
    if (!block) {
      block = this.#files.bytes(name).then(readBlock);
      this.#blocks.set(name, block);
      block.catch(() => this.#blocks.delete(name));
    }
    return block;
  }
}
