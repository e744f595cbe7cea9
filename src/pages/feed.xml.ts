import type { APIRoute } from 'astro';
import { getArchive } from '../site/archive/index.ts';
import { articleFeed, toAtom } from '../site/feeds/feed.ts';

/** The newest articles, in Atom. */
export const GET: APIRoute = async () => new Response(toAtom(articleFeed((await getArchive()).articles)));
