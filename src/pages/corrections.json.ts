import type { APIRoute } from 'astro';
import { correctionsOf } from '../site/archive/corrections.ts';
import { getArchive } from '../site/archive/index.ts';
import { correctionFeed, toJsonFeed } from '../site/feeds/feed.ts';

/** The latest corrections, as a JSON Feed. */
export const GET: APIRoute = async () => new Response(toJsonFeed(correctionFeed(correctionsOf(await getArchive()))));
