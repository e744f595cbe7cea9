import type { Element, Root } from 'xast';
import type { Day } from '../../base/day.ts';
import { ImportProblem, type Item, type Refused } from '../item.ts';
import { timestampDay } from '../words/days.ts';
import { readByline } from '../words/byline.ts';
import { embargoOf } from './ninjs.ts';
import { nitfFacts } from './nitf.ts';
import { elementAt, elementsIn, parseXml, textIn } from './xml.ts';

/**
 * Reads the news items of a NewsML-G2 document (iptc.org/std/NewsML-G2), or an NITF document alone.
 *
 * @param today an item that is embargoed longer becomes a draft
 */
export function readNewsml(text: string, today: Day): (Item | Refused)[] {
  const tree = parseXml(text);
  const items = elementsIn(tree, 'newsitem');
  if (items.length > 0)
    return items.map((item, place) =>
      itemOf(item, items.length === 1 ? '' : (item.attributes['guid'] ?? `item ${place + 1}`), today),
    );
  if (elementsIn(tree, 'nitf').length === 0)
    throw new ImportProblem(
      'no articles',
      'The document has no news item with a text; it may be a package that only lists others.',
    );
  return [nitfItem(tree)];
}

/** An NITF document alone, with what its head says. */
function nitfItem(tree: Root): Item {
  const { html, title, authors } = nitfFacts(tree);
  const issued =
    elementAt(tree, 'date.issue')?.attributes['norm'] ??
    elementAt(tree, 'pubdata')?.attributes['date.publication'] ??
    elementAt(tree, 'story.date')?.attributes['norm'];
  return {
    place: '',
    format: 'NITF',
    title,
    day: timestampDay(issued ?? '') ?? undefined,
    authors,
    outlet: elementAt(tree, 'doc.copyright')?.attributes['holder'] ?? undefined,
    topics: elementsIn(tree, 'keyword').flatMap(({ attributes }) => attributes['key'] ?? []),
    body: { kind: 'html', html, base: null },
    warnings: [],
  };
}

function itemOf(item: Element, place: string, today: Day): Item | Refused {
  const [meta, content] = [elementAt(item, 'itemmeta'), elementAt(item, 'contentmeta')];
  if (/cancel/i.test(elementAt(meta, 'pubstatus')?.attributes['qcode'] ?? ''))
    return { place, reason: 'canceled', problem: 'The agency canceled this item, so it is left out.' };
  const body = bodyOf(item);
  if (body === null)
    return {
      place,
      reason: 'no text',
      problem: 'This news item has no text inside it; it may be a picture, or refer to another file.',
    };
  const text = (name: string): string | undefined => textIn(elementAt(content, name)) || undefined;
  const dates = [
    text('contentcreated'),
    textIn(elementAt(meta, 'firstcreated')),
    textIn(elementAt(meta, 'versioncreated')),
  ];
  const embargo = embargoOf(textIn(elementAt(meta, 'embargoed')), today);
  const creators = elementsIn(content ?? item, 'creator').map((creator) => textIn(elementAt(creator, 'name')) || '');
  const by = elementsIn(content ?? item, 'by').map((one) => textIn(one));
  const named = [...by, ...creators].filter(Boolean).flatMap((name) => readByline(name, true));
  const holder = textIn(elementAt(item, 'rightsinfo', 'copyrightholder', 'name'));
  const address = [elementAt(content, 'altid'), elementAt(meta, 'link')]
    .map((one) => one?.attributes['href'])
    .find((href) => /^https?:/.test(href ?? ''));
  return {
    place,
    format: 'NewsML-G2',
    title: text('headline') ?? body.title,
    day: dates.map((date) => timestampDay(date ?? '')).find((day) => day !== null) ?? undefined,
    authors: body.authors.length > 0 ? body.authors : named,
    outlet: holder || textIn(elementAt(meta, 'provider', 'name')) || undefined,
    source: address ?? undefined,
    language: elementAt(content, 'language')?.attributes['tag'] ?? item.attributes['xml:lang'] ?? undefined,
    topics: elementsIn(content ?? item, 'subject').flatMap((subject) => textIn(elementAt(subject, 'name')) || []),
    rights: textIn(elementAt(item, 'rightsinfo', 'copyrightnotice')) || undefined,
    ...embargo,
    body: { kind: 'html', html: body.html, base: null },
    warnings: embargo.warnings,
  };
}

function bodyOf(item: Element): ReturnType<typeof nitfFacts> | null {
  const inline = elementAt(item, 'contentset', 'inlinexml') ?? elementAt(item, 'contentset', 'inlinedata');
  if (!inline || textIn(inline) === '') return null;
  const hasMarkup = inline.children.some(({ type }) => type === 'element');
  if (hasMarkup) return nitfFacts(inline);
  const text = inline.children.map((child) => ('value' in child ? child.value : '')).join('');
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  return { html: paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join(''), title: undefined, authors: [] };
}
