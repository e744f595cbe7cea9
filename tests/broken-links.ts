import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { visit } from 'unist-util-visit';
import { fromXml } from 'xast-util-from-xml';
import { addressesIn, type PageLink, pageLinks, type PageLinks } from './page-links.ts';

/** The result of checking an archive's links. */
export interface CheckedLinks {
  /** The number of links that lead into the archive, broken or not. */
  count: number;
  /** A description of every broken one, with its page. */
  broken: string[];
}

const RELATIVE = /^(?![a-z][a-z\d+.-]*:|\/\/)/i;

/**
 * Follows every link within a built archive, from its pages, feeds, sitemaps and data files: to a file and, if it has a
 * fragment, to an id in that file.
 *
 * @param home the absolute address of the front page, with the closing slash
 */
export function checkLinks(folder: string, home: string): CheckedLinks {
  const files = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, '/').length)),
  );
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const pages = new Map<string, PageLinks>();
  const page = (file: string): PageLinks => {
    const known = pages.get(file) ?? pageLinks(read(file));
    pages.set(file, known);
    return known;
  };

  const result: CheckedLinks = { count: 0, broken: [] };
  for (const file of [...files].sort()) {
    const address = home + file.replace(/(^|\/)index\.html$/, '$1');
    for (const { where, to } of linksIn(file)) {
      const url = URL.parse(to, address);
      const isOwn = url?.href.startsWith(home) ?? false;
      if (!isOwn && !RELATIVE.test(to)) continue;
      result.count++;
      const problem = url && isOwn ? problemOf(url) : `is not below ${home}`;
      if (problem) result.broken.push(`${file}: ${where} \`${to}\` ${problem}`);
    }
  }
  return result;

  function linksIn(file: string): readonly PageLink[] {
    if (file.endsWith('.html')) return page(file).links;
    if (file.endsWith('.xml')) return xmlAddresses(read(file)).map((to) => ({ where: 'xml', to }));
    if (/\.(json|jsonld)$/.test(file)) return jsonLinks([read(file)]);
    if (file.endsWith('.ndjson')) return jsonLinks(read(file).trim().split('\n'));
    if (file === 'robots.txt') return Array.from(read(file).matchAll(/^Sitemap: (.*)$/gm), robotsLink);
    return [];
  }

  function problemOf({ href, pathname, hash }: URL): string | null {
    const path = decodeURIComponent(pathname.slice(new URL(home).pathname.length));
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (!files.has(file)) return `leads to no file: ${href}`;
    const [id = ''] = hash.slice(1).split(':~:');
    if (id === '' || !file.endsWith('.html')) return null;
    const { ids } = page(file);
    return ids.has(id) || ids.has(decodeURIComponent(id)) ? null : `leads to no id in ${file}`;
  }
}

const jsonLinks = (texts: readonly string[]): PageLink[] =>
  texts.flatMap((text) => addressesIn(JSON.parse(text)).map((to) => ({ where: 'json', to })));

const robotsLink = ([, to = '']: RegExpMatchArray): PageLink => ({ where: 'Sitemap', to });

/** The absolute web addresses among the attributes and the texts of an XML file. */
function xmlAddresses(xml: string): string[] {
  const values: unknown[] = [];
  visit(fromXml(xml), (node) => {
    if (node.type === 'element') values.push(...Object.values(node.attributes));
    if (node.type === 'text') values.push(node.value);
  });
  return addressesIn(values);
}
