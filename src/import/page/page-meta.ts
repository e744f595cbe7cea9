import { all, clean } from './elements.ts';

/** Names of `meta` elements, as `name`, `property` or `itemprop`, in the order of trust. */
export const META = {
  title: 'og:title twitter:title citation_title parsely-title dc.title dcterms.title headline sailthru.title title',
  day: `article:published_time datepublished og:published_time og:article:published_time article.published
    citation_publication_date citation_online_date citation_date dc.date.issued dcterms.issued dcterms.created
    dcterms.date dc.date dc.date.created parsely-pub-date sailthru.date publish-date publish_date publishdate
    published_time pubdate publication_date publicationdate date cxenseparse:recs:publishtime cxenseparse:publishtime
    displaydate originalpublicationdate article_date_original created bt:pubdate rnews:datepublished release_date`,
  author: `citation_author author article:author parsely-author dc.creator dcterms.creator sailthru.author byl
    article:author_name cxenseparse:author creator rnews:creator twitter:data1`,
  outlet:
    'og:site_name citation_publisher application-name publisher dc.publisher dcterms.publisher apple-mobile-web-app-title',
  source: 'og:url citation_public_url parsely-link',
  language: 'og:locale dc.language dcterms.language language citation_language content-language inlanguage',
  topics: 'article:section parsely-section article:tag dc.subject',
  keywords: 'news_keywords keywords parsely-tags sailthru.tags',
  description: 'og:description description twitter:description dc.description',
  rights: 'copyright dc.rights dcterms.rights',
};

/** The contents of `meta` elements by their names. */
export function metaOf(document: Document): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const element of all(document, 'meta[content]')) {
    const content = clean(element.getAttribute('content') ?? '');
    if (content === '') continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name) meta.set(name, [...(meta.get(name) ?? []), content]);
    }
  }
  return meta;
}

/** The contents of the elements of some names, separated by spaces. */
export const valuesOf = (meta: ReadonlyMap<string, string[]>, names: string): string[] =>
  names.split(/\s+/).flatMap((name) => meta.get(name) ?? []);
