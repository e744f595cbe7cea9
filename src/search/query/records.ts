import { wordsOf, type Word } from '../../text/words.ts';
import { type Entry, partOf, type RecordFile, recordFileName } from './format.ts';
import type { IndexFiles } from './index-files.ts';
import { REQUEST } from './lists.ts';
import type { IndexedStatement } from './statement-search.ts';

/** The approximate size of a statement in its file, in bytes. */
const WEIGHT = 100;

/** A statement that was read from the index, with its number there and its words. */
export interface LoadedStatement extends IndexedStatement {
  record: number;
  words: Word[];
}

/** Reads statements by their numbers. */
export class Records {
  readonly #files: IndexFiles;
  readonly #entry: Entry;

  constructor(files: IndexFiles, entry: Entry) {
    this.#files = files;
    this.#entry = entry;
  }

  load(records: Iterable<number>): Promise<LoadedStatement[]> {
    return Promise.all(
      Array.from(records, async (record) => {
        const part = partOf(this.#entry, record);
        if (!part) throw new RangeError(`No part of the index has record ${record}`);
        const file = await this.#files.json<RecordFile>(recordFileName(part, record));
        return loaded(file, record, (record - part.first) % part.aFile);
      }),
    );
  }

  /** The cost of loading records, in bytes including requests. */
  cost(records: Uint32Array): number {
    const costs = new Map<string, number>();
    for (const record of records) {
      const part = partOf(this.#entry, record);
      if (part) costs.set(recordFileName(part, record), REQUEST + WEIGHT * part.aFile);
    }
    return [...costs].reduce((sum, [file, cost]) => sum + (this.#files.has(file) ? 0 : cost), 0);
  }
}

function loaded({ statements, articles, speakers }: RecordFile, record: number, place: number): LoadedStatement {
  const statement = statements[place];
  const article = articles[statement?.[4] ?? -1];
  if (!statement || !article) throw new RangeError(`There is no record ${record} in its file`);
  const [id, type, status, shown, , who, sure, said] = statement;
  const [published, url, title, language, outlet, topics] = article;
  const [speakerId, name, role] = speakers[who] ?? [];
  return {
    record,
    id,
    type,
    status,
    shown,
    words: wordsOf(shown),
    published,
    article: { url, title, language, outlet, topics },
    speaker: speakerId === undefined ? null : { id: speakerId, name: name ?? '', role: role ?? '' },
    sure: sure === 1,
    said,
  };
}
