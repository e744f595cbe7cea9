import type { APIRoute } from 'astro';
import { getArchive } from '../archive/index.ts';
import { statementFeed, toAtom } from '../feeds/feed.ts';

/** The newest statements, in Atom. */
export const GET: APIRoute = async () => new Response(toAtom(statementFeed((await getArchive()).statements)));
