import type { Page } from 'playwright-core';

/** The content of a page's head. */
export interface Head {
  metas: { name: string; content: string }[];
  links: { rel: string; type: string; href: string }[];
  jsonLd: unknown[];
  title: string;
}

/** Reads the heads of pages, as a browser parses them. */
export function readHeads(page: Page, urls: readonly string[]): Promise<Head[]> {
  return page.evaluate(
    (all) =>
      Promise.all(
        all.map(async (url): Promise<Head> => {
          const html = await (await fetch(url)).text();
          const { head } = new DOMParser().parseFromString(html, 'text/html');
          const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';
          return {
            title: head.querySelector('title')?.textContent ?? '',
            metas: [...head.querySelectorAll('meta[content]')].map((meta) => ({
              name: attribute(meta, 'name') || attribute(meta, 'property'),
              content: attribute(meta, 'content'),
            })),
            links: [...head.querySelectorAll('link')].map((link) => ({
              rel: attribute(link, 'rel'),
              type: attribute(link, 'type'),
              href: attribute(link, 'href'),
            })),
            jsonLd: [...head.querySelectorAll('script[type="application/ld+json"]')].map(
              (script) => JSON.parse(script.textContent) as unknown,
            ),
          };
        }),
      ),
    urls,
  );
}
