import type { APIRoute } from 'astro';
import { getArchive } from '../../../site/archive/index.ts';
import { type Topic, topicsOf } from '../../../site/archive/topics.ts';
import { toJsonFeed, topicFeed } from '../../../site/feeds/feed.ts';

export async function getStaticPaths() {
  return topicsOf((await getArchive()).articles).map((topic) => ({ params: { id: topic.id }, props: { topic } }));
}

/** The newest articles on a topic, as a JSON Feed. */
export const GET: APIRoute<{ topic: Topic }> = ({ props: { topic } }) => new Response(toJsonFeed(topicFeed(topic)));
