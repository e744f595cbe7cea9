import type { APIRoute } from 'astro';
import { getArchive, type Speaker } from '../../../site/archive/index.ts';
import { toAtom, speakerFeed } from '../../../site/feeds/feed.ts';

export async function getStaticPaths() {
  const { speakers } = await getArchive();
  return speakers.map((speaker) => ({ params: { id: speaker.id }, props: { speaker } }));
}

/** The newest statements of a speaker, in Atom. */
export const GET: APIRoute<{ speaker: Speaker }> = async ({ props: { speaker } }) =>
  new Response(toAtom(speakerFeed(speaker, (await getArchive()).statementsBy(speaker))));
