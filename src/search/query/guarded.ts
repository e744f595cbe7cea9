import { IndexProblem } from './statement-search.ts';

/** Treats unexpected errors as a damaged index. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof IndexProblem) throw error;
    // A script that does not load is a problem of the connection.
    const isConnection = error instanceof TypeError && /import|fetch/i.test(error.message);
    throw new IndexProblem(isConnection ? 'unreachable' : 'damaged', String(error));
  }
}
