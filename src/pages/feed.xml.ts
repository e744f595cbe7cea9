import type { APIRoute } from 'astro';
import { getArchive } from '../archive/index.ts';
import { articleFeed, toAtom } from '../feeds/feed.ts';

/** The newest articles, in Atom. */
export const GET: APIRoute = async () => new Response(toAtom(articleFeed((await getArchive()).articles)));
