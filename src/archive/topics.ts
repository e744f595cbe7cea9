import slugify from '@sindresorhus/slugify';
import { type Address, topicAddress } from '../article/address.ts';
import { shortHash } from '../base/hash.ts';
import type { Article } from './types.ts';

/** What articles are about: topics whose names make the same address are one. */
export interface Topic {
  id: string;
  /** The name as the oldest article writes it. */
  name: string;
  address: Address;
  /** Newest first. */
  articles: Article[];
}

/** Letters of the address of a topic whose name has none that an address can hold. */
const HASH = 8;

/** The part of a topic's address that names it: `Wharves & quays` -> `wharves-and-quays`. */
export const topicId = (name: string): string => slugify(name) || shortHash(name, HASH);

/** The topics of articles that come newest first, by name. */
export function topicsOf(articles: readonly Article[]): Topic[] {
  const topics = new Map<string, Topic>();
  for (const article of articles) {
    const own = new Map(article.topics.map((name) => [topicId(name), name]));
    for (const [id, name] of own) {
      const before = topics.get(id)?.articles ?? [];
      topics.set(id, { id, name, address: topicAddress(id), articles: [...before, article] });
    }
  }
  return [...topics.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
}
