import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { toHtml } from '../../catalogue/body/render-article.ts';
import type { Desk } from '../desk.ts';

/** What is put into a page: text is always inserted as text. */
export type Content = ElementContent | string | null | false | undefined | readonly Content[];

/** The pages of the desk, in the order of the menu. */
const PAGES = [
  { address: '/', title: 'Queue' },
  { address: '/groups', title: 'Groups' },
  { address: '/speakers', title: 'Speakers' },
  { address: '/articles', title: 'Articles' },
  { address: '/publish', title: 'Publish' },
] as const;

/** What every page of the desk needs. */
export interface Frame {
  desk: Desk;
  /** Proves that a request comes from a page of this desk. */
  token: string;
  /** The address that is shown, without its query. */
  address: string;
}

/** A page of the desk, as HTML. */
export function page({ desk, token, address }: Frame, title: string, ...content: Content[]): string {
  const { problems } = desk;
  const menu = PAGES.map((one) =>
    h('li', h('a', { href: one.address, ariaCurrent: one.address === address ? 'page' : undefined }, one.title)),
  );
  const root = h(null, [
    { type: 'doctype' },
    h('html', { lang: 'en' }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('title', `${title} – the desk of ${desk.state.archive.title}`),
        h('meta', { name: 'viewport', content: 'width=device-width' }),
        h('meta', { name: 'desk-token', content: token }),
        h('link', { rel: 'stylesheet', href: '/assets/desk.css' }),
        h('link', { rel: 'icon', href: 'data:,' }),
        h('script', { type: 'module', src: '/assets/desk.js' }),
      ]),
      h('body', [
        h('header', { className: 'desk-header' }, [
          h('p', { className: 'site-title' }, desk.state.archive.title),
          h('nav', { ariaLabel: 'The desk' }, h('ul', menu)),
        ]),
        h('main', flat([problems.length > 0 && problemList(desk), ...content])),
      ]),
    ]),
  ]);
  return toHtml(root);
}

/** A part of a page, as HTML. */
export const fragment = (...content: Content[]): string => toHtml({ type: 'root', children: flat(content) });

/** Content as the children of an element; what is empty is left out. */
export function flat(content: Content): ElementContent[] {
  if (content === null || content === undefined || content === false) return [];
  if (typeof content === 'string') return [{ type: 'text', value: content }];
  return Array.isArray(content) ? content.flatMap(flat) : [content as ElementContent];
}

/** An element with content. */
export const el = (selector: string, properties: Record<string, unknown>, ...content: Content[]): Element =>
  h(selector, properties as Parameters<typeof h>[1] & object, flat(content));

/** A message: what is in backticks is code. */
export const prose = (text: string): Content =>
  text.split('`').map((part, index) => (index % 2 === 1 ? el('code', {}, part) : part));

/** A form that changes something: it carries the token. */
export function form({ token }: Pick<Frame, 'token'>, action: string, ...content: Content[]): Element {
  return el('form', { method: 'post', action }, el('input', { type: 'hidden', name: 'token', value: token }), content);
}

/** A field that nobody sees. */
export const hidden = (name: string, value: string): Element => el('input', { type: 'hidden', name, value });

/** Something that an editor has to know. */
export const notice = (text: string): Element => el('p', { className: ['notice'], role: 'alert' }, prose(text));

/** What has to be fixed in files before the statements in them can be shown. */
function problemList({ problems }: Desk): Element {
  const shown = problems.slice(0, MOST_PROBLEMS);
  const more = problems.length - shown.length;
  return el(
    'section',
    { className: ['problems'], ariaLabel: 'What has to be fixed' },
    el('p', {}, 'These files cannot be used until they are fixed:'),
    el(
      'ul',
      {},
      shown.map(({ file, line, message }) => el('li', {}, el('code', {}, `${file}:${line}`), ' ', prose(message))),
      more > 0 && el('li', {}, `… and ${more} more: run `, el('code', {}, 'npm run check'), '.'),
    ),
  );
}

/** A page is to show its own content: the rest is listed by `npm run check`. */
const MOST_PROBLEMS = 10;
