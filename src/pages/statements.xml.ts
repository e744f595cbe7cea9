import type { APIRoute } from 'astro';
import { getArchive } from '../site/archive/index.ts';
import { statementFeed, toAtom } from '../site/feeds/feed.ts';

/** The newest statements, in Atom. */
export const GET: APIRoute = async () => new Response(toAtom(statementFeed((await getArchive()).statements)));
