import type { APIRoute } from 'astro';
import { correctionsOf } from '../archive/corrections.ts';
import { getArchive } from '../archive/index.ts';
import { correctionFeed, toJsonFeed } from '../feeds/feed.ts';

/** The latest corrections, as a JSON Feed. */
export const GET: APIRoute = async () => new Response(toJsonFeed(correctionFeed(correctionsOf(await getArchive()))));
