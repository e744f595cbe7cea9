import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { formatEdtf } from '../base/edtf.ts';
import type { CanonicalText, Paragraph, Span } from './canonical-text.ts';
import type { MarkedStatement } from './mark-statements.ts';
import type { FoundDate } from '../dates/find-dates.ts';

/**
 * Lays out the blocks of a body: each in a passage with a link to every paragraph in it and the notes that belong to it.
 *
 * ```
 * <p>…</p>
 * <div class="passage"><p id="p-abc123">…</p><a class="pilcrow" href="#p-abc123" …></a>
 *   <ul class="notes"><li class="note">…</li></ul></div>
 * ```
 */
export function layPassages(
  tree: Root,
  { text, paragraphs }: CanonicalText,
  ids: ReadonlyMap<Paragraph, string>,
  statements: readonly MarkedStatement[],
  dates: readonly FoundDate[],
): void {
  for (const [{ element }, id] of ids) element.properties['id'] ??= id;

  const blocks = tree.children.filter((child) => child.type === 'element');
  tree.children = blocks.map((block) => {
    const inside = elementsOf(block);
    const own = paragraphs.filter(({ element }) => inside.has(element));
    const isHere = (span: Span | undefined): boolean =>
      own.some(({ start, end }) => span !== undefined && span.start >= start && span.start < end);
    const links = own.map(({ element }, index) => linkTo(element, paragraphs.indexOf(own[index] as Paragraph) + 1));
    const notes = [
      ...statements.filter(({ spans }) => isHere(spans[0])).map(noteOf),
      ...dates.filter(isHere).map(({ start, end, date }) => dateNote(text.slice(start, end), formatEdtf(date))),
    ];
    const aside = notes.length > 0 ? [h('ul', { className: ['notes'], dataPagefindIgnore: 'all' }, notes)] : [];
    return h('div', { className: ['passage'] }, [block, ...links, ...aside]);
  });
}

function elementsOf(block: Element): Set<Element> {
  const inside = new Set<Element>();
  visit(block, 'element', (element) => {
    inside.add(element);
  });
  return inside;
}

function linkTo({ properties }: Element, number: number): Element {
  const label = `Link to paragraph ${number}`;
  return h('a', { className: ['pilcrow'], href: `#${String(properties['id'])}`, ariaLabel: label });
}

/** `1 Ada Quill, Harbour Master · said 3 May 2023` */
function noteOf({ id, number, href, uri, speaker, isSure, type, said }: MarkedStatement): Element {
  const name: ElementContent[] = speaker
    ? [...(isSure ? [] : [h('span', 'probably ')]), h('a', { href: speaker.href }, speaker.name)]
    : [h('span', 'Speaker not known')];
  return h('li', { className: ['note'], dataAddress: uri }, [
    h('a', { className: ['number'], href, ariaLabel: `Statement ${number}` }, String(number)),
    ' ',
    ...name,
    ...(speaker?.role ? [`, ${speaker.role}`] : []),
    h(
      'span',
      { className: ['detail'] },
      [type === 'reported' ? 'reported' : 'quoted', said ? `, said ${said}` : ''].join(''),
    ),
    h('a', { className: ['copy'], href: `#s-${id}`, ariaLabel: `Link to statement ${number}` }),
  ]);
}

function dateNote(words: string, date: string): Element {
  return h('li', { className: ['note', 'date'] }, [h('q', words), `: ${date}`]);
}
