import { firstUpper } from '../../text/first-upper.ts';
import { doubt, NOBODY } from '../../text/speaker-name.ts';
import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { formatEdtf } from '../../base/edtf.ts';
import { overlapping } from '../../base/sorted.ts';
import type { CanonicalText, Paragraph } from '../../text/canonical-text.ts';
import type { MarkedStatement } from './mark-statements.ts';
import type { FoundDate } from '../../find/dates/find-dates.ts';

/**
 * Lays out the blocks of a body: each in a passage, with a link to every paragraph in it and the notes that belong to
 * it.
 *
 * ``` <p>…</p> <div class="passage"><p id="p-abc123">…</p><a class="pilcrow" href="#p-abc123" …></a>
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

  const passages = new Map<Element, Passage>();
  const passageOf = new Map<Element, Passage>();
  for (const block of tree.children.filter((child) => child.type === 'element')) {
    const passage: Passage = { links: [], statements: [], dates: [] };
    passages.set(block, passage);
    visit(block, 'element', (element) => {
      passageOf.set(element, passage);
    });
  }
  for (const [index, { element }] of paragraphs.entries()) {
    passageOf.get(element)?.links.push(linkTo(element, index + 1));
  }
  const passageAt = (place: number): Passage | undefined => {
    const [paragraph] = overlapping(paragraphs, { start: place, end: place + 1 });
    return paragraph && passageOf.get(paragraph.element);
  };
  for (const statement of statements) passageAt(statement.spans[0]?.start ?? -1)?.statements.push(noteOf(statement));
  for (const { start, end, date } of dates) {
    passageAt(start)?.dates.push(dateNote(text.slice(start, end), formatEdtf(date)));
  }

  tree.children = [...passages].map(([block, { links, statements, dates }]) => {
    const notes = [...statements, ...dates];
    const aside = notes.length > 0 ? [h('ul', { className: ['notes'], dataPagefindIgnore: 'all' }, notes)] : [];
    return h('div', { className: ['passage'] }, [block, ...links, ...aside]);
  });
}

/** What is shown beside a block. */
interface Passage {
  /** Links to each paragraph in it. */
  links: Element[];
  /** The notes on its statements and on its dates. */
  statements: Element[];
  dates: Element[];
}

function linkTo({ properties }: Element, number: number): Element {
  const label = `Link to paragraph ${number}`;
  return h('a', { className: ['pilcrow'], href: `#${String(properties['id'])}`, ariaLabel: label });
}

/** `1 Ada Quill, Harbour Master · said 3 May 2023` */
function noteOf({ id, number, href, uri, speaker, isSure, type, said }: MarkedStatement): Element {
  const name: ElementContent[] = speaker
    ? [
        ...(isSure ? [] : [h('span', doubt(isSure))]),
        speaker.href === null ? h('span', speaker.name) : h('a', { href: speaker.href }, speaker.name),
      ]
    : [h('span', firstUpper(NOBODY))];
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
