import type { ArticleRow } from '../../content/rows/article-row.ts';

/** The old address of an article, as its old site receives requests for it, and the new one. */
interface Redirect {
  host: string;
  /** The path, percent-encoded, and the query without its question mark. */
  path: string;
  query: string;
  to: string;
}

/** The name of the file at the root of the site. */
export const REDIRECTS_FILE = 'redirects.txt';

/**
 * Redirects from the old addresses of articles (`source` in their frontmatter), for an outlet that moves its site here:
 * for each host, rules for Netlify and Cloudflare Pages, for nginx and for Apache, to be copied from the file.
 *
 * @param link returns the new path of an article
 * @returns `null` if no article names its source
 */
export function redirects(
  articles: Iterable<Pick<ArticleRow, 'source' | 'url'>>,
  link: (path: string) => string,
): string | null {
  const all = Iterator.from(articles).flatMap(({ source, url }): Redirect[] => {
    if (!source) return [];
    const { host, pathname, search } = new URL(source);
    // The front page of a site is never the address of an article.
    if (pathname === '/' && search === '') return [];
    return [{ host, path: pathname, query: search.slice(1), to: link(url) }];
  });
  const rulesByHost = Map.groupBy(all, ({ host }) => host);
  if (rulesByHost.size === 0) return null;
  const byHost = [...rulesByHost].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return byHost.map(([host, rules]) => sectionsOf(host, withoutDoubles(rules))).join('\n');
}

/** If several articles name the same page as their source, it leads to the first of them. */
function withoutDoubles(rules: readonly Redirect[]): Redirect[] {
  const sorted = rules.toSorted((a, b) => (a.to < b.to ? -1 : 1));
  return [...new Map(sorted.toReversed().map((rule) => [`${rule.path}?${rule.query}`, rule])).values()].toReversed();
}

function sectionsOf(host: string, rules: readonly Redirect[]): string {
  const sections: [heading: string, lines: string[]][] = [
    [`${host}: Netlify and Cloudflare Pages, in the file _redirects`, rules.map(netlifyRule)],
    [
      `${host}: nginx, in \`http\`; then in \`server\`: if ($new_address) { return 301 $new_address; }`,
      ['map $request_uri $new_address {', ...rules.map(nginxRule), '}'],
    ],
    [`${host}: Apache, in .htaccess, with mod_rewrite`, ['RewriteEngine On', ...rules.flatMap(apacheRule)]],
  ];
  return sections.map(([heading, lines]) => `# ${heading}\n${lines.join('\n')}\n`).join('\n');
}

/** Encodes `*` and `:`, which are placeholders in these rules. */
function netlifyRule({ path, query, to }: Redirect): string {
  const parameters = [...new URLSearchParams(query)].map(([key, value]) => `${plain(key)}=${plain(value)}`);
  return [path.replaceAll('*', '%2A').replaceAll(':', '%3A'), ...parameters, to, '301'].join(' ');
}

const plain = (text: string): string => encodeURIComponent(text).replaceAll('*', '%2A');

function nginxRule({ path, query, to }: Redirect): string {
  return `  ${quoted(query === '' ? path : `${path}?${query}`)} ${quoted(to)};`;
}

/** Apache compares decoded paths, but queries as they are sent. */
function apacheRule({ path, query, to }: Redirect): string[] {
  const pattern = escapePattern(decoded(path).replace(/^\//, ''));
  return [
    `RewriteCond %{QUERY_STRING} ${quoted(`^${escapePattern(query)}$`)}`,
    `RewriteRule ${quoted(`^${pattern}$`)} ${quoted(to)} [R=301,L,QSD]`,
  ];
}

function decoded(path: string): string {
  try {
    // What would end the line stays encoded; nobody requests such a path.
    return decodeURIComponent(path).replaceAll(/\p{Cc}/gu, encodeURIComponent);
  } catch {
    return path;
  }
}

const escapePattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A text in double quotes. */
const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, (mark) => (mark === '"' ? '\\"' : '\\\\'))}"`;
