import type { APIRoute } from 'astro';
import { correctionsOf } from '../archive/corrections.ts';
import { getArchive } from '../archive/index.ts';
import { correctionFeed, toAtom } from '../feeds/feed.ts';

/** The latest corrections, in Atom. */
export const GET: APIRoute = async () => new Response(toAtom(correctionFeed(correctionsOf(await getArchive()))));
