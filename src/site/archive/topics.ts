import slugify from '@sindresorhus/slugify';
import { type Address, topicAddress } from '../../text/address.ts';
import { shortHash } from '../../base/hash.ts';
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

/** File systems allow folder names of up to 255 bytes; this is still readable. */
const LONGEST = 60;

/** Length of the hash that distinguishes topics whose names contain more than an address can. */
const HASH = 6;

/** The part of a topic's address that names it: `Wharves & quays` -> `wharves-and-quays`. */
export function topicId(name: string): string {
  const slug = slugify(name);
  // "C", "C#" and "C++" are three topics: a hash represents what a slug leaves out.
  const isWhole = slug.length <= LONGEST && !/[^\p{L}\p{M}\p{N}\s&'’.,:;!?()/_-]/u.test(name);
  if (slug !== '' && isWhole) return slug;
  return [slug.slice(0, LONGEST), shortHash(name.toLowerCase(), HASH)].filter(Boolean).join('-');
}

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
