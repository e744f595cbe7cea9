import { openSearch, type StatementSearch } from '../../search/query/index.ts';

/** Opens the search of statements of a page, whose results name the index. */
export function openStatements({ dataset: { index = '', entry = '' } }: HTMLElement): Promise<StatementSearch> {
  const get = (file: string): Promise<Response> => fetch(index + file);
  // The entry loads while the code that reads it loads.
  let ahead: Promise<Response> | null = get(`${entry}.bin`);
  ahead.catch(() => undefined);
  return openSearch((file) => {
    const started = file === `${entry}.bin` ? ahead : null;
    if (started) ahead = null;
    return started ?? get(file);
  }, entry);
}
