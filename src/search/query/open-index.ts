import { IndexProblem } from './statement-search.ts';
import { loadStemmers } from './stems.ts';
import { type Entry, FORMAT } from './format.ts';
import { type Fetch, IndexFiles } from './index-files.ts';
import { Lexicon } from './lexicon.ts';
import { Lists } from './lists.ts';
import { Records } from './records.ts';

/** An open index and what searches it. */
export interface OpenIndex {
  entry: Entry;
  files: IndexFiles;
  lexicon: Lexicon;
  lists: Lists;
  records: Records;
}

/**
 * Opens the static index.
 *
 * @param fetch fetches a file of the index
 * @param name the name of its entry, which the page contains
 * @throws IndexProblem
 */
export async function openIndex(fetch: Fetch, name: string): Promise<OpenIndex> {
  const files = new IndexFiles(fetch);
  const entry = await files.json<Entry>(name);
  if (entry.format !== FORMAT) throw new IndexProblem('version', name);
  const stemmers = await loadStemmers(entry.languages);
  return {
    entry,
    files,
    lexicon: new Lexicon(entry, files, stemmers),
    lists: new Lists(files),
    records: new Records(files, entry),
  };
}

/** Opens an index once, and again only after a failure. */
export function openOnce(fetch: Fetch, name: string): () => Promise<OpenIndex> {
  let opening: Promise<OpenIndex> | undefined;
  return () => {
    opening ??= openIndex(fetch, name);
    opening.catch(() => (opening = undefined));
    return opening;
  };
}
