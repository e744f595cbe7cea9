import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Day } from '../base/day.ts';
import type { OnProgress } from '../base/progress.ts';
import { WorkerPool } from '../base/workers.ts';
import { findFiles, type Missing, type SourceFile } from './files/find-files.ts';
import { FORMATS } from './files/recognise.ts';
import type { FieldMap } from './formats/fields.ts';
import importTask, { type ImportResult, type ImportTask, refusalOf } from './import-task.ts';
import { isRefused } from './item.ts';
import { KnownArticles } from './known-articles.ts';
import type { ImportOptions } from './options.ts';
import { type Outcome, placeArticle } from './place-article.ts';
import { isInside, openMany, recogniseFile } from './read-file.ts';

/** Fewer files than this are read sooner by this process than workers start. */
const WORTH_WORKERS = 12;

/** A batch of files to be imported. */
export interface Batch {
  paths: readonly string[];
  options: ImportOptions;
  /** The content folder. */
  content: string;
  isWriting: boolean;
  isUpdating: boolean;
  today: Day;
  /** Called with each outcome, in the order of the files. */
  onOutcome: (outcome: Outcome) => void;
  /** Called with the columns of a table, or names of JSON, that were read as fields. */
  onMap: (file: string, map: FieldMap) => void;
  onProgress?: OnProgress | undefined;
}

/** Imports a batch of files: finds them, makes articles of them on all cores, and puts those into the archive in order. */
export async function importBatch(batch: Batch): Promise<void> {
  const scratches: string[] = [];
  const scratch = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-import-'));
    scratches.push(folder);
    return folder;
  };
  try {
    const files: (SourceFile | Missing)[] = [];
    for await (const file of findFiles(batch.paths, scratch)) files.push(file);
    await importFound(files, batch);
  } finally {
    for (const folder of scratches) rmSync(folder, { recursive: true, force: true });
  }
}

async function importFound(files: readonly (SourceFile | Missing)[], batch: Batch): Promise<void> {
  const { content, isWriting, isUpdating, today, onOutcome, onProgress } = batch;
  const articles = join(content, 'articles');
  const known = new KnownArticles(articles);
  const origins = new Map<string, string>(files.flatMap((file) => ('from' in file ? [[file.name, file.from]] : [])));
  let total = files.length;
  const inOrder = new InOrder((result: ImportResult) => {
    const from = origins.get(result.file) ?? result.file;
    onOutcome(placeArticle(result, { articles, known, isWriting, isUpdating, today, from }));
    onProgress?.('Importing', inOrder.done, Math.max(total, inOrder.done));
  });
  const tasks = tasksOf(files, batch, inOrder, () => total++);
  if (files.length < WORTH_WORKERS) {
    for await (const task of tasks) inOrder.put(await importTask(task));
    return;
  }
  const pool = new WorkerPool<ImportTask, ImportResult>(
    new URL('./import-task.ts', import.meta.url),
    availableParallelism(),
  );
  try {
    await pool.run(tasks, (result) => {
      inOrder.put(result);
    });
  } finally {
    await pool.end();
  }
}

/** What is to be made of files, one article after the other; what cannot be is a result at once. */
async function* tasksOf(
  files: readonly (SourceFile | Missing)[],
  { options, today, onMap }: Batch,
  results: InOrder,
  onMore: () => void,
): AsyncGenerator<ImportTask> {
  let number = 0;
  const refuse = (
    file: string,
    place: string,
    format: string,
    { reason, message }: { reason: string; message: string },
  ): void => {
    results.put({
      number: number++,
      file,
      place,
      format,
      encoding: '',
      made: null,
      refused: { reason, problem: message },
    });
  };
  for (const file of files) {
    if ('problem' in file) {
      refuse(file.name, '', '', file.problem);
      continue;
    }
    let format = '';
    try {
      const recognised = recogniseFile(file, options.encoding);
      format = FORMATS[recognised.format];
      if (!recognised.hasMany) {
        yield { number: number++, file, format: recognised.format, found: null, encoding: '', options };
        continue;
      }
      const { items, encoding, map } = openMany(file, recognised.format, options, today);
      if (map) onMap(file.name, map);
      for await (const found of items) {
        if (!isInside(found) && isRefused(found))
          refuse(file.name, found.place, format, { reason: found.reason, message: found.problem });
        else yield { number: number++, file, format: recognised.format, found, encoding, options };
        onMore();
      }
    } catch (error) {
      const { reason, problem } = refusalOf(error);
      refuse(file.name, '', format, { reason, message: problem });
    }
  }
}

/** Hands results on in the order of their numbers, whatever the order in which they come. */
class InOrder {
  readonly #take: (result: ImportResult) => void;
  readonly #waiting = new Map<number, ImportResult>();
  done = 0;

  constructor(take: (result: ImportResult) => void) {
    this.#take = take;
  }

  put(result: ImportResult): void {
    this.#waiting.set(result.number, result);
    for (let next = this.#waiting.get(this.done); next; next = this.#waiting.get(this.done)) {
      this.#waiting.delete(this.done++);
      this.#take(next);
    }
  }
}
