import type { APIRoute } from 'astro';
import { correctionsOf } from '../site/archive/corrections.ts';
import { getArchive } from '../site/archive/index.ts';
import { correctionFeed, toAtom } from '../site/feeds/feed.ts';

/** The latest corrections, in Atom. */
export const GET: APIRoute = async () => new Response(toAtom(correctionFeed(correctionsOf(await getArchive()))));
