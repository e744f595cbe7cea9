import { x } from 'xastscript';
import { t } from '../words/words.ts';
import { xmlFile } from './feeds/xml.ts';
import { absolute, site } from './site.ts';

/** The longest name that OpenSearch 1.1 allows. */
const LONGEST_NAME = 16;

/** What lets a browser offer the archive's search in its address bar (OpenSearch 1.1). */
export const openSearch = (): string =>
  xmlFile(
    x('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, [
      x('ShortName', site.title.slice(0, LONGEST_NAME)),
      x('Description', t('feed.search', { archive: site.title })),
      x('InputEncoding', 'UTF-8'),
      x('Url', { type: 'text/html', template: `${absolute('/search/')}?q={searchTerms}` }),
    ]),
  );
