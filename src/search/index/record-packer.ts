import type { StatementRow } from '../../content/rows/statement-row.ts';
import { indexedId, type RecordFile } from '../query/format.ts';
import type { FileWriter } from './file-writer.ts';
import type { PartLayout } from './plan-parts.ts';

/** Packs statements, as hits show them, several to a file. */
export class RecordPacker {
  readonly #files: FileWriter;
  readonly #layout: PartLayout['records'];
  readonly #bundles: string[] = [];
  #bundle: string[] = [];
  #rows: StatementRow[] = [];

  constructor(files: FileWriter, { records }: PartLayout) {
    this.#files = files;
    this.#layout = records;
  }

  add(row: StatementRow): void {
    this.#rows.push(row);
    if (this.#rows.length < this.#layout.aFile) return;
    this.#endFile();
    if (this.#bundle.length === this.#layout.aBundle) this.#endBundle();
  }

  /** The names of the bundles. */
  close(): string[] {
    if (this.#rows.length > 0) this.#endFile();
    if (this.#bundle.length > 0) this.#endBundle();
    return this.#bundles;
  }

  #endFile(): void {
    this.#bundle.push(JSON.stringify(recordFile(this.#rows)));
    this.#rows = [];
  }

  #endBundle(): void {
    this.#bundles.push(this.#files.writeBundle(this.#bundle));
    this.#bundle = [];
  }
}

function recordFile(rows: readonly StatementRow[]): RecordFile {
  const articles = new Map<string, RecordFile['articles'][number]>();
  const speakers = new Map<string, RecordFile['speakers'][number]>();
  for (const { article, published, language, speaker } of rows) {
    const { url, title, outlet, topics } = article;
    articles.set(url, [published, url, title, language, outlet ?? '', topics]);
    if (speaker) speakers.set(keyOf(speaker), [indexedId(speaker) ?? '', nameOf(speaker), speaker.role ?? '']);
  }
  const [urls, whos] = [[...articles.keys()], [...speakers.keys()]];
  return {
    articles: [...articles.values()],
    speakers: [...speakers.values()],
    statements: rows.map(({ id, type, status, shown, article, speaker, sure, said }) => [
      id,
      type,
      status,
      shown,
      urls.indexOf(article.url),
      speaker ? whos.indexOf(keyOf(speaker)) : -1,
      sure ? 1 : 0,
      said ?? '',
    ]),
  };
}

/** Identifies a speaker with a role: the same person may have two. */
const keyOf = (speaker: NonNullable<StatementRow['speaker']>): string => `${indexedId(speaker)}\n${speaker.role ?? ''}`;

const nameOf = ({ name, described }: NonNullable<StatementRow['speaker']>): string => name ?? described ?? '';
