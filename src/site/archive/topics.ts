import { type Address, topicAddress } from '../../text/address.ts';
import { topicId } from '../../base/topic-id.ts';
import type { Article } from '../../content/types.ts';

/** What articles are about. Names with the same address are one topic. */
export interface Topic {
  id: string;
  /** The name as the oldest article writes it. */
  name: string;
  address: Address;
  /** Newest first. */
  articles: Article[];
}

/** How many articles the first page of a topic lists; if there are more, each year has a page of its own. */
export const NEWEST_OF_TOPIC = 50;

const known = new WeakMap<readonly Article[], Topic[]>();

/**
 * The topics of articles that are sorted newest first, by name. Cached for each list of articles, since many pages need
 * them.
 */
export function topicsOf(articles: readonly Article[]): Topic[] {
  const topics = known.get(articles) ?? gatherTopics(articles);
  known.set(articles, topics);
  return topics;
}

function gatherTopics(articles: readonly Article[]): Topic[] {
  const topics = new Map<string, Topic>();
  for (const article of articles) {
    const own = new Map(article.topics.map((name) => [topicId(name), name]));
    for (const [id, name] of own) {
      const topic = topics.get(id) ?? { id, name, address: topicAddress(id), articles: [] };
      topic.name = name;
      topic.articles.push(article);
      topics.set(id, topic);
    }
  }
  return [...topics.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
}
