import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { overlapping } from '../../base/sorted.ts';
import { formatEdtf } from '../../text/dates.ts';
import { speakerParts } from '../../text/speaker-name.ts';
import { t } from '../../words/words.ts';
import type { CanonicalText, Paragraph } from '../../text/canonical-text.ts';
import type { MarkedStatement } from './mark-statements.ts';
import type { FoundDate } from '../../find/dates/find-dates.ts';

/**
 * Lays out the blocks of a body: each in a passage, with the notes that belong to it and a link to every paragraph in
 * it. The notes come first, since they float beside the block.
 *
 * ``` <p>…</p> <div class="passage"><ul class="notes"><li class="note">…</li></ul>
 *   <p id="p-abc123">…</p><a class="pilcrow" href="#p-abc123" …></a></div>
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
  for (const statement of statements) passageAt(statement.spans[0]?.start ?? -1)?.statements.push(statement);
  for (const { start, end, date } of dates) {
    passageAt(start)?.dates.push(dateNote(text.slice(start, end), formatEdtf(date)));
  }

  tree.children = [...passages].map(([block, { links, statements, dates }]) => {
    const notes = [...bySpeaker(statements).map(noteOf), ...dates];
    const aside = notes.length > 0 ? [h('ul', { className: ['notes'], dataPagefindIgnore: 'all' }, notes)] : [];
    return h('div', { className: ['passage'] }, [...aside, block, ...links]);
  });
}

/** What is shown beside a block. */
interface Passage {
  /** Links to each paragraph in it. */
  links: Element[];
  statements: MarkedStatement[];
  /** The notes on its dates. */
  dates: Element[];
}

function linkTo({ properties }: Element, number: number): Element {
  const label = t('article.paragraph', { number });
  return h('a', { className: ['pilcrow'], href: `#${String(properties['id'])}`, ariaLabel: label });
}

/** Statements that follow one another and have the same speaker share a note. */
function bySpeaker(statements: readonly MarkedStatement[]): [MarkedStatement, ...MarkedStatement[]][] {
  const groups: [MarkedStatement, ...MarkedStatement[]][] = [];
  const key = ({ speaker, isSure }: MarkedStatement): string =>
    JSON.stringify([speaker?.name, speaker?.role, speaker?.href, isSure]);
  for (const statement of statements) {
    const last = groups.at(-1);
    if (last && statement.speaker && key(last[0]) === key(statement)) last.push(statement);
    else groups.push([statement]);
  }
  return groups;
}

/** `1 2 Ada Quill, Harbour Master` */
function noteOf([first, ...others]: [MarkedStatement, ...MarkedStatement[]]): Element {
  const { speaker, isSure } = first;
  const href = speaker?.href ?? null;
  const name = speakerParts(speaker?.name, isSure).map(({ element, text }): ElementContent =>
    element === null || href === null ? h('span', text) : h('a', { href }, text),
  );
  const numbers = [first, ...others].flatMap(({ id, number, href, uri }) => [
    h(
      'a',
      {
        className: ['number'],
        href,
        ariaLabel: t('article.statement', { number }),
        dataOf: id,
        dataAddress: uri,
      },
      String(number),
    ),
    ' ',
  ]);
  return h('li', { className: ['note'] }, [...numbers, ...name, ...(speaker?.role ? [`, ${speaker.role}`] : [])]);
}

function dateNote(words: string, date: string): Element {
  return h('li', { className: ['note', 'date'] }, [h('q', words), `: ${date}`]);
}
