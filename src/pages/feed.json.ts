import type { APIRoute } from 'astro';
import { getArchive } from '../site/archive/index.ts';
import { articleFeed, toJsonFeed } from '../site/feeds/feed.ts';

/** The newest articles, as a JSON Feed. */
export const GET: APIRoute = async () => new Response(toJsonFeed(articleFeed((await getArchive()).articles)));
