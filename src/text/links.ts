/** Where a site is served: how its own pages link to each other, and how others link to them. */
export interface Links {
  /** A path from the archive's root, as a link of this site: under its base. */
  link: (path: string) => string;
  /** A path from the archive's root, as an absolute address. */
  absolute: (path: string) => string;
}

/**
 * The links of a site.
 *
 * @param baseUrl the address of its front page
 * @param base the path under which it is served, if not that of `baseUrl`
 */
export function linksOf(baseUrl: string, base: string | null): Links {
  const { origin, pathname } = new URL(baseUrl);
  const root = (base ?? pathname).replace(/\/$/, '');
  const link = (path: string): string => root + path;
  return { link, absolute: (path) => new URL(link(path), origin).href };
}
