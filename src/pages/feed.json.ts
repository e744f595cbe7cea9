import type { APIRoute } from 'astro';
import { getArchive } from '../archive/index.ts';
import { articleFeed, toJsonFeed } from '../feeds/feed.ts';

/** The newest articles, as a JSON Feed. */
export const GET: APIRoute = async () => new Response(toJsonFeed(articleFeed((await getArchive()).articles)));
