import type { APIRoute } from 'astro';
import { x } from 'xastscript';
import { xmlFile } from '../site/feeds/xml.ts';
import { absolute, site } from '../site/site.ts';

/** The longest name that OpenSearch 1.1 allows. */
const LONGEST_NAME = 16;

/** Lets a browser offer the archive's search in its address bar (OpenSearch 1.1). */
export const GET: APIRoute = () => {
  const description = x('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, [
    x('ShortName', site.title.slice(0, LONGEST_NAME)),
    x('Description', `Search what was said: ${site.title}`),
    x('InputEncoding', 'UTF-8'),
    x('Url', { type: 'text/html', template: `${absolute('/search/')}?q={searchTerms}` }),
  ]);
  return new Response(xmlFile(description));
};
