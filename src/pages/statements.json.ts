import type { APIRoute } from 'astro';
import { getArchive } from '../archive/index.ts';
import { statementFeed, toJsonFeed } from '../feeds/feed.ts';

/** The newest statements, as a JSON Feed. */
export const GET: APIRoute = async () => new Response(toJsonFeed(statementFeed((await getArchive()).statements)));
