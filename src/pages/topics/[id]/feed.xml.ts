import type { APIRoute } from 'astro';
import { getArchive } from '../../../site/archive/index.ts';
import { type Topic, topicsOf } from '../../../site/archive/topics.ts';
import { toAtom, topicFeed } from '../../../site/feeds/feed.ts';

export async function getStaticPaths() {
  return topicsOf((await getArchive()).articles).map((topic) => ({ params: { id: topic.id }, props: { topic } }));
}

/** The newest articles on a topic, in Atom. */
export const GET: APIRoute<{ topic: Topic }> = ({ props: { topic } }) => new Response(toAtom(topicFeed(topic)));
