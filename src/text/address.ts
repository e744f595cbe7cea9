import type { Day } from '../base/day.ts';
import type { SpeakerId, StatementId } from '../base/ids.ts';
import { parseDay } from '../base/day.ts';
import { isSlug } from '../base/slug.ts';

/** The path of a page from the archive's root, with leading and trailing slash and without the site's base. */
export type Address = string & { readonly brand: 'Address' };

/** The day and slug in an article's file name, `2023-05-17-slug.md`; `null` for any other name. */
export function parseFileName(name: string): { day: Day; slug: string } | null {
  const [, date = '', slug = ''] = /^(\d{4}-\d{2}-\d{2})-(.+)\.md$/.exec(name) ?? [];
  const day = parseDay(date);
  return day && isSlug(slug) ? { day, slug } : null;
}

/** `/2023/05/17/slug/` */
export const articleAddress = (day: Day, slug: string): Address => `/${day.replaceAll('-', '/')}/${slug}/` as Address;

/** Reads the address of an article; `null` if the text is not one. */
export const parseArticleAddress = (text: string): Address | null =>
  /^\/\d{4}\/\d{2}\/\d{2}\/[a-z0-9-]+\/$/.test(text) ? (text as Address) : null;

/** `/s/ID/` */
export const statementAddress = (id: StatementId): Address => `/s/${id}/` as Address;

/** Whether an address is that of a speaker. */
export const isSpeaker = (address: Address): boolean => address.startsWith('/speakers/');

/** `/speakers/ID/`; with a year, the page of that year. */
export const speakerAddress = (id: SpeakerId, year?: string): Address =>
  `/speakers/${id}/${year ? `${year}/` : ''}` as Address;

/** `/topics/ID/`; with a year, the page of that year. */
export const topicAddress = (id: string, year?: string): Address =>
  `/topics/${id}/${year ? `${year}/` : ''}` as Address;

/** A page of the list of speakers or of topics: `/speakers/`, then `/speakers/page/2/`. */
export const listAddress = (list: '/speakers/' | '/topics/', page: number): Address =>
  (page === 1 ? list : `${list}page/${page}/`) as Address;

/** `/corrections/`, or `/corrections/2023/` */
export const correctionsAddress = (year?: string): Address => `/corrections/${year ? `${year}/` : ''}` as Address;

/** `/2023/`, or `/2023/05/` */
export const periodAddress = (year: string, month?: string): Address =>
  `/${year}/${month ? `${month}/` : ''}` as Address;

/** The address of a statement within its article: `/2023/05/17/slug/#s-ID`. */
export const inArticle = (article: Address, id: StatementId): string => `${article}#s-${id}`;
