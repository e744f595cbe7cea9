import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** A link as written in a page. */
export interface PageLink {
  /** The element and the attribute: `a[href]`. */
  where: string;
  /** The address, relative or absolute, with its fragment. */
  to: string;
}

/** The links of a page, and the ids in it that can be linked to. */
export interface PageLinks {
  ids: ReadonlySet<string>;
  links: readonly PageLink[];
}

/** Attributes whose value is an address. */
const ADDRESSES = ['href', 'src', 'action', 'formAction', 'poster', 'cite', 'data'];

/** Attributes whose value is one or more ids of the same page. */
const IDS = [
  'ariaActiveDescendant',
  'ariaControls',
  'ariaDescribedBy',
  'ariaDetails',
  'ariaErrorMessage',
  'ariaFlowTo',
  'ariaLabelledBy',
  'ariaOwns',
  'form',
  'headers',
  'htmlFor',
  'list',
  'popoverTarget',
];

const parser = unified().use(rehypeParse).freeze();

/** An HTML page as the HTML standard parses it. */
export const parsePage = (html: string): Root => parser.parse(html);

/** The links of a page: its addresses, its references to its own ids as `#id`, and the addresses in its metadata. */
export function pageLinks(html: string): PageLinks {
  const ids = new Set<string>();
  const links: PageLink[] = [];
  visit(parsePage(html), 'element', (element) => {
    const { id, name } = element.properties;
    if (typeof id === 'string') ids.add(id);
    if (typeof name === 'string' && element.tagName === 'a') ids.add(name);
    links.push(...linksOf(element));
  });
  return { ids, links };
}

function linksOf({ tagName, properties, children }: Element): PageLink[] {
  const values = (property: string): string[] => {
    const value = properties[property];
    return value === undefined || value === null ? [] : [value].flat().map(String);
  };
  const link = (attribute: string, to: string): PageLink => ({ where: `${tagName}[${attribute.toLowerCase()}]`, to });
  const [content = ''] = values('content');
  const refresh = /^\s*\d+\s*;\s*url=['"]?([^'"]*)/i.exec(content)?.[1];
  const [script] = children;
  return [
    ...ADDRESSES.flatMap((name) => values(name).map((to) => link(name, to))),
    ...IDS.flatMap((name) => values(name).map((id) => link(name, `#${id}`))),
    ...values('srcSet').flatMap((list) =>
      list.split(',').map((one) => link('srcset', one.trim().split(/\s+/)[0] ?? '')),
    ),
    ...(tagName === 'meta' && refresh ? [link('content', refresh)] : []),
    ...(tagName === 'meta' && /^https?:\S+$/.test(content) ? [link('content', content)] : []),
    ...(properties['type'] === 'application/ld+json' && script?.type === 'text'
      ? addressesIn(JSON.parse(script.value)).map((to) => link('json-ld', to))
      : []),
  ];
}

/** The absolute web addresses among the values of some JSON. */
export function addressesIn(json: unknown): string[] {
  if (typeof json === 'string') return /^https?:\S+$/.test(json) ? [json] : [];
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(addressesIn) : [];
}
