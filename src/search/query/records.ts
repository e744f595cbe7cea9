import { wordsOf, type Word } from '../../text/words.ts';
import { type Entry, type RecordFile, recordFileName } from './format.ts';
import type { IndexFiles } from './index-files.ts';
import { REQUEST } from './lists.ts';

/** The approximate size of a statement in its file, in bytes. */
const WEIGHT = 100;

/** A statement of the index, as it is shown. */
export interface Shown {
  record: number;
  id: string;
  type: string;
  status: string;
  text: string;
  words: Word[];
  article: { day: string; url: string; title: string; language: string; outlet: string; topics: string[] };
  speaker: { id: string; name: string; role: string } | null;
  sure: boolean;
  said: string;
}

/** Reads statements by their numbers. */
export class Records {
  readonly #files: IndexFiles;
  readonly #entry: Entry;

  constructor(files: IndexFiles, entry: Entry) {
    this.#files = files;
    this.#entry = entry;
  }

  load(records: Iterable<number>): Promise<Shown[]> {
    return Promise.all(
      Array.from(records, async (record) => {
        const file = await this.#files.json<RecordFile>(recordFileName(this.#entry, record));
        return shown(file, record, record % this.#entry.aFile);
      }),
    );
  }

  /** The cost of loading records, in bytes including requests. */
  cost(records: Uint32Array): number {
    const files = new Set(Array.from(records, (record) => recordFileName(this.#entry, record)));
    return [...files].filter((file) => !this.#files.has(file)).length * (REQUEST + WEIGHT * this.#entry.aFile);
  }
}

function shown({ statements, articles, speakers }: RecordFile, record: number, place: number): Shown {
  const statement = statements[place];
  const article = articles[statement?.[4] ?? -1];
  if (!statement || !article) throw new RangeError(`There is no record ${record} in its file`);
  const [id, type, status, text, , who, sure, said] = statement;
  const [day, url, title, language, outlet, topics] = article;
  const [speakerId, name, role] = speakers[who] ?? [];
  return {
    record,
    id,
    type,
    status,
    text,
    words: wordsOf(text),
    article: { day, url, title, language, outlet, topics },
    speaker: speakerId === undefined ? null : { id: speakerId, name: name ?? '', role: role ?? '' },
    sure: sure === 1,
    said,
  };
}
