import slugify from '@sindresorhus/slugify';
import { shortHash } from './hash.ts';

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
