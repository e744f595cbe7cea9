import { x } from 'xastscript';
import { absolute } from '../site.ts';
import { xmlFile } from './xml.ts';

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A sitemap of paths from the archive's root (sitemaps.org). */
export function sitemap(paths: readonly string[]): string {
  return xmlFile(
    x(
      'urlset',
      { xmlns: NAMESPACE },
      paths.map((path) => x('url', [x('loc', absolute(path))])),
    ),
  );
}

/** A sitemap of sitemaps. */
export function sitemapIndex(paths: readonly string[]): string {
  return xmlFile(
    x(
      'sitemapindex',
      { xmlns: NAMESPACE },
      paths.map((path) => x('sitemap', [x('loc', absolute(path))])),
    ),
  );
}
