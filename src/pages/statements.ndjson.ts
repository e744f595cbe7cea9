import type { APIRoute } from 'astro';
import { getArchive } from '../archive/index.ts';
import { allRows, toLines } from '../data/rows.ts';

/** Every statement, one a line, in the order of publication. */
export const GET: APIRoute = async () => new Response(toLines(allRows(await getArchive())));
