import { wordsOf, type Word } from '../words.ts';
import { RECORDS_A_FILE, type RecordFile, recordFileName } from './format.ts';
import type { IndexFiles } from './index-files.ts';
import { REQUEST } from './lists.ts';

/** About what a file of records weighs. */
const WEIGHT = 2000;

/** A statement of the index, as it is shown. */
export interface Shown {
  record: number;
  id: string;
  type: string;
  status: string;
  text: string;
  words: Word[];
  article: { day: string; url: string; title: string; outlet: string; topics: string[] };
  speaker: { id: string; name: string; role: string } | null;
  sure: boolean;
  said: string;
}

/** Reads statements by their numbers. */
export class Records {
  readonly #files: IndexFiles;
  readonly #bundles: readonly string[];

  constructor(files: IndexFiles, bundles: readonly string[]) {
    this.#files = files;
    this.#bundles = bundles;
  }

  load(records: Iterable<number>): Promise<Shown[]> {
    return Promise.all(
      Array.from(records, async (record) => {
        const file = await this.#files.json<RecordFile>(recordFileName(this.#bundles, record));
        return shown(file, record);
      }),
    );
  }

  /** What loading costs, in bytes, requests counted as such. */
  cost(records: Uint32Array): number {
    const files = new Set(Array.from(records, (record) => recordFileName(this.#bundles, record)));
    return [...files].filter((file) => !this.#files.has(file)).length * (REQUEST + WEIGHT);
  }
}

function shown({ statements, articles, speakers }: RecordFile, record: number): Shown {
  const statement = statements[record % RECORDS_A_FILE];
  const article = articles[statement?.[4] ?? -1];
  if (!statement || !article) throw new RangeError(`There is no record ${record} in its file`);
  const [id, type, status, text, , who, sure, said] = statement;
  const [day, url, title, outlet, topics] = article;
  const [speakerId, name, role] = speakers[who] ?? [];
  return {
    record,
    id,
    type,
    status,
    text,
    words: wordsOf(text),
    article: { day, url, title, outlet, topics },
    speaker: speakerId === undefined ? null : { id: speakerId, name: name ?? '', role: role ?? '' },
    sure: sure === 1,
    said,
  };
}
