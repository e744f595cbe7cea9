import type { APIRoute } from 'astro';
import { getArchive } from '../site/archive/index.ts';
import { statementFeed, toJsonFeed } from '../site/feeds/feed.ts';

/** The newest statements, as a JSON Feed. */
export const GET: APIRoute = async () => new Response(toJsonFeed(statementFeed((await getArchive()).statements)));
